"""Schema of a desk file: tables, their keys, and the type of each key."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from disclaimers.models.institution import POLICIES
from disclaimers.positions import POSITIONS


class StringList(list[str]):
    """Type of a key that takes a list of strings."""


@dataclass(frozen=True)
class Table:
    """A kind of table: its keys with their types, the required keys, and the tables inside it."""

    keys: Mapping[str, type]
    required: tuple[str, ...] = ()
    inner: Mapping[str, "Table"] = field(default_factory=dict)


STYLE: Mapping[str, type] = {
    **dict.fromkeys(POSITIONS, str),
    "outlet_article": str,
    "outlet_date_replaces_ours": bool,
    "italicises_outlets": bool,
    "attribution_at": str,
}
"""Keys of a house style: in the institution's table for its default language, in `style` tables for others."""

INSTITUTION: Mapping[str, type] = {
    "code": str, "name": str, "name_language": str, "short_name": str, "parent": str, "home": bool,
    "strapline": str, "url": str, "colour": str,
    "time_zone": str, "copyright_holder": str, "errors_contact": str, "permissions_contact": str,
    "default_kind": str, "default_language": str, "missing_wording": str, "offers_republication": bool,
    "republication_terms": str, "about": str, **dict.fromkeys(POLICIES, str),
}  # fmt: skip

OUTLET: Mapping[str, type] = {
    "name": str, "name_language": str, "article": str, "article_rule": str, "aliases": StringList,
    "slug": str, "url": str,
    "feed_url": str, "type": str, "country": str, "language": str, "native_name": str, "gloss": str,
    "descriptor": str, "is_italic": bool, "about": str, "for_readers": str, "terms": str,
}  # fmt: skip

FORMER_NAME: Mapping[str, type] = {
    "name": str, "article": str, "article_rule": str, "from_on": dt.date, "until_on": dt.date,
}  # fmt: skip

STANDING_PERMISSION: Mapping[str, type] = {
    "granted_by": str, "granted_on": dt.date, "mode": str, "excerpt_words": int, "terms": str,
    "evidence": str, "credit": str, "search_policy": str, "may_be_passed_on": bool, "edits_allowed": bool,
    "from_on": dt.date, "until_on": dt.date, "valid_days": int,
}  # fmt: skip

_IN_USE: Mapping[str, type] = {"language": str, "from_on": dt.date, "until_on": dt.date}

NAMES: Mapping[str, Table] = {
    "institution": Table(
        {**_IN_USE, "name": str, "short_name": str, "copyright_holder": str, "about": str},
        required=("language", "name"),
    ),
    "outlet": Table(
        {**_IN_USE, "name": str, "article": str, "article_rule": str}, required=("language", "name")
    ),
    "author": Table(
        {**_IN_USE, "display_name": str, "suffix": str, "courtesy": str, "rank": str},
        required=("language", "display_name"),
    ),
}
"""Names of a record in a language, for some days, by the table of the record."""

_WITH_INTRODUCTION = Table({"language": str, "name": str, "introduction": str}, required=("language", "name"))
_LINK = Table({"label": str, "url": str}, required=("label", "url"))

TABLES: Mapping[str, Table] = {
    "institution": Table(
        {**INSTITUTION, **STYLE},
        required=("code", "name"),
        inner={
            "style": Table({"language": str, **STYLE}, required=("language",)),
            "other_name": NAMES["institution"],
            "footer_link": Table({"label": str, "url": str, "language": str}, required=("label", "url")),
            "standing_notice": Table(
                {
                    "purpose": str, "language": str, "is_for_archive": bool, "text": str,
                    "shown_from": dt.date, "shown_until": dt.date,
                },
                required=("text",),
            ),
        },
    ),
    "licence": Table(
        {"code": str, "name": str, "version": str, "url": str, "allows_republication": bool},
        required=("code", "name"),
    ),
    "kind": Table(
        {"code": str, "label": str, "name_language": str, "genre": str, "starting_text": str},
        required=("code", "label"),
        inner={
            "other_label": Table(
                {
                    "language": str, "institution": str, "label": str, "from_on": dt.date,
                    "until_on": dt.date,
                },
                required=("language", "label"),
            ),
            "usual_licence": Table(
                {"licence": str, "institution": str, "from_on": dt.date, "until_on": dt.date},
                required=("licence",),
            ),
        },
    ),
    "disclaimer": Table(
        {
            "code": str, "institution": str, "scope": str, "placement": str, "kinds": StringList,
            "language": str, "condition": str, "order": int, "replaces_parents": bool,
        },
        required=("code", "institution"),
        inner={
            "wording": Table(
                {"language": str, "text": str, "in_force_from": dt.date, "in_force_until": dt.date},
                required=("text",),
            )
        },
    ),
    "outlet": Table(
        OUTLET,
        required=("name",),
        inner={
            "former_name": Table(FORMER_NAME, required=("name", "until_on")),
            "other_name": NAMES["outlet"],
            "standing_permission": Table(
                STANDING_PERMISSION, required=("granted_by", "granted_on", "evidence", "from_on")
            ),
        },
    ),
    "topic": Table(
        {"name": str, "name_language": str, "slug": str, "introduction": str, "belongs_to": str},
        required=("name",),
        inner={"other_name": _WITH_INTRODUCTION},
    ),
    "series": Table(
        {"name": str, "name_language": str, "slug": str, "introduction": str},
        required=("name",),
        inner={"other_name": _WITH_INTRODUCTION},
    ),
    "author": Table(
        {
            "display_name": str, "name_language": str, "form": str, "native_name": str,
            "native_language": str, "name_order": str, "sort_name": str,
            "courtesy": str, "courtesy_from": dt.date, "courtesy_until": dt.date, "rank": str,
            "retired_on": dt.date, "suffix": str, "slug": str, "biography": str,
            "biography_language": str, "short_biography": str, "areas": str,
            "spoken_languages": StringList, "email": str, "orcid": str, "website": str,
        },
        required=("display_name",),
        inner={
            "link": _LINK,
            "appointment": Table(
                {
                    "title": str, "unit": str, "institution": str, "organisation": str, "from_on": dt.date,
                    "until_on": dt.date, "disclaimer": str, "bodies": StringList, "name_language": str,
                },
                required=("title",),
                inner={
                    "other_words": Table(
                        {"language": str, "title": str, "unit": str, "organisation": str},
                        required=("language", "title"),
                    )
                },
            ),
            "other_name": NAMES["author"],
        },
    ),
}  # fmt: skip

TYPES_IN_WORDS: Mapping[type, str] = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    dt.date: "a day without quotes, like 2017-02-01",
    StringList: 'a list of texts, like ["one", "two"]',
}

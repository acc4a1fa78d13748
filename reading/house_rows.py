"""Rows of houses for their faces: each with the houses above it and with the desk's menus, as JSON in one query.

They are kept in memory while nothing changes that readers may see.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.states import Surface
from disclaimers.lineage import IsOneOf, Under, line_of
from disclaimers.models.footer_link import FooterLink
from disclaimers.models.institution import POLICIES, Institution
from disclaimers.models.institution_name import InstitutionName
from disclaimers.models.notice import StandingNotice
from disclaimers.models.style import Phrase
from pictures.today import logo_row
from prose.languages import BASES
from reading.kept import while_marked
from reading.menu_rows import menu_rows

PHRASES = ("copyright_format", "reservation", "byline_name", "retired_word")
STATED = ("time_zone", "default_language", "errors_contact", "permissions_contact", "colour", *POLICIES)
_OF_A_NAME = ("name", "copyright_holder", "language", "from_on", "until_on")
HouseRow = dict[str, Any]


def house_row(at: dt.datetime, by: str, value: object = None) -> HouseRow | None:
    """The row of a house: the desk's first one (`by` is "home"), or that with a "slug" or a "key". None for none.

    Its members: `line`, the house and those above it; `has_others`, whether houses outside of it have published;
    `all_menus`, the entries of all menus; `languages`: whether lists have pieces in a language, by its code.
    """
    given = {} if value is None else {by: value}
    rows = while_marked(at, ("house", by, value), lambda: _BY[by](at=at, **given))
    return rows[0] if rows else None


def _rows(at: dt.datetime, **which: Any) -> QuerySet[Institution, HouseRow]:
    outside = Institution.objects.filter(~Q(IsOneOf(F("pk"), Under(OuterRef("pk"))))).order_by()
    others = outside.filter(Exists(Edition.objects.filter(house=OuterRef("pk"))))
    listed = Edition.objects.shown_in(Surface.LISTS, at).order_by()
    rows: QuerySet[Institution, Any] = (
        Institution.objects.filter(**which)
        .order_by()
        .values(
            line=ArraySubquery(_line(OuterRef("pk"))),
            has_others=Exists(others),
            all_menus=ArraySubquery(menu_rows(at)),
            languages=JSONObject(**{code: Exists(listed.in_language(Value(code))) for code in BASES}),
        )
    )
    return rows


def _line(house: Any) -> QuerySet[Institution, Any]:
    """The line of a house as JSON objects, nearest first; of a merged one, that of the house that stands for it."""
    links = FooterLink.objects.filter(institution=OuterRef("pk")).order_by("order", "id")
    phrases = Phrase.objects.filter(style__institution=OuterRef("pk"), position__in=PHRASES).order_by()
    names = InstitutionName.objects.filter(institution=OuterRef("pk")).order_by("language", "from_on", "id")
    notices = StandingNotice.objects.filter(institution=OuterRef("pk")).order_by()
    merged = Institution.objects.filter(merged_into=OuterRef("pk")).order_by()
    facts = JSONObject(
        key="pk",
        merged=ArraySubquery(merged.values("pk")),
        slug="slug",
        name="name",
        name_language="name_language",
        home_language=Subquery(Institution.objects.home().order_by().values("default_language")[:1]),
        copyright_holder="copyright_holder",
        names=ArraySubquery(names.values(form=JSONObject(**{name: name for name in _OF_A_NAME}))),
        logo=logo_row("institution"),
        is_home="is_home",
        strapline="strapline",
        url="url",
        **{name: name for name in STATED},
        notices=ArraySubquery(
            notices.values(
                notice=JSONObject(
                    key="pk",
                    text="text",
                    purpose="purpose",
                    language="language",
                    is_for_archive="is_for_archive",
                    shown_from="shown_from",
                    shown_until="shown_until",
                )
            )
        ),
        links=ArraySubquery(links.values(link=JSONObject(label="label", url="url", language="language"))),
        phrases=ArraySubquery(
            phrases.values(
                phrase=JSONObject(
                    language="style__language",
                    position="position",
                    text="text",
                    from_on="style__from_on",
                    until_on="style__until_on",
                )
            )
        ),
    )
    return line_of(house).values(row=facts)


_BY: dict[str, Callable[..., list[HouseRow]]] = {
    "home": Prepared(lambda at: _rows(at, is_home=True), at=dt.datetime),
    "slug": Prepared(lambda at, slug: _rows(at, slug=slug), at=dt.datetime, slug=str),
    "key": Prepared(lambda at, key: _rows(at, pk=key), at=dt.datetime, key=int),
}

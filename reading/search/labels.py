"""Names of people, outlets, topics, series, content types and houses, as a page in a language prints them today."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import connection

from reading.kept import while_marked

_TODAY = "(n.from_on IS NULL OR n.from_on <= %(today)s) AND (n.until_on IS NULL OR n.until_on > %(today)s)"
_FOR_ALL = f" AND n.institution_id IS NULL AND {_TODAY}"
OUTLET = "CASE WHEN {0}.article = '' OR {0}.article LIKE '%%''' OR {0}.article LIKE '%%’' THEN {0}.article"
OUTLET += " ELSE {0}.article || ' ' END || {0}.name"
"""SQL of the name of an outlet, or of a form of it, with its article."""


def _form(table: str, owner: str, name: str, more: str = "") -> str:
    return (
        f"(SELECT {name} FROM {table} n WHERE n.{owner}_id = r.id AND n.language = ANY(%(languages)s){more}"
        f" ORDER BY n.id DESC LIMIT 1)"
    )


def _native(language: str) -> str:
    """The name in its own script, on a page in its language, which stands in this column."""
    return f"CASE WHEN r.{language} = ANY(%(languages)s) THEN nullif(r.native_name, '') END"


class RecordLabel(NamedTuple):
    """The slug and name today of a record."""

    slug: str
    name: str


class Labels(NamedTuple):
    """Labels of all records of a kind by their keys as text, and the keys of merged ones with what they lead to."""

    by_key: dict[str, RecordLabel]
    merged: dict[str, str]


SLUGS = {
    "kind": ("disclaimers_kind", "code"), "topic": ("articles_topic", "slug"), "person": ("authors_author", "slug"),
    "outlet": ("outlets_outlet", "slug"), "house": ("disclaimers_institution", "code"),
}  # fmt: skip
"""The tables of the values of filters, and their columns by which addresses name them."""
LABELS = {
    "kind": f"coalesce({_form('disclaimers_kindlabel', 'kind', 'n.label', _FOR_ALL)}, r.label)",
    "topic": f"coalesce({_form('articles_topicname', 'topic', 'n.name')}, r.name)",
    "person": f"coalesce({_form('authors_authorname', 'author', 'n.display_name', f' AND {_TODAY}')}"
    f", {_native('native_language')}, r.display_name)",
    "outlet": f"coalesce({_form('outlets_outletname', 'outlet', OUTLET.format('n'), f' AND {_TODAY}')}"
    f", {_native('language')}, {OUTLET.format('r')})",
    "series": f"coalesce({_form('articles_seriesname', 'series', 'n.name')}, r.name)",
    "house": f"coalesce({_form('disclaimers_institutionname', 'institution', 'n.name', f' AND {_TODAY}')}, r.name)",
}
"""SQL of the name of a record `r`, by the name of its facet; parameters `languages` and `today`."""


def labels_of(language: str, at: dt.datetime, today: dt.date) -> Mapping[str, Labels]:
    """The labels of all records by their filter, in memory while the press mark stays.

    Ask only for records of pieces on show.
    """

    def load() -> dict[str, Labels]:
        values: dict[str, Any] = {"languages": [language, language.partition("-")[0]], "today": today}
        rows = (
            f"SELECT '{facet}', r.id::text, r.merged_into_id::text, r.{slug}, {LABELS[facet]} FROM {table} r"
            for facet, (table, slug) in SLUGS.items()
        )
        found: dict[str, Labels] = {facet: Labels({}, {}) for facet in SLUGS}
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(rows), values)
            for facet, key, lasting, *label in cursor.fetchall():
                found[facet].by_key[key] = RecordLabel(*label)
                if lasting:
                    found[facet].merged[key] = lasting
        return found

    return while_marked(at, ("labels", language, today), load)

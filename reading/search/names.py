"""People, outlets, topics and series whose names have the words of a query, if a piece on show names them.

All such names are kept in memory while the press mark stays, as PostgreSQL folds them: without accents and capitals.
"""

import datetime as dt
import re
from collections import Counter
from typing import NamedTuple

from django.db import connection

from prose.text_language.search_query import Query
from prose.text_language.search_words import has_pairs
from reading.kept import while_marked
from reading.search.labels import LABELS, OUTLET
from reading.search.visible import visible

OF_A_KIND = 4
MOST_WORDS = 6
_APART = "\n"  # stands in no name
NOUNS = {"person": "authors", "outlet": "outlets", "topic": "topics", "series": "series"}
"""Kinds of records with names, and the words of their addresses."""
_ROWS = {
    "person": ("authors_author", "display_name", "r.native_name", "articles_editionbyline", "author_id", "edition_id"),
    "outlet": ("outlets_outlet", "name", "r.native_name", "articles_editionoutlet", "outlet_id", "edition_id"),
    "topic": ("articles_topic", "name", "''", "articles_editiontopic", "tag_id", "content_object_id"),
    "series": ("articles_series", "name", "''", "articles_editionseries", "series_id", "edition_id"),
}  # fmt: skip
_FORMS = {
    "person": ("authors_authorname", "author_id", "display_name"),
    "outlet": ("outlets_outletname", "outlet_id", "name"),
    "topic": ("articles_topicname", "topic_id", "name"),
    "series": ("articles_seriesname", "series_id", "name"),
}
_BEGUN = dict.fromkeys(("person", "outlet"), " AND (n.from_on IS NULL OR n.from_on <= %(today)s)")
"""A name that is on record before its day leads nowhere until then."""


class NamedRecord(NamedTuple):
    """A person, outlet, topic or series with its name on a page.

    `all_forms`: all its names, folded, with a space before each and `_APART` between them; those of outlets with their
    articles. `is_body`: it writes as a person does, and is none.
    """

    noun: str
    slug: str
    name: str
    is_body: bool
    all_forms: str

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"/{NOUNS[self.noun]}/{self.slug}/"


def words_of_names(query: Query) -> list[str]:
    """The words of a query to look for in names; none of a query that is more than a few words."""
    words = re.findall(r"[^\W_]+", query.text)
    return [] if len(words) > MOST_WORDS or query.without or len(query.alternatives) > 1 else words


def names_with(words: list[str], language: str, at: dt.datetime, today: dt.date) -> list[NamedRecord]:
    """The records with all words in one of their names, a few of each kind, the shortest names first.

    `words`: as `folded_words_sql` gives them. A name begins a word with each; in scripts without spaces it has it
    anywhere. `language`: of the page that prints the names; `today`: its day.
    """
    wanted = [word if has_pairs(word) else f" {word}" for word in words if word]
    if not wanted:
        return []
    records = while_marked(at, ("names", language, today), lambda: _load(language, at, today))
    found: list[NamedRecord] = []
    numbers: Counter[str] = Counter()
    rarest = max(wanted, key=len)
    for record in records:
        # Most records are passed over by the first question: one look at all forms together.
        if rarest not in record.all_forms or not _has_words(record, wanted):
            continue
        if numbers[record.noun] < OF_A_KIND:
            numbers[record.noun] += 1
            found.append(record)
    return found


def _has_words(record: NamedRecord, wanted: list[str]) -> bool:
    """True if one form has all words."""
    return any(all(word in form for word in wanted) for form in record.all_forms.split(_APART))


def folded_words_sql() -> str:
    """SQL of the words in `%(words)s` as names are folded, as an array."""
    return "ARRAY(SELECT lower(unaccent(w)) FROM unnest(%(words)s::text[]) WITH ORDINALITY AS u(w, n) ORDER BY n)"


def _load(language: str, at: dt.datetime, today: dt.date) -> list[NamedRecord]:
    rows, values = visible(at)
    values |= {"today": today, "languages": [language, language.partition("-")[0]]}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"({_names_of(noun, rows)})" for noun in NOUNS), values)
        return [NamedRecord(*row) for row in cursor.fetchall()]


def _names_of(noun: str, rows: str) -> str:
    table, name, native, uses, owner, edition = _ROWS[noun]
    (forms, of, form), begun = _FORMS[noun], _BEGUN.get(noun, "")
    is_body = "r.form = 'body'" if noun == "person" else "false"
    own, other = (OUTLET.format("r"), OUTLET.format("n")) if noun == "outlet" else (f"r.{name}", f"n.{form}")
    # As an array, so that PostgreSQL looks each up in the index instead of reading all rows.
    keys = f"ANY(ARRAY(SELECT r.id UNION ALL SELECT m.id FROM {table} m WHERE m.merged_into_id = r.id))"
    return f"""
SELECT '{noun}' AS noun, r.slug, {LABELS[noun]} AS name, {is_body} AS is_body,
    array_to_string(ARRAY[{_fold_sql(own)}, {_fold_sql(native)}]
        || ARRAY(SELECT {_fold_sql(other)} FROM {forms} n WHERE n.{of} = r.id{begun}), '{_APART}') AS all_forms
FROM {table} r
WHERE r.merged_into_id IS NULL
    AND EXISTS (SELECT FROM {uses} u JOIN ({rows}) v ON v.id = u.{edition} WHERE u.{owner} = {keys})
ORDER BY length(r.{name}), r.id"""


def _fold_sql(name: str) -> str:
    return f"' ' || translate(lower(unaccent({name})), '-''’.', '    ')"

"""SQL of people, outlets, topics and series whose names have the words of a query, if a piece on show names them."""

import re
from typing import Any

from prose.text_language.search_query import Query
from prose.text_language.search_words import has_pairs
from reading.search.labels import LABELS

OF_A_KIND = 4
MOST_WORDS = 6
NOUNS = ("person", "outlet", "topic", "series")
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


def names_sql(query: Query, rows: str) -> tuple[str, dict[str, Any]]:
    """SQL of rows of noun, slug and name, and its parameters. `rows`: SQL of the editions that may be shown."""
    words = re.findall(r"[^\W_]+", query.text)
    if not words or len(words) > MOST_WORDS or query.without or len(query.alternatives) > 1:
        return "", {}
    # A name begins a word with each of them; in scripts without spaces it has them anywhere.
    like = [f"%{word}%" if has_pairs(word) else f"% {word}%" for word in words]
    return " UNION ALL ".join(f"({_names_of(noun, rows)})" for noun in NOUNS), {"like": like}


def _names_of(noun: str, rows: str) -> str:
    table, name, native, uses, owner, edition = _ROWS[noun]
    forms, of, form = _FORMS[noun]
    elsewhere = f"r.id IN (SELECT n.{of} FROM {forms} n WHERE {_has_words(f'n.{form}')})"
    # As an array, so that PostgreSQL looks each up in the index instead of reading all rows.
    keys = f"ANY(ARRAY(SELECT r.id UNION ALL SELECT m.id FROM {table} m WHERE m.merged_into_id = r.id))"
    return f"""
SELECT '{noun}' AS noun, r.slug, {LABELS[noun]} AS name FROM {table} r
WHERE r.merged_into_id IS NULL AND ({_has_words(f"r.{name}")} OR {_has_words(native)} OR {elsewhere})
    AND EXISTS (SELECT FROM {uses} u JOIN ({rows}) v ON v.id = u.{edition} WHERE u.{owner} = {keys})
ORDER BY length(r.{name}), r.id LIMIT {OF_A_KIND}"""


def _has_words(name: str) -> str:
    plain = f"' ' || translate(lower(unaccent({name})), '-''’.', '    ')"
    return f"({plain} LIKE ALL (SELECT lower(unaccent(w)) FROM unnest(%(like)s::text[]) w))"

"""The one statement of a search: pieces that match, the keys of a page of them, and how many each filter leaves.

The newest `MOST` pieces are counted; the best `RANKED` by the words at their heads are ranked by all their words. So a
search for a word that every piece has costs no more than one for a rarer word.

A search in every language finds a piece once, in whichever of its languages have the words: best in that of the page.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.db import connection

from prose.text_language.search_query import Query
from reading.search.filters import EVERY, Filters, Order
from reading.search.labels import LABELS
from reading.search.matching import configurations, match_sql, wanted_sql
from reading.search.names import folded_words_sql, words_of_names
from reading.search.passages import PassageSql, passage_sql
from reading.search.visible import visible

MOST = 1000
RANKED = 200
ON_A_PAGE = 10
IN_A_FACET = 8
SECONDS = 2
"""A search that takes longer is ended by PostgreSQL."""

_MERGED = "{column} && ARRAY(SELECT r.id FROM {table} r LEFT JOIN {table} m ON m.id = r.merged_into_id"
_MERGED += " WHERE %({name})s IN (r.{slug}, m.{slug}))"
_FILTERS = {
    "kind": "ARRAY[t.kind]", "topic": "t.topics", "person": "t.people", "outlet": "t.outlets",
    "house": "ARRAY[e.house]",
}  # fmt: skip
_TABLES = {
    "kind": ("disclaimers_kind", "code"), "topic": ("articles_topic", "slug"), "person": ("authors_author", "slug"),
    "outlet": ("outlets_outlet", "slug"), "house": ("disclaimers_institution", "code"),
}  # fmt: skip
_ROW = """
SELECT t.edition_id, e.article_id, e.ordered_at, e.house, e.language, t.kind, t.people, t.outlets, t.topics,
    coalesce(e.translation_group, e.uuid) AS piece, extract(year FROM e.first_published_on)::int AS year, {rank} AS rank
FROM articles_editiontext t JOIN ({visible}) e ON e.id = t.edition_id
WHERE {where} ORDER BY e.ordered_at DESC, e.article_id DESC LIMIT {limit}
"""
_ONCE = """
SELECT DISTINCT ON (piece) * FROM ({rows}) versions
ORDER BY piece, (split_part(language, '-', 1) = %(read_in)s) DESC, rank DESC, ordered_at DESC, article_id DESC
"""
_KEYS = {
    "kind": "kind",
    "house": "house",
    "topic": "unnest(topics)",
    "person": "unnest(people)",
    "outlet": "unnest(outlets)",
}


@dataclass(frozen=True)
class FoundPieces:
    """Rows of the statement: the page's editions by `IDENTITY` in order with their passages, the total, the facets.

    `total`: up to `MOST`; `is_more`: there are more. `facets`: rows of facet, slug, name and number; `words`: those of
    the query as names are folded.
    """

    passages: list[tuple[tuple[Any, ...], str]]
    total: int
    is_more: bool
    facets: list[dict[str, Any]]
    words: list[str]


def run(
    query: Query, filters: Filters, order: Order, start: int, language: str, at: dt.datetime, today: dt.date
) -> FoundPieces:
    """Run the statement for the results from `start` on."""
    names = configurations(language, at)
    rows, values = visible(at)
    values |= {
        **filters.in_force(), "wanted": query.wanted, "barred": query.barred, "start": start, "today": today,
        "spoken": filters.piece_language,
        "read_in": language.partition("-")[0],
        "languages": [language, language.partition("-")[0]],
    }  # fmt: skip
    passage = passage_sql(query, wanted_sql(names))
    values |= passage.values | {"words": [] if filters or start else words_of_names(query)}
    sql = f"{_statement(query, filters, order, names, rows, passage)}, {folded_words_sql()}"
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = '{SECONDS}s'; {sql}", values)
        cursor.nextset()
        total, matching, page, facets, words = cursor.fetchone()
    passages = [(_identity(row), row["passage"]) for row in page or ()]
    return FoundPieces(passages, min(total, MOST), matching > MOST, facets or [], words)


def _identity(row: dict[str, Any]) -> tuple[Any, ...]:
    """The values of `IDENTITY`, as JSON has them."""
    begin, end = row["live_from"], row["live_until"]
    instants = dt.datetime.fromisoformat(begin), dt.datetime.fromisoformat(end) if end else None
    return row["pk"], uuid.UUID(row["uuid"]), *instants


def _statement(
    query: Query, filters: Filters, order: Order, names: list[str], rows: str, passage: PassageSql
) -> str:
    words, where = wanted_sql(names), " AND ".join(_conditions(query, filters, names))
    by_rank = bool(query) and order == "relevance"
    head = f"ts_rank(t.head, {words})" if by_rank else "0"
    matching = _ROW.format(rank=head, visible=rows, where=where, limit=MOST + 1)
    titled = ""
    if by_rank:
        at_head = where.replace("t.vector @@", "t.head @@")
        titled = f"UNION ({_ROW.format(rank=head, visible=rows, where=at_head, limit=RANKED)})"
    number, ranked = "count(*)", f"TABLE matching {titled}"
    if filters.language == EVERY:
        number, ranked = "count(DISTINCT piece)", _ONCE.format(rows=ranked)
    return f"""
WITH matching AS MATERIALIZED ({matching}),
best AS MATERIALIZED (
    SELECT edition_id, article_id, ordered_at, rank FROM ({ranked}) every
    ORDER BY rank DESC, ordered_at DESC, article_id DESC LIMIT {RANKED if by_rank else MOST}
),
page AS MATERIALIZED (
    SELECT b.edition_id, row_number() OVER (
        ORDER BY {f"ts_rank(t.vector, {words}, 1)" if by_rank else "0"} DESC, b.ordered_at DESC, b.article_id DESC
    ) AS place
    FROM best b JOIN articles_editiontext t USING (edition_id) ORDER BY place OFFSET %(start)s LIMIT {ON_A_PAGE}
),
facets AS ({_facets(number)})
SELECT (SELECT {number} FROM matching), (SELECT count(*) FROM matching),
    (SELECT json_agg(json_build_object('pk', e.id, 'uuid', e.uuid, 'live_from', e.live_from, 'live_until', e.live_until,
            'passage', {passage.passage}) ORDER BY p.place)
        FROM page p JOIN articles_editiontext t USING (edition_id) JOIN articles_edition e ON e.id = p.edition_id
            {passage.joined}),
    (SELECT json_agg(row_to_json(f) ORDER BY f.number DESC, f.name) FROM facets f WHERE f.slug IS NOT NULL)"""


def _conditions(query: Query, filters: Filters, names: list[str]) -> list[str]:
    """The conditions of a search, as SQL."""
    conditions = [f"t.vector @@ {match_sql(query, names)}"] if query else []
    for name, column in _FILTERS.items():
        if getattr(filters, name):
            table, slug = _TABLES[name]
            conditions.append(_MERGED.format(column=column, table=table, slug=slug, name=name))
    if filters.year:
        conditions.append("extract(year FROM e.first_published_on) = %(year)s::int")
    if filters.piece_language:
        conditions.append("split_part(e.language, '-', 1) = %(spoken)s")
    return conditions or ["true"]


def _facets(number: str) -> str:
    """The values of each filter. `number`: SQL of how many pieces there are of a value."""
    # Counted by key before the records are joined: sorting all pairs would take longer than finding the pieces.
    counted = [
        f"SELECT '{name}' AS facet, coalesce(r.merged_into_id, r.id) AS key, sum(k.number)::bigint AS number"
        f" FROM (SELECT key, {number} AS number FROM (SELECT piece, {key} AS key FROM matching) every GROUP BY key) k"
        f" JOIN {_TABLES[name][0]} r ON r.id = k.key GROUP BY 2"
        for name, key in _KEYS.items()
    ]
    counted.append(f"SELECT 'year', year, {number} FROM matching WHERE year IS NOT NULL GROUP BY 2")
    named = [
        f"SELECT c.facet, r.{slug} AS slug, {LABELS[name]} AS name, c.number FROM counted c"
        f" JOIN {table} r ON r.id = c.key WHERE c.facet = '{name}' AND c.place <= {IN_A_FACET}"
        for name, (table, slug) in _TABLES.items()
    ]
    return f"""WITH counted AS MATERIALIZED (
        SELECT facet, key, number, row_number() OVER (PARTITION BY facet ORDER BY number DESC, key DESC) AS place
        FROM ({" UNION ALL ".join(counted)}) every
    )
    {" UNION ALL ".join(named)}
    UNION ALL SELECT facet, key::text, key::text, number FROM counted WHERE facet = 'year'
    UNION ALL SELECT 'language', split_part(language, '-', 1), '', {number} FROM matching GROUP BY 2"""

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
from reading.search.facets import values_sql
from reading.search.filters import EVERY, Filters, Order
from reading.search.labels import SLUGS
from reading.search.matching import configurations, match_sql, wanted_sql
from reading.search.names import folded_words_sql, words_of_names
from reading.search.passages import PassageSql, passage_sql
from reading.search.visible import visible

MOST = 1000
RANKED = 200
ON_A_PAGE = 10
SECONDS = 2
"""A search that takes longer is ended by PostgreSQL."""

_MERGED = "{column} && ARRAY(SELECT r.id FROM {table} r LEFT JOIN {table} m ON m.id = r.merged_into_id"
_MERGED += " WHERE %({name})s IN (r.{slug}, m.{slug}))"
_FILTERS = {
    "kind": "ARRAY[t.kind]", "topic": "t.topics", "person": "t.people", "outlet": "t.outlets",
    "house": "ARRAY[e.house]",
}  # fmt: skip
_ROW = """
SELECT t.edition_id, e.article_id, e.ordered_at, e.house, e.language, t.kind, t.people, t.outlets, t.topics,
    coalesce(e.translation_group, e.uuid) AS piece, extract(year FROM e.first_published_on)::int AS year, {rank} AS rank
FROM articles_editiontext t JOIN ({visible}) e ON e.id = t.edition_id
WHERE {where} ORDER BY e.ordered_at DESC, e.article_id DESC LIMIT {limit}
"""
_RANKED_BY = "edition_id, article_id, ordered_at, language, piece, rank"
_ONCE = """
SELECT DISTINCT ON (piece) * FROM ({rows}) versions
ORDER BY piece, (split_part(language, '-', 1) = %(read_in)s) DESC, rank DESC, ordered_at DESC, article_id DESC
"""


@dataclass(frozen=True)
class FoundPieces:
    """The answer of the statement: the page's editions by `IDENTITY` in order with their passages, and the total.

    `total`: up to `MOST`; `is_more`: there are more. `values`: those of each filter, of the pieces that are counted;
    `words`: those of the query as names are folded.
    """

    passages: list[tuple[tuple[Any, ...], str]]
    total: int
    is_more: bool
    values: dict[str, list[Any]]
    words: list[str]


def run(
    query: Query, filters: Filters, order: Order, start: int, language: str, at: dt.datetime
) -> FoundPieces:
    """Run the statement for the results from `start` on."""
    names = configurations(language, at)
    rows, values = visible(at)
    values |= {
        **filters.in_force(), "wanted": query.wanted, "barred": query.barred, "start": start,
        "spoken": filters.piece_language,
        "read_in": language.partition("-")[0],
    }  # fmt: skip
    passage = passage_sql(query, wanted_sql(names))
    values |= passage.values | {"words": [] if filters or start else words_of_names(query)}
    sql = f"{_statement(query, filters, order, names, rows, passage)}, {folded_words_sql()}"
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = '{SECONDS}s'; {sql}", values)
        cursor.nextset()
        matching, page, words = cursor.fetchone()
    passages = [(_identity(row), row["passage"]) for row in page or ()]
    is_more = len(matching["language"]) > MOST
    counted = {name: some[:MOST] for name, some in matching.items()}
    total = len({*counted["piece"]} if "piece" in counted else counted["language"])
    return FoundPieces(passages, total, is_more, counted, words)


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
        best = _ROW.format(rank=head, visible=rows, where=at_head, limit=RANKED)
        titled = f"UNION SELECT {_RANKED_BY} FROM ({best}) titled"
    ranked = f"SELECT {_RANKED_BY} FROM matching {titled}"
    if filters.language == EVERY:
        ranked = _ONCE.format(rows=ranked)
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
)
SELECT ({values_sql(filters)}),
    (SELECT json_agg(json_build_object('pk', e.id, 'uuid', e.uuid, 'live_from', e.live_from, 'live_until', e.live_until,
            'passage', {passage.passage}) ORDER BY p.place)
        FROM page p JOIN articles_editiontext t USING (edition_id) JOIN articles_edition e ON e.id = p.edition_id
            {passage.joined})"""


def _conditions(query: Query, filters: Filters, names: list[str]) -> list[str]:
    """The conditions of a search, as SQL."""
    conditions = [f"t.vector @@ {match_sql(query, names)}"] if query else []
    for name, column in _FILTERS.items():
        if getattr(filters, name):
            table, slug = SLUGS[name]
            conditions.append(_MERGED.format(column=column, table=table, slug=slug, name=name))
    if filters.year:
        conditions.append("extract(year FROM e.first_published_on) = %(year)s::int")
    if filters.piece_language:
        conditions.append("split_part(e.language, '-', 1) = %(spoken)s")
    return conditions or ["true"]

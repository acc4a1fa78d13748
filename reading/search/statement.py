"""The one statement of a search: pieces that match, the keys of a page of them, and how many each filter leaves.

The newest `MOST` pieces are counted; the best `RANKED` by the words at their heads are ranked by all their words.

A search in every language finds a piece once, in whichever of its languages have the words: best in that of the page.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from functools import partial
from typing import Any

from prose.text_language.search_query import Query
from reading.search.facets import count_pieces, values_sql
from reading.search.filters import EVERY, Filters, Order
from reading.search.labels import SLUGS
from reading.search.limited import limited_rows
from reading.search.matching import configurations, match_sql, wanted_sql
from reading.search.names import folded_words_sql, words_of_names
from reading.search.passages import PassageSql, passage_sql
from reading.search.visible import visible

MOST = 1000
RANKED = 200
ON_A_PAGE = 10
_BY_INDEX = "enable_seqscan = off"
"""PostgreSQL takes the words of a text for as near as its row, and would look for them in all texts."""

_MERGED = "{column} && ARRAY(SELECT r.id FROM {table} r LEFT JOIN {table} m ON m.id = r.merged_into_id"
_MERGED += " WHERE %({name})s IN (r.{slug}, m.{slug}))"
_FILTERS = {
    "kind": "ARRAY[t.kind]", "topic": "t.topics", "person": "t.people", "outlet": "t.outlets",
    "house": "ARRAY[e.house]",
}  # fmt: skip
_ROW = """
SELECT t.edition_id, e.article_id, e.ordered_at, e.uuid, e.live_from, e.live_until, t.vector, t.plain_text,
    t.configuration, {rank} AS rank, e.house, e.language, t.kind, t.people, t.outlets, t.topics,
    coalesce(e.translation_group, e.uuid) AS piece, extract(year FROM e.first_published_on)::int AS year
FROM {texts} t JOIN ({visible}) e ON e.id = t.edition_id
WHERE {where} ORDER BY {order} LIMIT {limit}
"""
_ALL_TEXTS = {"texts": "articles_editiontext", "order": "e.ordered_at DESC, e.article_id DESC"}
_ORDER = "t.ordered_at DESC NULLS LAST, t.edition_id DESC"
_MATCHING = f"(SELECT * FROM articles_editiontext t WHERE t.vector @@ {{match}} ORDER BY {_ORDER})"
"""Brought into order first, so that no more of their editions are looked up than are counted."""
_IS_OLDER = f"""
(SELECT count(*) FROM matching) > {MOST} AND t.edition_id NOT IN (SELECT edition_id FROM matching)"""
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
    values: dict[str, str]
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
    ((counted, is_more, page, words),) = limited_rows(sql, values, _BY_INDEX)
    passages = [(_identity(row), row["passage"]) for row in page or ()]
    return FoundPieces(passages, count_pieces(counted), is_more, counted, words)


def _identity(row: dict[str, Any]) -> tuple[Any, ...]:
    """The values of `IDENTITY`, as JSON has them."""
    begin, end = row["live_from"], row["live_until"]
    instants = dt.datetime.fromisoformat(begin), dt.datetime.fromisoformat(end) if end else None
    return row["pk"], uuid.UUID(row["uuid"]), *instants


def _statement(
    query: Query, filters: Filters, order: Order, names: list[str], rows: str, passage: PassageSql
) -> str:
    words, match, where = wanted_sql(names), match_sql(query, names), " AND ".join(_conditions(filters))
    by_rank = bool(query) and order == "relevance"
    head = f"ts_rank(t.head, {words})" if by_rank else "0"
    row = partial(_ROW.format, rank=head, visible=rows)
    texts = {"texts": _MATCHING.format(match=match), "order": _ORDER} if query else _ALL_TEXTS
    found = row(**texts, where=where, limit=MOST + 1)
    candidates = "SELECT * FROM matching"
    if by_rank:
        titled = row(**_ALL_TEXTS, where=f"t.head @@ {match} AND {where} AND {_IS_OLDER}", limit=RANKED)
        candidates = f"{candidates} UNION ALL ({titled})"
    if filters.language == EVERY:
        candidates = _ONCE.format(rows=candidates)
    return f"""
WITH matching AS MATERIALIZED ({found}),
best AS MATERIALIZED (
    SELECT * FROM ({candidates}) every
    ORDER BY rank DESC, ordered_at DESC, article_id DESC LIMIT {RANKED if by_rank else MOST}
),
page AS MATERIALIZED (
    SELECT b.*, row_number() OVER (
        ORDER BY {f"ts_rank(vector, {words}, 1)" if by_rank else "0"} DESC, ordered_at DESC, article_id DESC
    ) AS place
    FROM best b ORDER BY place OFFSET %(start)s LIMIT {ON_A_PAGE}
)
SELECT ({values_sql(filters, MOST)}), (SELECT count(*) FROM matching) > {MOST},
    (SELECT json_agg(json_build_object('pk', t.edition_id, 'uuid', t.uuid, 'live_from', t.live_from,
            'live_until', t.live_until, 'passage', {passage.passage}) ORDER BY t.place)
        FROM page t {passage.joined})"""


def _conditions(filters: Filters) -> list[str]:
    """The conditions of filters, as SQL."""
    conditions = []
    for name, column in _FILTERS.items():
        if getattr(filters, name):
            table, slug = SLUGS[name]
            conditions.append(_MERGED.format(column=column, table=table, slug=slug, name=name))
    if filters.year:
        conditions.append("extract(year FROM e.first_published_on) = %(year)s::int")
    if filters.piece_language:
        conditions.append("split_part(e.language, '-', 1) = %(spoken)s")
    return conditions or ["true"]

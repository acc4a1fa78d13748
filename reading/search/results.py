"""The one seam of search: a query, filters and an instant in, results out. Another engine could stand behind it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from prose.text_language.search_query import Query
from reading.lists.rows import lasting_rows
from reading.search.facets import Choice, count_facets
from reading.search.filters import Filters, Order
from reading.search.meaning import near_spelling
from reading.search.names import names_with
from reading.search.passages import parts
from reading.search.statement import ON_A_PAGE, RANKED, FoundPieces, run


@dataclass(frozen=True)
class Profiled:
    """A person, outlet, topic or series with the reader's words in its name."""

    noun: str
    slug: str
    name: str


@dataclass(frozen=True)
class Results:
    """A page of results.

    `editions`: rows of `for_list`, each with `passage`, its parts. `total` counts up to `MOST`; `is_more`: there are
    more, and `facets` count the newest of them. `last_page`: the last that can be asked for. `meant`: a query that is
    spelled nearly so, where nothing has the words.
    """

    editions: list[dict[str, Any]] = field(default_factory=list)
    total: int = 0
    is_more: bool = False
    last_page: int = 1
    facets: dict[str, list[Choice]] = field(default_factory=dict)
    profiles: tuple[Profiled, ...] = ()
    meant: str = ""


def search(
    query: Query,
    filters: Filters,
    at: dt.datetime,
    *,
    order: Order = "relevance",
    page: int = 1,
    language: str = "en",
    today: dt.date | None = None,
) -> Results:
    """The results at an instant. `language`: of the page that shows them; `today`: its day, for names."""
    if not query and not filters:
        return Results()
    day = today or at.date()
    found = run(query, filters, order, (page - 1) * ON_A_PAGE, language, at)
    names = names_with(found.words, language, at, day)
    reached = min(found.total, RANKED) if query and order == "relevance" else found.total
    return Results(
        editions=_rows(found, query),
        total=found.total,
        is_more=found.is_more,
        last_page=max(1, -(-reached // ON_A_PAGE)),
        facets=count_facets(found.values, language, at, day),
        profiles=tuple(Profiled(*record[:3]) for record in names),
        meant="" if found.total or not query else near_spelling(query, at),
    )


def _rows(found: FoundPieces, query: Query) -> list[dict[str, Any]]:
    rows = lasting_rows([identity for identity, _ in found.passages])
    passages = [passage for _, passage in found.passages]
    return [row | {"passage": parts(passage, query)} for row, passage in zip(rows, passages, strict=True)]

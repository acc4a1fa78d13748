"""The one seam of search: a query, filters and an instant in, results out. Another engine could stand behind it."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from prose.text_language.search_query import Query
from reading.kept import KeptValues, while_marked
from reading.lists.rows import lasting_rows
from reading.search.facets import Choice, count_facets
from reading.search.filters import Filters, Order
from reading.search.meaning import near_spelling
from reading.search.names import NamedRecord, names_with
from reading.search.passages import Snippet, parts
from reading.search.statement import ON_A_PAGE, RANKED, run

FoundPassage = tuple[tuple[Any, ...], list[Snippet]]
"""The identity of an edition, and the parts of its passage."""
_FOUND = KeptValues(most_keys=2_000)
"""Answers to searches, 10 kB each, for whoever asks the same."""


@dataclass(frozen=True)
class Results:
    """A page of results.

    `editions`: rows of `for_list`, each with `passage`, its parts. `total` counts up to `MOST`; `is_more`: there are
    more, and `facets` count the newest of them. `last_page`: the last that can be asked for. `profiles`: records
    with the words in their names. `meant`: a query that is spelled nearly so, where nothing has the words.
    """

    editions: list[dict[str, Any]] = field(default_factory=list)
    total: int = 0
    is_more: bool = False
    last_page: int = 1
    facets: dict[str, list[Choice]] = field(default_factory=dict)
    profiles: tuple[NamedRecord, ...] = ()
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
    asked = (query, filters, order, page, language, today or at.date())
    passages, results = while_marked(at, asked, lambda: _find(*asked, at), _FOUND)
    rows = lasting_rows([identity for identity, _ in passages])
    shown = [row | {"passage": passage} for row, (_, passage) in zip(rows, passages, strict=True)]
    return replace(results, editions=shown)


def _find(
    query: Query,
    filters: Filters,
    order: Order,
    page: int,
    language: str,
    today: dt.date,
    at: dt.datetime,
) -> tuple[list[FoundPassage], Results]:
    """The passages of a page of results, and the results without their rows."""
    found = run(query, filters, order, (page - 1) * ON_A_PAGE, language, at)
    names = names_with(found.words, language, at, today)
    reached = min(found.total, RANKED) if query and order == "relevance" else found.total
    return [(identity, parts(passage, query)) for identity, passage in found.passages], Results(
        total=found.total,
        is_more=found.is_more,
        last_page=max(1, -(-reached // ON_A_PAGE)),
        facets=count_facets(found.values, language, at, today),
        profiles=tuple(names),
        meant="" if found.total or not query else near_spelling(query, at),
    )

"""The values of each filter among the pieces that a search matches, and how many of the pieces have each."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from reading.search.filters import EVERY, FACETS, Filters
from reading.search.labels import Labels, labels_of

IN_A_FACET = 8
"""Values of a filter that are shown, but for years and languages: of these all are."""
_ONE_OF_A_PIECE = {
    "kind": "kind",
    "house": "house",
    "year": "year",
    "language": "split_part(language, '-', 1)",
}
_SEVERAL = {"topic": "topics", "person": "people", "outlet": "outlets"}


@dataclass(frozen=True)
class Choice:
    """A value of a filter, and how many of the results have it."""

    slug: str
    name: str
    number: int


def values_sql(filters: Filters) -> str:
    """SQL of the values of all rows of `matching`, as a JSON object: an array for each filter, in the order of rows.

    `piece`: what versions of one piece have in common; only a search in every language finds more than one.
    """
    columns = _ONE_OF_A_PIECE | _SEVERAL | ({"piece": "piece"} if filters.language == EVERY else {})
    pairs = ", ".join(f"'{name}', coalesce(json_agg({column}), '[]')" for name, column in columns.items())
    return f"SELECT json_build_object({pairs}) FROM matching"  # noqa: S608 - names of our own columns


def count_facets(
    values: Mapping[str, list[Any]], language: str, at: dt.datetime, today: dt.date
) -> dict[str, list[Choice]]:
    """The values of each filter, the most frequent first. `values`: as `values_sql` gives them.

    `language`: of the page that names them; `today`: its day.
    """
    if not values["kind"]:
        return {}
    pieces, labels, facets = values.get("piece"), labels_of(language, at, today), {}
    for facet in FACETS:
        rows: Iterable[Iterable[Any]] = (
            values[facet] if facet in _SEVERAL else zip(values[facet], strict=True)
        )
        if facet in ("year", "language"):
            chosen = [
                Choice(str(key), str(key), number) for key, number in _numbers(rows, pieces).items() if key
            ]
        else:
            chosen = _named(rows, pieces, labels[facet])
        if chosen:
            facets[facet] = sorted(chosen, key=lambda choice: (-choice.number, choice.name))
    return facets


def _named(rows: Iterable[Iterable[int]], pieces: list[str] | None, labels: Labels) -> list[Choice]:
    """The most frequent records among the values, those that were merged counted with what they were merged into."""
    merged = {key: label.key for key, label in labels.items() if label.key != key}
    if merged:
        rows = [{merged.get(key, key) for key in row} for row in rows]
    most = sorted(_numbers(rows, pieces).items(), key=lambda pair: (-pair[1], -pair[0]))[:IN_A_FACET]
    return [Choice(labels[key].slug, labels[key].name, number) for key, number in most if key in labels]


def _numbers(rows: Iterable[Iterable[Any]], pieces: list[str] | None) -> Counter[Any]:
    """The number of pieces with each value; a row is a piece, unless `pieces` names the piece of each."""
    if pieces is None:
        return Counter(chain.from_iterable(map(set, rows)))
    pairs = {(piece, value) for piece, row in zip(pieces, rows, strict=True) for value in row}
    return Counter(value for _, value in pairs)

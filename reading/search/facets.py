"""The values of each filter among the pieces that a search matches, and how many of the pieces have each."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from reading.search.filters import EVERY, FACETS, Filters
from reading.search.labels import Labels, labels_of

IN_A_FACET = 8
"""Values of a filter that are shown, but for years and languages: of these all are."""
_COLUMNS = {
    "kind": "coalesce(kind::text, '')",
    "topic": "array_to_string(topics, ' ')",
    "person": "array_to_string(people, ' ')",
    "outlet": "array_to_string(outlets, ' ')",
    "house": "coalesce(house::text, '')",
    "year": "coalesce(year::text, '')",
    "language": "split_part(language, '-', 1)",
}


@dataclass(frozen=True)
class Choice:
    """A value of a filter, and how many of the results have it."""

    slug: str
    name: str
    number: int


def values_sql(filters: Filters, most: int) -> str:
    """SQL of the values of the first `most` rows of `matching`, as a JSON object.

    A text for each filter: a comma between rows, a space between the values of a row. Python reads arrays of JSON five
    times slower. `piece`: what versions of one piece have in common; only a search in every language finds several.
    """
    columns = _COLUMNS | ({"piece": "piece::text"} if filters.language == EVERY else {})
    pairs = ", ".join(
        f"'{name}', coalesce(string_agg({column}, ','), '')" for name, column in columns.items()
    )
    rows = f"SELECT * FROM matching LIMIT {most}"  # noqa: S608 - names of our own columns
    return f"SELECT json_build_object('number', count(*), {pairs}) FROM ({rows}) counted"  # noqa: S608


def count_pieces(values: Mapping[str, str]) -> int:
    """The number of pieces that the rows are of."""
    return len({*values["piece"].split(",")} - {""}) if "piece" in values else int(values["number"])


def count_facets(
    values: Mapping[str, str], language: str, at: dt.datetime, today: dt.date
) -> dict[str, list[Choice]]:
    """The values of each filter, the most frequent first. `values`: as `values_sql` gives them.

    `language`: of the page that names them; `today`: its day.
    """
    if not count_pieces(values):
        return {}
    pieces = values["piece"].split(",") if "piece" in values else None
    labels, facets = labels_of(language, at, today), {}
    for facet in FACETS:
        if facet in labels:
            chosen = _named(values[facet], pieces, labels[facet])
        else:
            chosen = [Choice(key, key, number) for key, number in _numbers(values[facet], pieces, {}).items()]
        if chosen:
            facets[facet] = sorted(chosen, key=lambda choice: (-choice.number, choice.name))
    return facets


def _named(rows: str, pieces: list[str] | None, labels: Labels) -> list[Choice]:
    """The most frequent records among the values; of those that are as frequent, the ones of newer pieces."""
    most = _numbers(rows, pieces, labels.merged).most_common(IN_A_FACET)
    return [Choice(*labels.by_key[key], number) for key, number in most if key in labels.by_key]


def _numbers(rows: str, pieces: list[str] | None, merged: Mapping[str, str]) -> Counter[str]:
    """The number of pieces with each value; those of merged records count for what these were merged into.

    A row is a piece, unless `pieces` names the piece of each.
    """
    if pieces is None:
        numbers = Counter(rows.replace(",", " ").split())
        if merged.keys().isdisjoint(numbers):
            return numbers
    each = [dict.fromkeys(merged.get(value, value) for value in row.split()) for row in rows.split(",")]
    if pieces is None:
        return Counter(chain.from_iterable(each))
    pairs = dict.fromkeys((piece, value) for piece, row in zip(pieces, each, strict=True) for value in row)
    return Counter(value for _, value in pairs)

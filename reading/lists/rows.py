"""Rows of lists, as `for_list` loads them, made ready for the templates and kept in memory: editions do not change."""

from collections.abc import Iterator, Sequence
from typing import Any

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from prose.printed_line import PrintedLine
from prose.text_language.marking import marked_text
from reading.kept import LastingValues

_LINES = ("headline", "kicker", "byline", "dateline", "outlet_line")


ListRow = dict[str, Any]
_BYTES = 8_000
"""A row in memory, its picture included."""


def lasting_rows(identities: Sequence[tuple[Any, ...]]) -> list[ListRow]:
    """Rows of editions, given by `IDENTITY`, in that order: from memory, or else with one query.

    Each row is a copy, to which a page adds what it needs; `identity` is its edition's.
    """
    return [dict(row) for row in _ROWS.of_editions(identities, lambda keys: _load(keys, identities))]


def _load(keys: list[int], identities: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, ListRow, int]]:
    by_key = {identity[0]: identity for identity in identities}
    for row in _FOR_LIST(keys=keys):
        yield row["id"], with_marks(row) | {"identity": by_key[row["id"]]}, _BYTES


_FOR_LIST: Prepared[ListRow] = Prepared(
    lambda keys: Edition.objects.with_keys(keys).order_by().for_list(), keys=list
)
_ROWS: LastingValues[ListRow] = LastingValues(most_bytes=24_000_000)


def with_marks(row: ListRow) -> ListRow:
    """A row of `for_list` whose lines with words in another language are printed lines."""
    lines: dict[str, PrintedLine] = row["marked"] or {}
    if row["unmarked"]:
        like = [span for some in row["unmarked"].values() for line in some for span in line]
        texts = [row[name] for name in _LINES if row[name] not in lines]
        lines |= {text: marked_text(text, row["language"], like) for text in texts}
    return row | {name: lines.get(row[name], row[name]) for name in _LINES} if lines else row

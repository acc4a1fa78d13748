"""Whole editions kept in memory, for the pages and feeds that show them: nothing of a stored edition ever changes."""

from collections.abc import Iterator, Sequence
from typing import Any

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from reading.kept import LastingValues

_IN_MEMORY = 10
"""Bytes that an edition takes in memory for one of its body: Python's values of all that was printed with it."""


def whole_editions(identities: Sequence[tuple[Any, ...]]) -> list[Edition]:
    """Editions with their permalinks, given by `reading.kept.IDENTITY`, in that order.

    All readers of an edition share it: it is not to be changed.
    """
    return _EDITIONS.of_editions(identities, _load)


def _load(keys: list[int]) -> Iterator[tuple[int, Edition, int]]:
    for edition in _WHOLE(keys=keys):
        yield edition.pk, edition, _IN_MEMORY * (len(edition.body) + 3_000)


_WHOLE: Prepared[Edition] = Prepared(
    lambda keys: Edition.objects.with_keys(keys).select_related("permalink"), keys=list
)
_EDITIONS: LastingValues[Edition] = LastingValues(most_bytes=48_000_000)

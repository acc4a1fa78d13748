"""Whole editions kept in memory, for the pages and feeds that show them: nothing of a stored edition ever changes."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from articles.models.edition import Edition
from reading.kept import LastingValues

_IN_MEMORY = 10
"""Bytes that an edition takes in memory for one of its body: Python's values of all that was printed with it."""


def whole_editions(identities: Sequence[tuple[Any, ...]]) -> list[Edition]:
    """Editions with their permalinks, given by `reading.kept.IDENTITY`, in that order.

    All readers of an edition share it: it is not to be changed.
    """
    return _EDITIONS.find_all(identities, _load)


def _load(identities: list[tuple[Any, ...]]) -> Iterator[tuple[Hashable, Edition, int]]:
    by_key = {identity[0]: identity for identity in identities}
    for edition in Edition.objects.filter(pk__in=by_key).select_related("permalink"):
        yield by_key[edition.pk], edition, _IN_MEMORY * (len(edition.body) + 3_000)


_EDITIONS: LastingValues[Edition] = LastingValues(most_bytes=48_000_000)

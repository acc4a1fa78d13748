"""Values kept in memory: what is costly to make, and follows from what readers see alone. The memory is bounded.

Some are kept while the press mark stays. Inside a transaction nothing is kept so and nothing is taken: the number of
the press does not know yet what the transaction has written. Others are kept by all that they are made from, such as
an edition, which is never rewritten: these last, and all pages and feeds that need them share them.
"""

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import contextmanager
from threading import Lock, local
from typing import Any, Generic, TypeVar

from django.db import connection

from articles.press_mark import PressMark, press_mark

Value = TypeVar("Value", bound=Sized)
Lasting = TypeVar("Lasting")

IDENTITY = ("pk", "uuid", "live_from", "live_until")
"""Columns by which a stored edition is known: nothing of it ever changes but its end."""

MOST_ITEMS = 3_000_000
"""Items of all values together, such as the places of the pieces of a list: 16 bytes each, 48 MB."""


MOST_KEYS = 20_000
"""Values at all: their keys are partly chosen by whoever types an address."""


class KeptValues:
    """Values by key for one press mark; those that were not asked for longest go first."""

    def __init__(self, most_items: int = MOST_ITEMS, most_keys: int = MOST_KEYS) -> None:
        self._most_items, self._most_keys = most_items, most_keys
        self._mark: PressMark | None = None
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._items = 0
        self._lock = Lock()

    def get(self, mark: PressMark, key: Hashable) -> Any | None:
        with self._lock:
            if mark == self._mark and key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            return None

    def put(self, mark: PressMark, key: Hashable, value: Sized) -> None:
        with self._lock:
            if mark != self._mark:
                self._mark, self._items = mark, 0
                self._values.clear()
            if key not in self._values:
                self._values[key] = value
                self._items += len(value) + 1
            while self._items > self._most_items or len(self._values) > self._most_keys:
                _, gone = self._values.popitem(last=False)
                self._items -= len(gone) + 1


class LastingValues(Generic[Lasting]):
    """Values by all that they are made from; `most_bytes`: of all together, in each process, as `put` is told."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._values: OrderedDict[Hashable, tuple[Lasting, int]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def find(self, key: Hashable) -> Lasting | None:
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key][0]

    def put(self, key: Hashable, value: Lasting, size: int) -> Lasting:
        """Keep a value of so many bytes and return it; those that were not asked for longest go."""
        with self._lock:
            if key not in self._values:
                self._values[key] = value, size
                self._bytes += size
            while self._bytes > self._most_bytes:
                _, (_, gone) = self._values.popitem(last=False)
                self._bytes -= gone
        return value

    def get(self, key: Hashable, make: Callable[[], Lasting], size: Callable[[Lasting], int]) -> Lasting:
        """The value of a key, made if it is not kept. `size`: the bytes of a value."""
        kept = self.find(key)
        if kept is None:
            made = make()
            kept = self.put(key, made, size(made))
        return kept

    def of_editions(
        self,
        identities: Sequence[tuple[Any, ...]],
        load: Callable[[list[int]], Iterable[tuple[int, Lasting, int]]],
    ) -> list[Lasting]:
        """The values of editions, given by `IDENTITY`, in that order.

        `load` takes the keys of editions whose values are not kept, and gives each key with its value and its bytes.
        """
        found = {identity: self.find(identity) for identity in identities}
        missing = {identity[0]: identity for identity, value in found.items() if value is None}
        if missing:
            found |= {missing[pk]: self.put(missing[pk], value, size) for pk, value, size in load([*missing])}
        return [value for value in found.values() if value is not None]


_KEPT = KeptValues()
_REQUEST = local()


def but_for_the_instant(of: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The arguments of a query as part of a key: the mark stands for the instant."""
    return sorted((name, value) for name, value in of.items() if name != "at")


def days_everywhere(at: dt.datetime) -> dt.datetime:
    """The beginning of the quarter of an hour, as part of a key for what has the days of several time zones.

    In each zone a day begins with a quarter.
    """
    at = at.astimezone(dt.UTC)
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


@contextmanager
def one_mark() -> Iterator[None]:
    """Read the mark of an instant once in this block: a request for one page."""
    _REQUEST.mark = None
    try:
        yield
    finally:
        vars(_REQUEST).pop("mark", None)


def _mark(at: dt.datetime) -> PressMark:
    """The mark, read before what depends on it: a commit in between makes a value too new, never one too old."""
    read: tuple[dt.datetime, PressMark] | None = getattr(_REQUEST, "mark", None)
    if read and read[0] == at:
        return read[1]
    mark = press_mark(at)
    if hasattr(_REQUEST, "mark"):
        _REQUEST.mark = at, mark
    return mark


def while_marked(
    at: dt.datetime, key: Hashable, make: Callable[[], Value], memory: KeptValues = _KEPT
) -> Value:
    """The value of a key at an instant, made if it is not kept. `key` names it among all: `("people", "de")`."""
    if connection.in_atomic_block:
        return make()
    mark = _mark(at)
    value: Value | None = memory.get(mark, key)
    if value is None:
        value = make()
        memory.put(mark, key, value)
    return value

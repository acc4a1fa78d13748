"""Cache of institution records for batches; entries live one second.

A record that is changed within that second may miss a page, as it may miss a page whose facts are just being loaded.
"""

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Value = TypeVar("Value")
SECONDS = 1.0
_entries: ContextVar[dict[Hashable, tuple[float, Any]] | None] = ContextVar("entries", default=None)


@contextmanager
def batch_cache() -> Iterator[None]:
    """Open the cache. Outside of it `get_or_load` loads every time."""
    token = _entries.set({})
    try:
        yield
    finally:
        _entries.reset(token)


def get_or_load(key: Hashable, load: Callable[[], Value]) -> Value:
    """The value cached under a key, loaded if it is missing or too old; callers must not change it."""
    entries = _entries.get()
    if entries is None:
        return load()
    entry = entries.get(key)
    if entry is None or time.monotonic() - entry[0] > SECONDS:
        entry = entries[key] = time.monotonic(), load()
    value: Value = entry[1]
    return value

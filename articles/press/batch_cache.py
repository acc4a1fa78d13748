"""What a house says of itself, read again at most once a second while very many of its pages are printed.

Only a batch opens this. A style that is changed in that very second may miss a page, as it may miss one whose facts
an act has just read: nobody can have meant it to be there already.
"""

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Read = TypeVar("Read")
SECONDS = 1.0
_kept: ContextVar[dict[Hashable, tuple[float, Any]] | None] = ContextVar("kept", default=None)


@contextmanager
def batch_cache() -> Iterator[None]:
    """Within it, `lately` gives back what it has read less than a second ago."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def cached(name: Hashable, read: Callable[[], Read]) -> Read:
    """What `read` gives, or gave a moment ago under this name; callers must not change it."""
    kept = _kept.get()
    if kept is None:
        return read()
    found = kept.get(name)
    if found is None or time.monotonic() - found[0] > SECONDS:
        found = kept[name] = time.monotonic(), read()
    fresh: Read = found[1]
    return fresh

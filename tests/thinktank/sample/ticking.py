"""A clock that moves on a little with every look, from a day after the newest piece of the sample."""

import datetime as dt
import itertools
from collections.abc import Callable

LOADED_AT = dt.datetime(2026, 11, 16, 9, 0, tzinfo=dt.UTC)
AFTER = LOADED_AT + dt.timedelta(hours=1)


def ticking() -> Callable[[], dt.datetime]:
    looks = itertools.count()
    return lambda: LOADED_AT + dt.timedelta(milliseconds=next(looks))

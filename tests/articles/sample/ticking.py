"""A clock that moves on a little with every look, from the tests' fixed now."""

import datetime as dt
import itertools
from collections.abc import Callable

from tests.conftest import NOW


def ticking() -> Callable[[], dt.datetime]:
    looks = itertools.count()
    return lambda: NOW + dt.timedelta(milliseconds=next(looks))

"""Inheritance between houses: what an institution states itself, else what the nearest one above it states.

One rule for everything: contacts, addresses, time zone, labels, styles, holder, terms. Two institutions without a
common parent share nothing. Pure: a house may be a record or a row of values, nearest first in its line.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

House = TypeVar("House")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Inherited(Generic[Value, House]):
    """A value and the house that states it; `house` is None for a default that no house of the line states."""

    value: Value
    house: House | None = None


def nearest(
    line: Iterable[House], stated: Callable[[House], Value | None], default: Value
) -> Inherited[Value, House]:
    """What the first house of the line states. None, an empty text and an empty list state nothing; False does."""
    for house in line:
        value = stated(house)
        if value is not None and (value or value is False):
            return Inherited(value, house)
    return Inherited(default)

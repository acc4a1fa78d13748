"""Which parts of two sequences are one that was changed: rows of two tables, or tables of two bodies.

The number of looks is bounded, as for moved blocks: two long tables without a common row must not hold a thread. When
all looks are used up, the parts that are left count as removed and added.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from prose.three_way import changes

ALIKE = 0.5
"""Least share of common words of two parts that are taken for one that was changed."""
MAX_LOOKS = 100_000  # in one comparison: a look at two parts is one, and one for each word that is counted

Part = TypeVar("Part", bound=Hashable)


class Bag:
    """The words of a part, counted once. `first`: words by which it is known, if it has any."""

    def __init__(self, words: Iterable[str], first: str = "") -> None:
        self.words = Counter(words)
        self.total = self.words.total()
        self.first = first


@dataclass
class Pairing:
    """Pairs the parts of sequences, with a bounded number of looks for one comparison."""

    looks_left: int = MAX_LOOKS

    def in_order(
        self, old: Sequence[Part], new: Sequence[Part], bag_of: Callable[[Part], Bag]
    ) -> Iterator[tuple[int | None, int | None]]:
        """Numbers of parts of both sides that are one, and of those that only one side has, in order."""
        one = other = 0
        numbers: dict[Part, int] = {}  # in their place, as a part with many words is slow to hash
        for change in changes(
            *([numbers.setdefault(part, len(numbers)) for part in side] for side in (old, new))
        ):
            last, ends = one + len(change.old), other + len(change.new)
            if change.is_none:
                yield from zip(range(one, last), range(other, ends), strict=True)
            else:
                bags = [[bag_of(part) for part in side] for side in (old[one:last], new[other:ends])]
                for gone, come in self._of_change(*bags):
                    yield None if gone is None else one + gone, None if come is None else other + come
            one, other = last, ends

    def _of_change(self, old: Sequence[Bag], new: Sequence[Bag]) -> Iterator[tuple[int | None, int | None]]:
        one = 0
        for other, bag in enumerate(new):
            match = next(
                (place for place in self._places(one, len(old)) if self._are_one(old[place], bag)), None
            )
            if match is not None:
                yield from ((gone, None) for gone in range(one, match))
                one = match + 1
            yield match, other
        yield from ((gone, None) for gone in range(one, len(old)))

    def _places(self, start: int, end: int) -> Iterator[int]:
        """Places to look at, as long as looks are left."""
        for place in range(start, end):
            if self.looks_left <= 0:
                return
            yield place

    def _are_one(self, old: Bag, new: Bag) -> bool:
        """True if both have their first words in common, or half of all."""
        self.looks_left -= 1
        if old.first and old.first == new.first:
            return True
        least, both = min(old.total, new.total), old.total + new.total
        if not least or 2 * least < ALIKE * both or old.words.keys().isdisjoint(new.words):
            return False
        self.looks_left -= min(len(old.words), len(new.words))
        return 2 * (old.words & new.words).total() >= ALIKE * both

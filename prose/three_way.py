"""Merge and comparison of sequences. In a three-way merge the changes of both sides to a common base are taken.

Where both sides changed the same place differently there is a conflict. (The rule is that of the program `diff3`.)
Sequences hold any hashable elements: words, paragraphs, keys of rows.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from prose.equal_runs import equal_runs

Token = TypeVar("Token", bound=Hashable)
Weigh = Callable[[Token], int]


@dataclass(frozen=True)
class MergedPart(Generic[Token]):
    """A part of the base with what each side has in its place."""

    base: Sequence[Token]
    mine: Sequence[Token]
    theirs: Sequence[Token]

    @property
    def is_conflict(self) -> bool:
        return self.mine != self.base and self.theirs not in (self.base, self.mine)

    @property
    def merged(self) -> Sequence[Token]:
        """The side that changed the base; mine in a conflict."""
        return self.theirs if self.mine == self.base else self.mine


@dataclass(frozen=True)
class Passage:
    """Text that both sides changed differently: as it was, mine, and theirs."""

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class MergedText:
    """The text with the changes of both sides; in the place of each conflict stands mine.

    `written`: the conflicts in whose place words stand that join the two.
    """

    text: str
    conflicts: tuple[Passage, ...] = ()
    written: frozenset[Passage] = frozenset()


@dataclass(frozen=True)
class Change(Generic[Token]):
    """A part of the old sequence with what is in its place in the new one; both are equal if nothing changed."""

    old: Sequence[Token]
    new: Sequence[Token]

    @property
    def is_none(self) -> bool:
        return self.old == self.new


def stretches(
    base: Sequence[Token],
    mine: Sequence[Token],
    theirs: Sequence[Token],
    *,
    weigh: Weigh[Token] | None = None,
) -> Iterator[MergedPart[Token]]:
    """The whole merge in order, stretches that nobody changed included.

    `weigh`: the weight of an element for `matches`.
    """
    in_mine, in_theirs = matches(base, mine, weigh=weigh), matches(base, theirs, weigh=weigh)
    common = [(i, in_mine[i], in_theirs[i]) for i in sorted(in_mine.keys() & in_theirs.keys())]
    for places, length in _runs(common, (len(base), len(mine), len(theirs))):
        parts = [
            sequence[start:stop] for sequence, (start, stop) in zip((base, mine, theirs), places, strict=True)
        ]
        if any(parts):
            yield MergedPart(*parts)
        if length:
            same = base[places[0][1] : places[0][1] + length]
            yield MergedPart(same, same, same)


def changes(
    old: Sequence[Token], new: Sequence[Token], *, weigh: Weigh[Token] | None = None
) -> Iterator[Change[Token]]:
    """The comparison of two sequences in order, equal parts included."""
    common = sorted(matches(old, new, weigh=weigh).items())
    for (of_old, of_new), length in _runs(common, (len(old), len(new))):
        before, after = old[slice(*of_old)], new[slice(*of_new)]
        if before or after:
            yield Change(before, after)
        if length:
            same = old[of_old[1] : of_old[1] + length]
            yield Change(same, same)


def matches(
    old: Sequence[Token], new: Sequence[Token], *, weigh: Weigh[Token] | None = None
) -> dict[int, int]:
    """Places of `old` -> their places in `new`, both rising.

    With `weigh`, an agreement that weighs less than the changes on both its sides, and no more than 1, is taken for
    chance: a sentence that was written anew shares spaces and an "and" with the old one.
    """
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    blocks = [(0, 0, start)]
    blocks += [(a + start, b + start, size) for a, b, size in equal_runs(inner_old, inner_new)]
    blocks.append((len(old) - end, len(new) - end, end))
    if weigh:
        weights = _Weights(weigh, old, new)
        for most in (0, 1):
            blocks = _without_chance(blocks, weights, most)
    return {a + step: b + step for a, b, size in blocks for step in range(size)}


def _shared(one: Sequence[Token], other: Sequence[Token]) -> int:
    """Length of the common beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


class _Weights(Generic[Token]):
    """Weights of parts of two sequences, each element weighed once."""

    def __init__(self, weigh: Weigh[Token], *sides: Sequence[Token]) -> None:
        self._sums = [list(accumulate(map(weigh, side), initial=0)) for side in sides]

    def heavier(self, *ranges: tuple[int, int]) -> int:
        """The weight of the heavier side; `ranges`: the part of each side as (start, stop)."""
        return max(sums[stop] - sums[start] for sums, (start, stop) in zip(self._sums, ranges, strict=False))


def _without_chance(
    blocks: list[tuple[int, int, int]], weights: _Weights[Token], most: int
) -> list[tuple[int, int, int]]:
    """The blocks without those that weigh no more than `most` and less than the changes before and after."""
    kept: list[tuple[int, int, int]] = [blocks[0]]
    for (a, b, size), (next_a, next_b, _) in pairwise(blocks[1:]):
        last_a, last_b, last_size = kept[-1]
        before = weights.heavier((last_a + last_size, a), (last_b + last_size, b))
        after = weights.heavier((a + size, next_a), (b + size, next_b))
        own = weights.heavier((a, a + size))
        if own > most or min(before, after) <= own:
            kept.append((a, b, size))
    return [*kept, blocks[-1]]


def _runs(
    common: Sequence[tuple[int, ...]], ends: tuple[int, ...]
) -> Iterator[tuple[list[tuple[int, int]], int]]:
    """Between places that agree: the gap in each sequence as (start, stop), and the length of the run after it."""
    at, index = tuple(0 for _ in ends), 0
    while index < len(common):
        length = 1
        while index + length < len(common) and all(
            place == first + length
            for first, place in zip(common[index], common[index + length], strict=True)
        ):
            length += 1
        yield list(zip(at, common[index], strict=True)), length
        at = tuple(place + length for place in common[index])
        index += length
    yield list(zip(at, ends, strict=True)), 0

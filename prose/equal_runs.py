"""Equal runs of two sequences, found in bounded time: a table with a word changed in each cell must not hold a thread.

As `difflib` the longest run is taken first, then those on its left and its right. Long sequences are cut before at the
runs that both have exactly once (the idea of "patience diff").
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

Run = tuple[int, int, int]  # place in old, place in new, length
Range = tuple[int, int, int, int]  # start and end in old, start and end in new

MOST_PAIRS = 3_000_000  # pairs of equal elements that are looked at in all: about half a second
MANY_PAIRS = 20_000  # with more than these a part is cut first, if it can be
CUT_BY = (8, 4, 2, 1)  # elements of a run that both sequences have once


def equal_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Runs in rising order that do not touch. Where too many pairs were looked at, the rest counts as changed."""
    found: list[Run] = []
    ranges: list[Range] = [(0, len(old), 0, len(new))]
    pairs_left = MOST_PAIRS
    while ranges:
        a, a_end, b, b_end = ranges.pop()
        one, other = old[a:a_end], new[b:b_end]
        pairs = _pairs(one, other)
        if not pairs:
            continue
        pairs_left -= len(one) + len(other)
        anchors = _anchors(one, other) if pairs > MANY_PAIRS else []
        if not anchors:
            pairs_left -= pairs
            if pairs_left < 0:
                continue
            match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
            anchors = [(match.a, match.b, match.size)]
        found += [(a + i, b + j, size) for i, j, size in anchors]
        ranges += [
            (a + i, a + i_end, b + j, b + j_end)
            for i, i_end, j, j_end in _gaps(anchors, len(one), len(other))
        ]
    return _joined(sorted(found))


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    counts = Counter(new)
    return sum(counts[token] for token in old)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Runs of one element, rising in both, that begin a longer run which each of the two has exactly once."""
    for length in CUT_BY:
        in_old, in_new = _once(old, length), _once(new, length)
        common = [(in_old[run], in_new[run]) for run in in_old if run in in_new]
        if common:
            return [(i, j, 1) for i, j in _longest_rising(sorted(common))]
    return []


def _once(sequence: Sequence[Hashable], length: int) -> dict[tuple[Hashable, ...], int]:
    """Runs of that length that the sequence has once -> their place."""
    runs = [tuple(sequence[i : i + length]) for i in range(len(sequence) - length + 1)]
    counts = Counter(runs)
    return {run: i for i, run in enumerate(runs) if counts[run] == 1}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many of the pairs, sorted by their first number, as rise in the second one too."""
    ends: list[int] = []  # lowest second number in which a rising row of each length ends
    rows: list[int] = []  # index of its pair
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        place = bisect_left(ends, second)
        before.append(rows[place - 1] if place else -1)
        ends[place : place + 1], rows[place : place + 1] = [second], [index]
    found, index = [], rows[-1]
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _gaps(runs: list[Run], old_end: int, new_end: int) -> Iterator[Range]:
    a = b = 0
    for i, j, size in [*runs, (old_end, new_end, 0)]:
        if i > a and j > b:
            yield a, i, b, j
        a, b = i + size, j + size


def _joined(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for a, b, size in runs:
        if joined and joined[-1][0] + joined[-1][2] == a and joined[-1][1] + joined[-1][2] == b:
            last_a, last_b, last_size = joined.pop()
            joined.append((last_a, last_b, last_size + size))
        else:
            joined.append((a, b, size))
    return joined

"""Blocks of two bodies that are the same ones, though some of their words were changed."""

from collections.abc import Sequence

from prose.html.text import plain_text
from prose.three_way import matches
from prose.words import parts_of, weight

MOST_PAIRS = 400
"""Blocks of one side times those of the other, above which they are not compared."""
_ALIKE = 0.5


def alike_blocks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of blocks that have most of their words in common, both rising, as many as there are."""
    if len(old) * len(new) > MOST_PAIRS:
        return []
    words = [[parts_of(" ".join(plain_text(block).split())) for block in side] for side in (old, new)]
    best: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def most(i: int, j: int) -> list[tuple[int, int]]:
        return best.get((i, j), [])

    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            options = [most(i + 1, j), most(i, j + 1)]
            if _likeness(words[0][i], words[1][j]) >= _ALIKE:
                options.append([(i, j), *most(i + 1, j + 1)])
            best[i, j] = max(options, key=len)
    return most(0, 0)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of words that two blocks have in common."""
    if not one or not other:
        return 0.0
    same = sum(weight(one[at]) for at in matches(one, other))
    return 2 * same / max(sum(map(weight, one)) + sum(map(weight, other)), 1)

"""Blocks of a body that stand elsewhere in another version: a comparison calls them moved, not removed and added.

In the place of a moved block each side gets a token of its own, which the comparison keeps apart; `with_moves` puts the
words back once the rest is compared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from prose.html.compared.marks import holds_changes
from prose.html.inline import TextRun
from prose.html.tokens import BlockStart, Token, token_weight
from prose.three_way import Change
from prose.words import beginning

BlockTokens = tuple[Token, ...]
PartPlace = tuple[int, int]
"""A block of one side: the number of its part of the comparison, and its number in that part."""

MIN_WORDS, MIN_WORDS_ALIKE = 2, 8
"""Shorter blocks are equal by chance; a block that was moved and changed needs more words to be the same."""
ALIKE = 0.7
"""Least share of common words of a block that was moved and changed."""
MAX_PAIRS = 2_500
FIRST_WORDS = 60  # characters


@dataclass(frozen=True)
class Move:
    """A block that stands elsewhere in the new body, as it was and as it is."""

    old: BlockTokens
    new: BlockTokens
    is_down: bool

    @property
    def is_changed(self) -> bool:
        return self.old[1:] != self.new[1:] or holds_changes(self.new)

    @property
    def first_words(self) -> str:
        return first_words("".join(run.text for run in runs_of(self.new)))


def moves_in(parts: Sequence[Change[BlockTokens]]) -> dict[PartPlace, tuple[PartPlace, Move]]:
    """Places of removed blocks -> where they stand now, with the move."""
    removed, added = _places(parts, "old"), _places(parts, "new")
    pairs: dict[PartPlace, PartPlace] = {}
    by_words: dict[BlockTokens, list[PartPlace]] = {}
    for place, block in added.items():
        by_words.setdefault(block[1:], []).append(place)
    for place, block in removed.items():
        if _words(block) >= MIN_WORDS and (same := by_words.get(block[1:])):
            pairs[place] = same.pop(0)
    left = {place: block for place, block in removed.items() if place not in pairs}
    free = {place: block for place, block in added.items() if place not in pairs.values()}
    if len(left) * len(free) <= MAX_PAIRS:
        pairs |= dict(_alike(left, free))
    return {old: (new, Move(removed[old], added[new], new > old)) for old, new in pairs.items()}


def first_words(text: str) -> str:
    """The beginning of a text, for a sentence about it."""
    return beginning(text.strip(), FIRST_WORDS)


def stand_in(block: BlockTokens, number: int, *, is_new: bool) -> BlockTokens:
    """The tokens in the place of a moved block: its start has a class of its own, so that no other start is like it."""
    start, sign = block[0], "+" if is_new else "-"
    if isinstance(start, BlockStart):
        step = start.path[-1]
        tag = f'<{start.name} class="compared-move" data-move="{number}{sign}">'
        start = BlockStart((*start.path[:-1], replace(step, tag=tag)))
    return start, TextRun((), element=f'<span data-moved="{number}{sign}">')


def with_moves(
    tokens: Iterable[Token], moved: Sequence[Move], compared: Sequence[Sequence[Token]]
) -> Iterator[Token]:
    """The tokens with the words of moved blocks in the place of their stand-ins.

    `compared`: the words of each moved block, with its changed words marked.
    """
    for token in tokens:
        if not (isinstance(token, TextRun) and token.element.startswith("<span data-moved=")):
            yield token
            continue
        number, is_new = int(token.element.split('"')[1][:-1]), token.element.endswith('+">')
        move = moved[number]
        if is_new:
            yield _note(f"Moved here from further {'up' if move.is_down else 'down'}:")
            yield TextRun((), " ")
            yield from compared[number]
        else:
            yield _note(
                f"Moved from here to further {'down' if move.is_down else 'up'}: “{move.first_words}”"
            )


def runs_of(block: BlockTokens) -> list[TextRun]:
    return [token for token in block if isinstance(token, TextRun)]


def _note(words: str) -> TextRun:
    return TextRun((), element=f'<span class="compared-moved">{escape(words)}</span>')


def _places(parts: Sequence[Change[BlockTokens]], side: str) -> dict[PartPlace, BlockTokens]:
    return {
        (number, place): block
        for number, part in enumerate(parts)
        if not part.is_none
        for place, block in enumerate(getattr(part, side))
    }


def _words(block: BlockTokens) -> int:
    return sum(map(token_weight, runs_of(block)))


def _alike(
    left: dict[PartPlace, BlockTokens], free: dict[PartPlace, BlockTokens]
) -> Iterator[tuple[PartPlace, PartPlace]]:
    """Blocks that were moved and changed; one that was changed in its place is no move."""
    bags = {place: _bag(block) for place, block in free.items()}
    for old, block in left.items():
        bag = _bag(block)
        if bag.total() < MIN_WORDS_ALIKE:
            continue
        shares = {
            new: 2 * (bag & other).total() / (bag.total() + other.total())
            for new, other in bags.items()
            if new[0] != old[0]
        }
        best = max(shares, key=lambda new: shares[new], default=None)
        if best is not None and shares[best] >= ALIKE:
            del bags[best]
            yield old, best


def _bag(block: BlockTokens) -> Counter[str]:
    return Counter(run.text for run in runs_of(block) if token_weight(run))

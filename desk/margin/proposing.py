"""Tracked changes of a manuscript as proposals: what differs between a text with them refused and with them taken.

The two texts are read by the same reader, so each difference is a change that the author's tool had noted. One inside a
paragraph becomes other words for a few of its words; one that such words cannot say (a note, a link, another style, a
paragraph more or less) becomes other blocks in place of some.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.margin.passages import BETWEEN, in_other_words, one_line
from desk.versions.body_sentences import body_sentences
from prose.html.alike import MOST_PAIRS, alike_blocks
from prose.html.merge import blocks_of, merge_bodies
from prose.html.text import plain_text
from prose.three_way import Change, changes
from prose.words import parts_of, weight


@dataclass(frozen=True)
class ProposedChange:
    """Other words for a passage of the text with the changes refused, whose blocks are counted from 0.

    `spans`: None for words inside one block; else the number of blocks in whose place `markup` is to stand, which then
    stands before `block` if it is 0. `remark`: what words do not show, in sentences.
    """

    block: int
    quoted: str
    wording: str
    spans: int | None = None
    markup: str = ""
    remark: str = ""


def changes_between(refused: str, taken: str) -> list[ProposedChange]:
    """The proposals that lead from one cleaned body to the other, in order. Each may be taken without the others."""
    found: list[ProposedChange] = []
    place = 0
    for change in changes(blocks_of(refused), blocks_of(taken)):
        if not change.is_none:
            for old, new in _pairs(change.old, change.new):
                found += _of_blocks(place + old.start, change.old[old], change.new[new])
        place += len(change.old)
    return found


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[slice, slice]]:
    """Stretches of both sides that belong together: a block and what it became, blocks that went, blocks that came."""
    if _letters(old) == _letters(new) or len(old) * len(new) > MOST_PAIRS:
        yield slice(0, len(old)), slice(0, len(new))  # paragraphs that were split or joined: one change
        return
    pairs = alike_blocks(old, new)
    at_old = at_new = 0
    for here, there in [*pairs, (len(old), len(new))]:
        if here > at_old:
            yield slice(at_old, here), slice(at_new, at_new)
        if there > at_new:
            yield slice(here, here), slice(at_new, there)
        if here < len(old):
            yield slice(here, here + 1), slice(there, there + 1)
        at_old, at_new = here + 1, there + 1


def _letters(blocks: Sequence[str]) -> str:
    return "".join("".join(plain_text(block).split()) for block in blocks)


def _of_blocks(place: int, old: Sequence[str], new: Sequence[str]) -> list[ProposedChange]:
    if len(old) == len(new) == 1 and (by_words := _by_words(place, old[0], new[0])):
        return by_words
    texts = [BETWEEN.join(one_line(plain_text(block)) for block in side) for side in (old, new)]
    sentences = body_sentences("".join(old), "".join(new)) if old and new else []
    remark = " ".join(plain_text(f"<p>{sentence}</p>").strip() for sentence in sentences)
    return [ProposedChange(place, texts[0], texts[1], len(old), "".join(new), remark)]


def _by_words(place: int, old: str, new: str) -> list[ProposedChange]:
    """The change of one block as changes of its words; none if these do not give the other block exactly."""
    texts = [one_line(plain_text(side)) for side in (old, new)]
    found = [ProposedChange(place, quoted, wording) for quoted, wording in _word_changes(texts[0], texts[1])]
    block = old
    for proposal in found:
        wanted = in_other_words(old, proposal.quoted, proposal.wording)
        merged = merge_bodies(old, wanted, block) if wanted is not None else None
        if merged is None or merged.conflicts:
            return []
        block = merged.text
    return found if block == new else []


def _word_changes(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Each change of words as (words of the old text that stand in it once, words in their place)."""
    parts = list(changes(parts_of(old), parts_of(new), weigh=weight))
    for index, change in enumerate(parts):
        if not change.is_none:
            before = [part for each in parts[:index] for part in each.old]
            after = [part for each in parts[index + 1 :] for part in each.old]
            yield _with_context(old, change, before, after)


def _with_context(old: str, change: Change[str], before: list[str], after: list[str]) -> tuple[str, str]:
    """The change with as many words around it as make its place clear."""
    reach = 0 if any(map(weight, change.old)) and any(map(weight, change.new)) else 2
    while True:
        left, right = before[len(before) - reach :] if reach else [], after[:reach]
        quoted = "".join([*left, *change.old, *right]).strip()
        if (quoted and old.count(quoted) == 1) or reach > len(before) + len(after):
            return quoted, "".join([*left, *change.new, *right]).strip()
        reach += 1

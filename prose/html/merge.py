"""Merge of bodies: three ways by words, and one changed passage carried over to another text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import compress

from prose.html.inline import TextRun
from prose.html.notes_alike import same_notes, with_words, words_of_note
from prose.html.tokens import BlockStart, Token, html_of, lines, token_weight, tokens_of
from prose.html.tree import inner_html, parse
from prose.three_way import MergedPart, MergedText, Passage, stretches

MOST_CONFLICTS = 25
"""Above it, the texts have so little in common that they are one conflict."""


def merge_bodies(
    base: str,
    mine: str,
    theirs: str,
    *,
    giving_way: Collection[Passage] = (),
    written: Mapping[Passage, str] | None = None,
) -> MergedText:
    """Merge cleaned bodies by blocks, by words inside a block, and by words inside a note.

    `giving_way`: conflicts of the same merge in which the text is to have theirs; `written`: those in which it is to
    have these blocks, also where the same blocks stand in it a second time.
    """
    if mine in (base, theirs) or theirs == base:
        return MergedText(theirs if mine == base else mine)
    sides = [tokens_of(base), tokens_of(mine), tokens_of(theirs)]
    notes = _merge_notes(*sides)  # first: it puts merged notes into the sides
    parts = list(_by_words(*sides))
    merge = _BodyMerge(parts, _groups(parts), notes)
    conflicts = merge.conflicts
    merge = merge.with_theirs([passage in giving_way for passage in conflicts])
    if not written:
        return MergedText(merge.text(), conflicts)
    places = [
        (_span(*map(blocks_of, versions)), passage)
        for versions, passage in zip(merge.versions(), conflicts, strict=True)
        if passage in written
    ]
    return _with_written(merge.text(), places, written, conflicts)


@dataclass(frozen=True)
class _BodyMerge:
    """A merge with its conflicts: groups of its parts, by their places, and notes.

    `settled`: notes that give way, as mine and as theirs.
    """

    parts: Sequence[MergedPart[Token]]
    groups: Sequence[set[int]]
    notes: Sequence[Passage]
    settled: Mapping[str, str] = field(default_factory=dict)

    @property
    def conflicts(self) -> tuple[Passage, ...]:
        """The conflicts in order, those inside of notes last."""
        return tuple(_passage(*versions) for versions in self.versions())

    def versions(self) -> Iterator[tuple[str, str, str]]:
        """For each conflict, the whole body as it was there, as it is, and as they have it there."""
        html = self.text()
        for group in self.groups:
            yield self.text(group, "base"), html, self.text(group, "theirs")
        for note in self.notes:
            yield html.replace(note.mine, note.base), html, html.replace(note.mine, note.theirs)

    def text(self, group: Collection[int] = (), side: str = "mine") -> str:
        """The merged body, with a side in the parts of a group."""
        html = html_of(_tokens(self.parts, group, side))
        for mine, theirs in self.settled.items():
            html = html.replace(mine, theirs)
        return html

    def with_theirs(self, yielding: Sequence[bool]) -> "_BodyMerge":
        """The same with theirs in some of the conflicts; `yielding`: True or False for each of them."""
        taken = set[int]().union(*compress(self.groups, yielding))
        parts = [
            MergedPart(part.theirs, part.theirs, part.theirs) if place in taken else part
            for place, part in enumerate(self.parts)
        ]
        notes = compress(self.notes, yielding[len(self.groups) :])
        return replace(self, parts=parts, settled={note.mine: note.theirs for note in notes})


def _with_written(
    html: str,
    places: Sequence[tuple[slice, Passage]],
    written: Mapping[Passage, str],
    conflicts: tuple[Passage, ...],
) -> MergedText:
    """Put the words in their places, from the last to the first; passages that share a block stay as they are."""
    blocks = blocks_of(html)
    before = len(blocks)
    refused = set[Passage]()
    for place, passage in sorted(places, key=lambda each: each[0].start, reverse=True):
        if place.stop > before or blocks[place] != blocks_of(passage.mine):
            refused.add(passage)
            continue
        blocks[place] = blocks_of(written[passage])
        before = place.start
    return MergedText("".join(blocks), conflicts, frozenset(written) - refused)


def _merge_notes(base: list[Token], mine: list[Token], theirs: list[Token]) -> list[Passage]:
    """Put the merge of each note that all three have in the place of all three; return the notes in conflict."""
    in_mine, in_theirs = same_notes(base, mine), same_notes(base, theirs)
    conflicts = []
    for place in sorted(in_mine.keys() & in_theirs.keys()):
        notes = [(base, place), (mine, in_mine[place]), (theirs, in_theirs[place])]
        runs = [side[at] for side, at in notes]
        if len({run.element for run in runs if isinstance(run, TextRun)}) == 1:
            continue
        versions = _merged_note([run for run in runs if isinstance(run, TextRun)])
        for (side, at), run in zip(notes, runs, strict=True):
            side[at] = run._replace(element=versions.mine) if isinstance(run, TextRun) else run
        if versions.theirs != versions.mine:
            conflicts.append(versions)
    return conflicts


def _merged_note(notes: list[TextRun]) -> Passage:
    """The merge of one note, with mine, with theirs and with the base in the place of each conflict."""
    base, mine, theirs = (words_of_note(note) for note in notes)
    merge = list(stretches(base, mine, theirs, weigh=token_weight))
    conflicts = {index for index, stretch in enumerate(merge) if stretch.is_conflict}
    versions = [
        with_words(notes[1], list(_tokens(merge, conflicts, side))).element
        for side in ("base", "mine", "theirs")
    ]
    return Passage(*versions)


def _by_words(base: list[Token], mine: list[Token], theirs: list[Token]) -> Iterator[MergedPart[Token]]:
    """The merge by words inside the blocks that both sides changed."""
    for blocks in stretches(*(_whole_blocks(side) for side in (base, mine, theirs))):
        sides = [
            [token for block in side for token in block] for side in (blocks.base, blocks.mine, blocks.theirs)
        ]
        whole = MergedPart(*sides)
        if whole.is_conflict:
            yield from stretches(*sides, weigh=token_weight)
        else:
            yield whole


def _whole_blocks(tokens: list[Token]) -> list[tuple[Token, ...]]:
    return [(start, *runs) for start, runs in lines(tokens)]


def _groups(merge: Sequence[MergedPart[Token]]) -> list[set[int]]:
    """Places of conflicts; those without the start of a block between them are one group."""
    groups: list[set[int]] = []
    is_same_block = False
    for index, stretch in enumerate(merge):
        if stretch.is_conflict and is_same_block:
            groups[-1].add(index)
        elif stretch.is_conflict:
            groups.append({index})
        tokens = (*stretch.base, *stretch.mine, *stretch.theirs)
        starts_block = any(isinstance(token, BlockStart) for token in tokens)
        is_same_block = stretch.is_conflict or (is_same_block and not starts_block)
    return groups if len(groups) <= MOST_CONFLICTS else [set.union(*groups)]


def _tokens(merge: Sequence[MergedPart[Token]], group: Collection[int], side: str) -> Iterator[Token]:
    """The merged tokens, with this side in the stretches of a group."""
    for index, stretch in enumerate(merge):
        yield from getattr(stretch, side) if index in group else stretch.merged


def _passage(base: str, mine: str, theirs: str) -> Passage:
    """The blocks in which the three differ; where mine has none, with the block before or after."""
    sides = [blocks_of(html) for html in (base, mine, theirs)]
    place = _span(*sides)
    end = len(sides[1]) - place.stop
    return Passage(*("".join(side[place.start : len(side) - end]) for side in sides))


def _span(*sides: Sequence[str]) -> slice:
    """The blocks of mine, the second of the three, in which they differ; where mine has none, one before or after."""
    shortest = min(map(len, sides))
    start = next((i for i in range(shortest) if len({side[i] for side in sides}) > 1), shortest)
    most = shortest - start
    end = next((i for i in range(most) if len({side[-1 - i] for side in sides}) > 1), most)
    if start + end >= len(sides[1]):
        start, end = (start - 1, end) if start else (start, max(end - 1, 0))
    return slice(start, len(sides[1]) - end)


def carried_over(old: str, new: str, other: str) -> str | None:
    """`other` with the change from `old` to `new` applied; None if it lacks the changed passage.

    Bodies are compared block by block; a changed block must occur in `other` exactly once, word for word.
    """
    if other == old:
        return new
    before, after, blocks = blocks_of(old), blocks_of(new), blocks_of(other)
    for tag, start, stop, begins, ends in reversed(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ):
        if tag == "equal":
            continue
        # An insertion is located by the block before it; at the beginning by the one after it.
        is_insertion = start == stop
        anchor = before[max(start - 1, 0) : max(stop, 1)] if is_insertion else before[start:stop]
        replacement = after[begins:ends]
        if is_insertion:
            replacement = [*anchor, *replacement] if start else [*replacement, *anchor]
        places = [i for i in range(len(blocks) - len(anchor) + 1) if blocks[i : i + len(anchor)] == anchor]
        if not anchor or len(places) != 1:
            return None
        blocks[places[0] : places[0] + len(anchor)] = replacement
    return "".join(blocks)


def blocks_of(html: str) -> list[str]:
    """The body's outermost blocks, each as HTML."""
    blocks = []
    body = parse(html)
    for node in list(body):
        body.remove(node)
        holder = parse("")
        holder.append(node)
        blocks.append(inner_html(holder))
    return blocks

"""Merge of bodies: three ways by words, and one changed passage carried over to another text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
    notes = _merge_notes(*sides)
    merge = list(_by_words(*sides))
    groups = _groups(merge)
    html = html_of(token for stretch in merge for token in stretch.merged)
    conflicts = [
        _passage(_variant(merge, group, "base"), html, _variant(merge, group, "theirs")) for group in groups
    ]
    for note in notes:
        of_base, of_theirs = (html.replace(note.mine, other) for other in (note.base, note.theirs))
        conflicts.append(_passage(of_base, html, of_theirs))
    yielding = [passage in giving_way for passage in conflicts]
    taken = set[int]().union(*compress(groups, yielding))
    merge = [
        MergedPart(part.theirs, part.theirs, part.theirs) if index in taken else part
        for index, part in enumerate(merge)
    ]
    settled = {note.mine: note.theirs for note in compress(notes, yielding[len(groups) :])}
    html = _with_notes(html_of(token for stretch in merge for token in stretch.merged), settled)
    if not written:
        return MergedText(html, tuple(conflicts))
    variants = [
        (
            _with_notes(_variant(merge, group, "base"), settled),
            _with_notes(_variant(merge, group, "theirs"), settled),
        )
        for group in groups
    ]
    variants += [(html.replace(note.mine, note.base), html.replace(note.mine, note.theirs)) for note in notes]
    places = [
        (_span(blocks_of(of_base), blocks_of(html), blocks_of(of_theirs)), passage)
        for (of_base, of_theirs), passage in zip(variants, conflicts, strict=True)
        if passage in written
    ]
    return _with_written(html, places, written, tuple(conflicts))


def _with_notes(html: str, notes: Mapping[str, str]) -> str:
    for old, new in notes.items():
        html = html.replace(old, new)
    return html


def _with_written(
    html: str,
    places: Sequence[tuple[slice, Passage]],
    written: Mapping[Passage, str],
    conflicts: tuple[Passage, ...],
) -> MergedText:
    """Put the words in their places, from the last to the first; passages that share a block stay as they are."""
    blocks, before = blocks_of(html), len(html)
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


def _variant(merge: Sequence[MergedPart[Token]], group: set[int], side: str) -> str:
    return html_of(_tokens(merge, group, side))


def _tokens(merge: Sequence[MergedPart[Token]], group: set[int], side: str) -> Iterator[Token]:
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

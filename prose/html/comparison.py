"""Comparison of two texts, word by word, as HTML with `ins` and `del` for a desk page.

The result is for reading and is never stored: the cleaner of bodies removes these elements.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from prose.html.compared.figures import in_words
from prose.html.compared.marks import DELETED, INSERTED, holds_changes, with_marks
from prose.html.compared.moved import BlockTokens, Move, PartPlace, moves_in, runs_of, stand_in, with_moves
from prose.html.compared.tables import tables_as_blocks
from prose.html.inline import TextRun, runs_html
from prose.html.notes_alike import same_notes, words_of_note
from prose.html.tokens import (
    PARAGRAPH,
    Token,
    is_note,
    lines,
    raw_html_of,
    token_weight,
    tokens_of,
)
from prose.three_way import Change, changes
from prose.words import compare_words

CONTEXT = 1  # unchanged blocks shown before and after a change


def compared_lines(old: str, new: str) -> str:
    """Plain text, escaped, with its changed words marked."""
    parts = (
        runs_html([TextRun((), "".join(part.new))])
        if part.is_none
        else runs_html([TextRun((DELETED,), "".join(part.old)), TextRun((INSERTED,), "".join(part.new))])
        for part in compare_words(old, new)
    )
    return "".join(parts).replace("\n", "<br>")


@dataclass(frozen=True)
class ComparedBodies:
    """Two bodies as one with changed words marked, and the blocks that stand elsewhere in the new one."""

    html: str
    moves: Sequence[Move]


def compared_bodies(old: str, new: str) -> str:
    """Two cleaned bodies as one with changed words marked. Of unchanged blocks only those beside a change are shown."""
    return compare_bodies(old, new).html


def compare_bodies(old: str, new: str) -> ComparedBodies:
    """The comparison of two cleaned bodies with what sentences about it need, so that it is made once for a page."""
    parts = _parts(old, new)
    places = moves_in(parts)
    moved = [move for _, move in places.values()]
    sides = ({old: number for number, old in enumerate(places)},
             {new: number for number, (new, _) in enumerate(places.values())})  # fmt: skip
    tokens: list[Token] = []
    for index, part in enumerate(parts):
        if part.is_none:
            tokens += _shortened(part.new, is_first=index == 0, is_last=index == len(parts) - 1)
        else:
            removed, added = (
                _flat(_with_stand_ins(blocks, index, numbers, is_new=bool(is_new)))
                for is_new, (blocks, numbers) in enumerate(zip((part.old, part.new), sides, strict=True))
            )
            tokens += with_marks(changes(removed, added, weigh=token_weight))
    compared = [
        list(with_marks(changes(runs_of(move.old), runs_of(move.new), weigh=token_weight))) for move in moved
    ]
    return ComparedBodies(raw_html_of(with_moves(tokens, moved, compared)), moved)


def moved_blocks(old: str, new: str) -> Sequence[Move]:
    """The blocks of two cleaned bodies that stand elsewhere in the new one."""
    return [move for _, move in moves_in(_parts(old, new)).values()]


def _parts(old: str, new: str) -> list[Change[BlockTokens]]:
    """The comparison of two bodies by blocks, notes shown in brackets and each table one block."""
    before, after = (list(in_words(tokens_of(html))) for html in (old, new))
    _mark_notes(before, after)
    before, after = tables_as_blocks(before, after)
    return list(changes(_blocks(before), _blocks(after)))


def _with_stand_ins(
    blocks: Sequence[BlockTokens], part: int, numbers: Mapping[PartPlace, int], *, is_new: bool
) -> list[BlockTokens]:
    """The blocks of one side of a change, a moved one with a stand-in for its words."""
    return [
        stand_in(block, numbers[part, place], is_new=is_new) if (part, place) in numbers else block
        for place, block in enumerate(blocks)
    ]


def links_of(html: str) -> list[tuple[str, str]]:
    """The links of a body in order, those in notes included, as (words, start tag of the link)."""
    links: list[tuple[str, str]] = []
    for token in tokens_of(html):
        runs = words_of_note(token) if isinstance(token, TextRun) and is_note(token) else [token]
        for run in runs:
            if not isinstance(run, TextRun):
                continue
            link = next((mark for mark in run.marks if mark.startswith("<a ")), "")
            if links and links[-1][1] == link:
                links[-1] = (links[-1][0] + run.text, link)
            else:
                links.append((run.text, link))
    return [(words, link) for words, link in links if link]


def _mark_notes(before: list[Token], after: list[Token]) -> None:
    """Show notes in brackets. A note that was changed stands in both texts with its changed words marked."""
    same = same_notes(before, after)
    for old, new in same.items():
        words, others = (words_of_note(run) for run in (before[old], after[new]) if isinstance(run, TextRun))
        inner = _runs(with_marks(changes(words, others, weigh=token_weight)))
        for side, place in ((before, old), (after, new)):
            side[place] = _in_brackets(side[place], inner)
    for side, matched in ((before, same.keys()), (after, set(same.values()))):
        for place, token in enumerate(side):
            if place not in matched and isinstance(token, TextRun) and is_note(token):
                side[place] = _in_brackets(token, _runs(words_of_note(token)))


def _in_brackets(token: Token, inner: Sequence[TextRun]) -> Token:
    note = f'<span class="compared-note">[{runs_html(inner)}]</span>'
    return token._replace(element=note) if isinstance(token, TextRun) else token


def _shortened(blocks: Sequence[BlockTokens], *, is_first: bool, is_last: bool) -> list[Token]:
    """The equal blocks beside a change, and those with changes inside, with a line for those that are left out."""
    edges = [-1, *(place for place, block in enumerate(blocks) if holds_changes(block)), len(blocks)]
    shown: list[Token] = []
    for edge, following in pairwise(edges):
        head = 0 if is_first and edge < 0 else CONTEXT
        tail = 0 if is_last and following == len(blocks) else CONTEXT
        shown += [
            *_flat(blocks[max(edge, 0) : edge + 1]),
            *_without_middle(blocks[edge + 1 : following], head, tail),
        ]
    return shown


def _without_middle(blocks: Sequence[BlockTokens], head: int, tail: int) -> list[Token]:
    if (left_out := len(blocks) - head - tail) <= 1:
        return _flat(blocks)
    words = f"… {left_out} unchanged parts of the text are left out …"
    line = TextRun((), element=f'<span class="unchanged">{escape(words)}</span>')
    return [*_flat(blocks[:head]), PARAGRAPH, line, *_flat(blocks[len(blocks) - tail :])]


def _blocks(tokens: Sequence[Token]) -> list[BlockTokens]:
    return [(start, *runs) for start, runs in lines(tokens)]


def _flat(blocks: Sequence[BlockTokens]) -> list[Token]:
    return [token for block in blocks for token in block]


def _runs(tokens: Iterable[Token]) -> list[TextRun]:
    return [token for token in tokens if isinstance(token, TextRun)]

"""A copy that the desk made, read by its styles: nothing in it is taken for a date, a bio or a disclaimer.

Its text is text, whatever it says. Its bylines are read as names only if somebody changed them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.findings import Certainty, Evidence, Finding, Recognition
from intake.knowledge import Knowledge
from intake.recognition.cautions import on_unknown_names
from intake.recognition.recognise import recognise
from intake.sources.manuscript import BlockKind, Hint, Manuscript, SourceBlock, paragraph
from intake.sources.own_copies import read_mark, seal_of

_HEAD = (Hint.TITLE, Hint.SUBTITLE, Hint.BYLINE)
_REACH = 12  # blocks that a head may have
_SCOPE = re.compile(r' scope="\w+"')
_STAND_IN = paragraph("Headline", 0, Hint.TITLE)
CHANGED_BYLINE = "The byline reads now “{}”; change it in the form."


@dataclass(frozen=True)
class _Head:
    """The blocks of a head by their styles; `end`: of the head; `others`: blocks in it that are text."""

    titles: list[SourceBlock]
    deks: list[SourceBlock]
    bylines: list[SourceBlock]
    others: list[SourceBlock]
    end: int


def recognise_copy(
    manuscript: Manuscript, knowledge: Knowledge, *, institution: str, kind: str
) -> Recognition | None:
    """The copy's headline, dek and text; people if its bylines were changed. None for a file that is none of ours.

    None as well for one that has lost its bylines, or the styles by which they are told.
    """
    mark = read_mark(manuscript.mark)
    head = _head_of(manuscript.blocks, mark.seal) if mark and mark.seal else None
    if mark is None or head is None:
        return None
    is_changed = _seal(head.bylines) != mark.seal
    said = _names_in(head.bylines, knowledge, institution, kind) if is_changed else Recognition()
    return Recognition(
        institution=Finding(institution, Certainty.KNOWN, ()),
        kind=Finding(kind, Certainty.KNOWN, ()),
        headline=_line(head.titles),
        dek=_line(head.deks),
        people=said.people,
        body=tuple(map(_without_scopes, (*head.others, *manuscript.blocks[head.end :]))),
        pictures=manuscript.pictures,
        left_out=manuscript.left_out,
        remarks=manuscript.remarks,
        warnings=said.warnings,
        doubts=manuscript.doubts,
        mark=manuscript.mark,
        margin=manuscript.margin,
    )


def _head_of(blocks: Sequence[SourceBlock], seal: str) -> _Head | None:
    """The head of a copy; None if its styles do not tell where it is."""
    end = 0
    for number, block in enumerate(blocks[:_REACH]):
        if block.hint in _HEAD:
            end = number + 1
        elif number > end:  # one paragraph among them may have lost its style, not two
            break
    by_style = [[block for block in blocks[:end] if block.hint is hint] for hint in _HEAD]
    titles, deks, bylines = by_style
    others = [block for block in blocks[:end] if block.hint not in _HEAD]
    if not bylines and seal != seal_of(()):
        plain = next((each for each in _openings(blocks[end:]) if _seal(each) == seal), None)
        if plain is None:
            return None
        bylines, end = plain, end + len(plain)
    return _Head(titles, deks, bylines, others, end)


def _openings(blocks: Sequence[SourceBlock]) -> Iterator[list[SourceBlock]]:
    """The first block, the first two, and so on."""
    return (list(blocks[:many]) for many in range(1, min(len(blocks), _REACH) + 1))


def _seal(lines: Sequence[SourceBlock]) -> str:
    return seal_of(line.text for line in lines)


def _names_in(lines: Sequence[SourceBlock], knowledge: Knowledge, institution: str, kind: str) -> Recognition:
    """People whom changed bylines name, if each line of them can be read; else a warning with their words."""
    plain = (replace(line, hint=Hint.NONE) for line in lines)
    said = recognise(Manuscript((_STAND_IN, *plain)), knowledge, institution=institution, kind=kind)
    if said.people and not said.body:
        return Recognition(people=said.people, warnings=tuple(on_unknown_names(said)))
    return Recognition(warnings=(CHANGED_BYLINE.format(" / ".join(line.text for line in lines)),))


def _without_scopes(block: SourceBlock) -> SourceBlock:
    """A block as the draft is compared: a web page says the scope of every header cell, a Word file of none."""
    return replace(block, html=_SCOPE.sub("", block.html)) if block.kind is BlockKind.TABLE else block


def _line(blocks: Sequence[SourceBlock]) -> Finding[str] | None:
    if not blocks:
        return None
    evidence = tuple(Evidence(block.line, block.text) for block in blocks)
    return Finding(" ".join(block.text for block in blocks), Certainty.KNOWN, evidence)

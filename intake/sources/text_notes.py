"""Endnotes of a plain text: "[1]" or "¹" in it and, below, a paragraph for each that begins with its mark.

They move to their marks only if each mark has one note and each note one mark; else an editor is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from re import Match

from intake.patterns import Pattern
from intake.sources.manuscript import BlockKind, LeftOut, SourceBlock
from intake.sources.markup import running_text
from intake.sources.tidy.notes import HEADING_OF_NOTES

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED, "0123456789")


@dataclass(frozen=True)
class _Marks:
    """A way of writing marks, and notes that begin with one; the first group is the number."""

    mark: Pattern
    note: Pattern


_IN_BRACKETS = _Marks(Pattern(r"\s?\[(\d{1,3})\]"), Pattern(r"\[(\d{1,3})\]\s*(\S.*)"))
_ARE_RAISED = _Marks(Pattern(rf"([{_RAISED}]{{1,3}})"), Pattern(rf"([{_RAISED}]{{1,3}})\s*([^\W\d].*)"))
"""Without a note they are no marks: "12 m²"."""
RUNNING = 120  # characters of a paragraph of the text itself; no headline and no byline is so long


def move_notes(blocks: Sequence[SourceBlock]) -> tuple[list[SourceBlock], list[LeftOut], list[str]]:
    """The blocks with their notes at the marks, the heading above the notes, and doubts."""
    if marked := next((block for block in blocks if _IN_BRACKETS.mark.search(block.text)), None):
        return _moved(blocks, _IN_BRACKETS, marked)
    if marked := next((block for block in blocks if _note(block, _ARE_RAISED)), None):
        return _moved(blocks, _ARE_RAISED, marked)
    return list(blocks), [], []


def _moved(
    blocks: Sequence[SourceBlock], marks: _Marks, marked: SourceBlock
) -> tuple[list[SourceBlock], list[LeftOut], list[str]]:
    first = next((at for at, block in enumerate(blocks) if _note(block, marks)), len(blocks))
    notes: dict[str, str] = {}
    for block in blocks[first:]:
        note = _note(block, marks)
        if not note or _number(note) != str(len(notes) + 1):
            break
        notes[_number(note)] = note[2]
    rest = blocks[first + len(notes) :]
    body, heading = _without_heading(blocks[:first])
    found = [_number(mark) for block in body for mark in marks.mark.finditer(block.text)]
    start = next((at for at, block in enumerate(body) if len(block.text) >= RUNNING), len(body))
    is_sure = found == list(notes) and not any(
        marks.mark.search(block.text) for block in (*body[:start], *rest)
    )
    if not is_sure:
        return list(blocks), [], [_doubt(marked, marks)]
    return [*(_with_notes(block, notes, marks) for block in body), *rest], heading, []


def _note(block: SourceBlock, marks: _Marks) -> Match[str] | None:
    return marks.note.fullmatch(block.text) if block.kind is BlockKind.PARAGRAPH else None


def _number(mark: Match[str]) -> str:
    return mark[1].translate(_DIGITS)


def _without_heading(body: Sequence[SourceBlock]) -> tuple[Sequence[SourceBlock], list[LeftOut]]:
    if body and HEADING_OF_NOTES.fullmatch(body[-1].text.rstrip(" :")):
        return body[:-1], [LeftOut("heading of the notes", body[-1].text, body[-1].line)]
    return body, []


def _with_notes(block: SourceBlock, notes: dict[str, str], marks: _Marks) -> SourceBlock:
    if not marks.mark.search(block.html):
        return block

    def note(mark: Match[str]) -> str:
        return f'<span data-footnote="">{escape(notes[_number(mark)], quote=False)}</span>'

    html = marks.mark.sub(note, block.html)
    return replace(block, html=html, text=running_text(html))


def _doubt(block: SourceBlock, marks: _Marks) -> str:
    mark = marks.mark.search(block.text)
    words = mark[0].strip() if mark else ""
    sentence = f"“{words}” looks like the mark of a note, but not every mark has one note of its own."
    return f"{sentence} They were left as they are."

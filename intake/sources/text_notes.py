"""Endnotes of a plain text: "[1]" in its paragraphs and, below them, a paragraph for each that begins with its mark.

They move to their marks only if each mark has one note and each note one mark; else an editor is asked.
"""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from re import Match

from intake.patterns import Pattern
from intake.sources.manuscript import BlockKind, LeftOut, SourceBlock
from intake.sources.markup import running_text
from intake.sources.tidy.notes import HEADING_OF_NOTES

_MARK = Pattern(r"\s?\[(\d{1,3})\]")
_NOTE = Pattern(r"\[(\d{1,3})\]\s*(\S.*)")
RUNNING = 120  # characters of a paragraph of the text itself; no headline and no byline is so long


def move_notes(blocks: Sequence[SourceBlock]) -> tuple[list[SourceBlock], list[LeftOut], list[str]]:
    """The blocks with their notes at the marks, the heading above the notes, and doubts."""
    marked = [block for block in blocks if _MARK.search(block.text)]
    if not marked:
        return list(blocks), [], []
    first = next((at for at, block in enumerate(blocks) if _note(block)), len(blocks))
    notes: dict[str, str] = {}
    for block in blocks[first:]:
        note = _note(block)
        if not note or int(note[1]) != len(notes) + 1:
            break
        notes[note[1]] = note[2]
    rest = blocks[first + len(notes) :]
    body, heading = _without_heading(blocks[:first])
    marks = [mark for block in body for mark in _MARK.findall(block.text)]
    start = next((at for at, block in enumerate(body) if len(block.text) >= RUNNING), len(body))
    is_sure = marks == list(notes) and not any(_MARK.search(block.text) for block in (*body[:start], *rest))
    if not is_sure:
        return list(blocks), [], [_doubt(marked[0])]
    return [*(_with_notes(block, notes) for block in body), *rest], heading, []


def _note(block: SourceBlock) -> Match[str] | None:
    return _NOTE.fullmatch(block.text) if block.kind is BlockKind.PARAGRAPH else None


def _without_heading(body: Sequence[SourceBlock]) -> tuple[Sequence[SourceBlock], list[LeftOut]]:
    if body and HEADING_OF_NOTES.fullmatch(body[-1].text.rstrip(" :")):
        return body[:-1], [LeftOut("heading of the notes", body[-1].text, body[-1].line)]
    return body, []


def _with_notes(block: SourceBlock, notes: dict[str, str]) -> SourceBlock:
    if not _MARK.search(block.html):
        return block

    def note(mark: Match[str]) -> str:
        return f'<span data-footnote="">{escape(notes[mark[1]], quote=False)}</span>'

    html = _MARK.sub(note, block.html)
    return replace(block, html=html, text=running_text(html))


def _doubt(block: SourceBlock) -> str:
    mark = _MARK.search(block.text)
    words = mark[0].strip() if mark else ""
    sentence = f"“{words}” looks like the mark of a note, but not every mark has one note of its own."
    return f"{sentence} They were left as they are."

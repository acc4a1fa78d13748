"""Read plain text in any usual encoding: one block a paragraph, list or heading."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from intake.sources.characters import Decoded, decode
from intake.sources.manuscript import (
    BlockKind,
    CannotRead,
    Hint,
    Manuscript,
    SourceBlock,
    paragraph,
    refuse_too_long,
)
from intake.sources.text_lists import FULL_LINE, Group, ListReader, TextLine, TextList, doubts_on
from intake.sources.text_notes import RUNNING, move_notes
from prose.errors import ProseError
from prose.typography import clean_line

_WRAPPED_TO = 100
_LONGEST_HEADING = 80
_WRAPPED = "Line breaks inside paragraphs were taken for wrapping and closed up."
_READ_AS = "Lines that begin with a sign or a number were read as lists, lines in capitals as headings."


def read_text(source: bytes | str) -> Manuscript:
    """The manuscript in a plain text: a paragraph is a line or, in a hard-wrapped text, a group of lines."""
    decoded = Decoded(source) if isinstance(source, str) else decode(source)
    text, remarks = decoded.text, decoded.remarks
    refuse_too_long(text)
    groups = _groups(text)
    if not groups:
        raise CannotRead("This text is empty.")
    is_wrapped = _is_wrapped(groups)
    parts = ListReader(is_wrapped=is_wrapped).read(groups)
    if is_wrapped:
        remarks = (*remarks, _WRAPPED)
        parts = [part if isinstance(part, TextList) else _closed_up(part) for part in parts]
    try:
        blocks = _with_headings([block for part in parts for block in _blocks(part)])
    except ProseError as error:  # a list is longer with its markup
        raise CannotRead(str(error)) from error
    if any(block.kind in (BlockKind.LIST, BlockKind.HEADING) for block in blocks):
        remarks = (*remarks, _READ_AS)
    blocks, left_out, on_notes = move_notes(blocks)
    loose = [line for part in parts if not isinstance(part, TextList) for line in part]
    return Manuscript(
        tuple(blocks),
        left_out=tuple(left_out),
        remarks=remarks,
        doubts=(*decoded.doubts, *doubts_on(loose), *on_notes),
    )


def _groups(text: str) -> list[Group]:
    """Groups of lines between empty lines."""
    groups: list[Group] = [[]]
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text), start=1):
        if line := clean_line(raw):
            groups[-1].append(TextLine(number, line, len(raw) - len(raw.lstrip())))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_wrapped(groups: Sequence[Group]) -> bool:
    """True for a hard-wrapped text: no line is longer than a page is wide, and somewhere three full lines follow."""
    longest = max(len(line.words) for group in groups for line in group)
    return longest <= _WRAPPED_TO and any(len(group) > 2 and _runs_on(group) for group in groups)


def _runs_on(group: Group) -> bool:
    return all(len(line.words) >= FULL_LINE for line in group[:-1])


def _closed_up(group: Group) -> Group:
    if not _runs_on(group):
        return group
    return [TextLine(group[0].number, " ".join(line.words for line in group))]


def _blocks(part: Group | TextList) -> Iterator[SourceBlock]:
    if isinstance(part, TextList):
        yield from part.blocks()
    else:
        yield from (paragraph(line.words, line.number) for line in part)


def _with_headings(blocks: Sequence[SourceBlock]) -> list[SourceBlock]:
    """The blocks, with each short line in capitals that stands between running paragraphs as a heading."""
    start = next((at for at, block in enumerate(blocks) if len(block.text) >= RUNNING), len(blocks))
    return [
        _as_heading(block)
        if start < at < len(blocks) - 1 and _is_in_capitals(block) and _is_running(blocks[at + 1])
        else block
        for at, block in enumerate(blocks)
    ]


def _is_in_capitals(block: SourceBlock) -> bool:
    is_short = 3 < len(block.text) <= _LONGEST_HEADING and block.text[-1] not in ".,;"
    return block.kind is BlockKind.PARAGRAPH and is_short and block.text.isupper()


def _is_running(block: SourceBlock) -> bool:
    is_long = len(block.text) > _LONGEST_HEADING and not block.text.isupper()
    return is_long or block.kind is BlockKind.LIST


def _as_heading(block: SourceBlock) -> SourceBlock:
    html = f"<h2>{escape(block.text, quote=False)}</h2>"
    return SourceBlock(BlockKind.HEADING, html, block.text, block.line, Hint.HEADING)

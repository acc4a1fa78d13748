"""A manuscript as it was read: blocks in order, each with its line, and what reading did to it."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from prose.typography import clean_line


class CannotRead(ValueError):
    """The source cannot be taken in. Its text is a sentence for the person who brought it."""


class BlockKind(StrEnum):
    """What a block is, as far as recognition cares."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"


class Hint(StrEnum):
    """What the source itself says about a block, by its style or tag."""

    NONE = ""
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"


@dataclass(frozen=True)
class SourceBlock:
    """One block: `html` is the whole cleaned element, `text` its words in one line.

    `line` is where it starts in the source, from 1; in a Word file a line is a paragraph.
    """

    kind: BlockKind
    html: str
    text: str
    line: int
    hint: Hint = Hint.NONE


@dataclass(frozen=True)
class LeftOut:
    """Something of the source that no block carries, with its words: an image, a page's navigation."""

    what: str
    text: str
    line: int


@dataclass(frozen=True)
class Manuscript:
    """The blocks of a source, what was left out of them, and sentences on what reading assumed."""

    blocks: tuple[SourceBlock, ...]
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()


def paragraph(text: str, line: int, hint: Hint = Hint.NONE) -> SourceBlock:
    """A paragraph of plain words."""
    text = clean_line(text)
    return SourceBlock(BlockKind.PARAGRAPH, f"<p>{escape(text, quote=False)}</p>", text, line, hint)


def as_html(blocks: tuple[SourceBlock, ...]) -> str:
    """The blocks as one body."""
    return "\n".join(block.html for block in blocks)

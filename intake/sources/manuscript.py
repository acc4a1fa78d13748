"""A manuscript as it was read: blocks in order, each with its line, its pictures, and remarks on the reading."""

from dataclasses import dataclass, field
from enum import StrEnum
from html import escape

from intake.sources.claims import Claim
from prose.limits import MAX_BODY_CHARS
from prose.typography import clean_line


class CannotRead(ValueError):
    """The source cannot be read. Its text is a sentence for the editor."""


def refuse_too_long(text: str) -> None:
    """Raise CannotRead for a text that no piece could hold: before it is looked at letter by letter."""
    if len(text) > MAX_BODY_CHARS:
        raise CannotRead(
            f"This text is too long: {len(text):,} characters, at most {MAX_BODY_CHARS:,} are taken."
        )


class BlockKind(StrEnum):
    """Kinds of block that recognition tells apart."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    FIGURE = "figure"


class Hint(StrEnum):
    """The source's own word on a block, from its style or tag."""

    NONE = ""
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BYLINE = "byline"  # counts only in a copy that the desk made
    BESIDE = "beside"  # stands beside the text of a page: it counts only if its form is known


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
    """A part of the source that is in no block, with its words: an image, a page's navigation."""

    what: str
    text: str
    line: int


@dataclass(frozen=True)
class SourcePicture:
    """A picture of a source. `key` names it in its figure's block, until the picture has a record.

    `alt`: None if nobody wrote one, "" for a picture that the source calls decorative. `caption`: the words of its
    caption, without the `credit`; `beside`: words near it, by which somebody finds its place.
    """

    key: str
    content: bytes = field(repr=False)
    file_name: str = ""
    alt: str | None = None
    caption: str = ""
    credit: str = ""
    beside: str = ""


@dataclass(frozen=True)
class TrackedChange:
    """Words that an author's tool notes as "inserted" or "deleted", by whom, and when by the clock of that computer."""

    kind: str
    words: str
    author: str
    dated: str


@dataclass(frozen=True)
class MarginComment:
    """A comment beside the text. `paragraph` and `quoted`: its place, with tracked changes taken and with them refused.

    `dated`: "2026-11-03T10:12", by the clock of that computer; "" if the file does not say.
    """

    words: str
    author: str
    dated: str
    paragraph: list[str]
    quoted: list[str]
    is_answer: bool = False
    is_done: bool = False


@dataclass(frozen=True)
class Margin:
    """Notes beside the text that a file brings: tracked changes and comments, in the order of the text."""

    changes: tuple[TrackedChange, ...] = ()
    comments: tuple[MarginComment, ...] = ()


@dataclass(frozen=True)
class Manuscript:
    """Blocks of a source, parts that were left out, and sentences on what reading assumed.

    `doubts` are sentences on what an editor must look at: a piece with a doubt is never published by itself.
    `claims` are what the source says of itself outside its text; `mark` is the identifier that its file carries.
    """

    blocks: tuple[SourceBlock, ...]
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    pictures: tuple[SourcePicture, ...] = ()
    mark: str = ""
    margin: Margin = field(default_factory=Margin)


def paragraph(text: str, line: int, hint: Hint = Hint.NONE) -> SourceBlock:
    """A paragraph of plain words."""
    text = clean_line(text)
    return SourceBlock(BlockKind.PARAGRAPH, f"<p>{escape(text, quote=False)}</p>", text, line, hint)


def as_html(blocks: tuple[SourceBlock, ...]) -> str:
    """The blocks as one body."""
    return "\n".join(block.html for block in blocks)

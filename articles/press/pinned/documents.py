"""DocumentFact: a file that a piece carries, as its page prints it."""

from dataclasses import dataclass
from typing import ClassVar

from articles.press.pinned.library import LibraryFact


@dataclass(frozen=True, kw_only=True)
class DocumentFact(LibraryFact):
    """A document with one of its files. `own_title`: its name in the library; `pages`: None where they are not counted.

    `language`: that of the text in it and of its name.
    """

    PINNED: ClassVar[tuple[str, ...]] = ("credit", "own_title", "language")

    own_title: str
    format: str
    media_type: str
    bytes: int
    pages: int | None

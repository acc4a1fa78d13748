"""PictureFact: a picture as a page prints it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from articles.press.pinned.library import LibraryFact


@dataclass(frozen=True, kw_only=True)
class PictureFact(LibraryFact):
    """A picture with one of its files. `widths`: of its renditions, in pixels; `focus`: hundredths across and down.

    `language`: that of `description`.
    """

    PINNED: ClassVar[tuple[str, ...]] = ("credit", "focus", "description", "language")

    width: int
    height: int
    format: str
    widths: list[int]
    focus: list[int]
    description: str

    @property
    def as_json(self) -> dict[str, Any]:
        """The picture's member of `printed["pictures"]`, which is found by its uuid."""
        return {name: value for name, value in super().as_json.items() if name != "uuid"}

"""A picture as its edition keeps it (`Edition.printed["pictures"]`), with the addresses of its files at a door."""

from dataclasses import dataclass, replace
from typing import Any

from articles.models.edition import Edition
from prose.printed_line import PrintedLine
from reading.pictures.doors import PictureDoor

AWAY_WIDTH = 960
"""Pixels across of a picture on others' pages: one size, for a column of text."""

SHARED_WIDTH = 1440
"""Pixels across of the picture that link previews show; they want 1200 at least."""


@dataclass(frozen=True)
class PrintedPicture:
    """What an edition keeps of a picture. `widths`: those of its renditions, in pixels; `focus` in hundredths."""

    file: str
    width: int
    height: int
    file_format: str
    widths: tuple[int, ...]
    credit: PrintedLine
    licence: PrintedLine
    focus: tuple[int, int]
    may_be_passed_on: bool
    description: str
    language: str

    def goes_out_at(self, door: PictureDoor) -> bool:
        return self.may_be_passed_on or not door.is_passing_on

    def width_up_to(self, most: int) -> int:
        """The widest rendition that is not wider than `most`; the narrowest if all are."""
        return max((width for width in self.widths if width <= most), default=min(self.widths))

    def only_up_to(self, most: int) -> "PrintedPicture":
        """The picture as if that rendition were all that there is."""
        return replace(self, widths=(self.width_up_to(most),))

    def height_at(self, width: int) -> int:
        """The height of a rendition (`pictures.files.renditions.rendition_of`)."""
        return max(1, round(self.height * width / self.width))

    def srcset(self, door: PictureDoor, file_format: str) -> str:
        """Its renditions in a format, for the attribute `srcset`."""
        return ", ".join(
            f"{door.address(self.file, width, file_format)} {width}w" for width in sorted(self.widths)
        )


def printed_pictures(edition: Edition) -> dict[str, PrintedPicture]:
    """The pictures of an edition by their uuid; none in editions of earlier releases."""
    rows: dict[str, dict[str, Any]] = edition.printed.get("pictures", {})
    return {key: printed_picture(row) for key, row in rows.items()}


def printed_picture(row: dict[str, Any]) -> PrintedPicture:
    """One member of `printed["pictures"]`."""
    across, down = row["focus"]
    return PrintedPicture(
        file=row["file"],
        width=row["width"],
        height=row["height"],
        file_format=row["format"],
        widths=tuple(row["widths"]),
        credit=row["credit"],
        licence=row["licence"],
        focus=(across, down),
        may_be_passed_on=row["may_be_passed_on"],
        description=row["description"],
        language=row["language"],
    )

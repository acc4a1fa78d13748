"""Doors at which pictures are drawn: what the addresses of their files begin with, and which pictures go out there."""

from dataclasses import dataclass

from articles.addresses import absolute

FOLDER = "/pictures/"
"""Where readers get the files of pictures."""


@dataclass(frozen=True)
class PictureDoor:
    """A door for pictures.

    `is_away`: the text is shown on others' pages, which lack our style sheet: a picture has one size, a whole address
    and no crop. `is_passing_on`: only pictures go along that others may have from us.
    """

    folder: str = FOLDER
    is_away: bool = False
    is_passing_on: bool = False

    def address(self, file: str, width: int, file_format: str) -> str:
        """ "/pictures/<file>/960.avif"."""
        path = f"{self.folder}{file}/{width}.{file_format}"
        return absolute(path) if self.is_away else path


ON_THE_PAGE = PictureDoor()
IN_A_FEED = PictureDoor(is_away=True)
IN_A_COPY = PictureDoor(is_away=True, is_passing_on=True)

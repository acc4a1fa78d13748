"""Doors at which pictures and files go out: what the addresses of their files begin with, and which may go there."""

from dataclasses import dataclass

from articles.addresses import absolute

FOLDER = "/pictures/"
"""Folder of the files of pictures, for readers."""

FILES = "/files/"
"""Folder of the files that pieces carry."""


@dataclass(frozen=True)
class PictureDoor:
    """A door for pictures and files.

    `is_away`: the text is shown on others' pages, which lack our style sheet: a picture has one size, a whole address
    and no crop. `names_files`: addresses of files end with the name that they have for who keeps them.
    `is_passing_on`: only those go along that others may have from us.
    """

    folder: str = FOLDER
    files: str = FILES
    names_files: bool = True
    is_away: bool = False
    is_passing_on: bool = False

    def address(self, file: str, width: int, file_format: str) -> str:
        """ "/pictures/<file>/960.avif"."""
        path = f"{self.folder}{file}/{width}.{file_format}"
        return absolute(path) if self.is_away else path

    def file_address(self, file: str, download_name: str) -> str:
        """ "/files/<file>/harbour-dues.pdf"."""
        path = f"{self.files}{file}/{download_name if self.names_files else ''}"
        return absolute(path) if self.is_away else path


ON_THE_PAGE = PictureDoor()
IN_A_FEED = PictureDoor(is_away=True)
IN_A_COPY = PictureDoor(is_away=True, is_passing_on=True)

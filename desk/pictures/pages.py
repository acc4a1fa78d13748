"""The pages of pictures, and the addresses of their files at the desk."""

from enum import Enum

from django.urls import reverse

from desk.library.pages import Shelf
from pictures.files.renditions import widths_of
from pictures.models import Picture, PictureFile

SMALL, LARGE = 480, 960
SHELF = Shelf(Picture)


class PicturePage(Enum):
    """A page of the library beside Django's own: its route below /admin/pictures/picture/."""

    FILE = "file/<str:name>/<int:width>.<str:file_format>"
    REPLACE = "<int:object_id>/replace/"
    CHOOSE = "choose/"
    UPLOAD = "upload/"

    @property
    def url_name(self) -> str:
        return f"pictures_picture_{self.name.lower()}"

    def address(self, *args: object) -> str:
        """The page's address, for the arguments of its route in order."""
        return reverse(f"admin:{self.url_name}", args=args)


def file_address(file: PictureFile, wanted: int = SMALL) -> str:
    """The desk's address of a rendition at least so wide; of the widest if none is."""
    widths = widths_of(file.width)
    width = next((each for each in widths if each >= wanted), widths[-1])
    return PicturePage.FILE.address(file.name, width, file.fallback_format)

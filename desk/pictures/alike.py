"""Pictures that look like another: most often the same one in another size, or cut by somebody."""

from dataclasses import dataclass
from typing import Any

from desk.library.pages import newest_file, record_address
from desk.pictures.pages import file_address
from pictures.files.look import ALIKE
from pictures.models import Picture, PictureFile

MOST_SHOWN = 4


@dataclass(frozen=True)
class Alike:
    """A picture that looks like another."""

    picture: Picture
    file: PictureFile
    address: str
    thumbnail: str


def alike_ones(picture: Picture, user: Any) -> list[Alike]:
    """Other pictures that the user sees and that look like this one, the newest first."""
    visible = Picture.objects.visible_to(user).exclude(pk=picture.pk)
    files = PictureFile.objects.current().alike(newest_file(picture).look, within=ALIKE)
    found = files.filter(picture__in=visible).select_related("picture").order_by("-added_at")
    return [
        Alike(file.picture, file, record_address(file.picture), file_address(file))
        for file in found[:MOST_SHOWN]
    ]

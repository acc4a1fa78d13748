"""The page on which a picture gets a better file."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from desk.library.pages import newest_file
from desk.library.replacing import ReplacingPage, replace_in
from desk.pictures.adding import ACCEPT
from desk.pictures.pages import LARGE, file_address
from desk.pictures.receiving import RECEPTION
from desk.pictures.uses import uses_of
from pictures.files.look import ALIKE, difference
from pictures.models import Picture, PictureFile
from prose.quotation_marks import in_quotes


def replace(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the page, or take the new file."""
    return replace_in(request, PAGE, object_id)


def _in_words(before: PictureFile, file: PictureFile) -> tuple[str, str]:
    """What changed; and a word of warning about a file that is worse, or shows something else."""
    said = f"The file is {in_quotes(file.upload_name)} now, {file.width} × {file.height} pixels"
    words = f"; it was {before.width} × {before.height}."
    if file.width < before.width:
        words += " It is smaller than the one before."
    if difference(before.look, file.look) > ALIKE:
        words += " It looks different: see that it is the same picture, and that its focal point is right."
    return said, words


def _about(picture: Picture) -> dict[str, Any]:
    return {"large": file_address(newest_file(picture), LARGE)}


PAGE = ReplacingPage(RECEPTION, "admin/pictures/picture/replace.html", ACCEPT, uses_of, _in_words, _about)

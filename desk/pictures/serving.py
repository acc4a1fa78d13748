"""The desk's address of a picture's file: for accounts that may see the picture, whatever readers get of it."""

from django.http import Http404, HttpRequest, HttpResponse

from desk.library.pages import user_of
from pictures.models import Picture
from pictures.models.picture_file import FileFormat
from pictures.served import content_of, rendition


def picture_file(request: HttpRequest, name: str, width: int, file_format: str) -> HttpResponse:
    """A rendition, or the largest one that is made while it is not. Raises Http404 for everything else."""
    user = user_of(request, "pictures.view_picture")
    if "\x00" in name or not Picture.objects.visible_to(user).filter(files__name=name).exists():
        raise Http404
    return send_picture(name, width, file_format)


def send_picture(name: str, width: int, file_format: str) -> HttpResponse:
    """A rendition for somebody who may see the picture, kept in no cache. Raises Http404 if there is none."""
    row = rendition(name, width, file_format)
    if row is None:
        raise Http404
    try:
        content = content_of(row)
    except FileNotFoundError as error:
        raise Http404 from error
    response = HttpResponse(content, content_type=FileFormat(row.file_format).media_type)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response

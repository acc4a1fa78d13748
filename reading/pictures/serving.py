"""Files of pictures, for readers: served while a live edition or a profile shows the picture, and at no other time.

Every address that is not served gets the same answer, whether there is such a file or not; only one that readers once
had says that it is gone.
"""

import datetime as dt
import logging
import re
from collections.abc import Sequence

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from articles.shown_pictures import ever_shown_files, files_of_faces, files_on_pages
from pictures import storage
from pictures.models import PictureFile, StoredFile
from pictures.models.picture_file import FileFormat
from pictures.served import content_of
from reading.pictures.byte_range import part_of
from reading.prepared_query import Prepared
from reading.public_view import file_view

log = logging.getLogger(__name__)
_TEXT = "text/plain; charset=utf-8"

CACHE_CONTROL = "public, max-age=60, s-maxage=60"
"""The bytes behind an address never change, but they may have to go: within a minute, as texts do."""

PROTECTED = "/protected-pictures/"
"""What nginx has the storage's folder at; the location is internal (docs/operations.md)."""

SIGNED_FOR = 60
"""Seconds for which a bucket's signed address is good."""

_FILE = re.compile(r"(?P<name>[a-z2-7]{26})/(?P<width>[1-9][0-9]{0,4})\.(?P<format>[a-z]{3,4})", re.ASCII)


@file_view
def picture_file(request: HttpRequest, at: dt.datetime, file: str) -> HttpResponseBase:
    """A rendition; while it is not made yet, the largest that is. `file`: "<name>/960.avif"."""
    asked = _FILE.fullmatch(file)
    if asked is None:
        return _nothing_here()
    width, file_format = int(asked["width"]), asked["format"]
    rows = _on_pages(name=asked["name"], at=at) or _of_faces(name=asked["name"], at=at)
    if row := _chosen(rows, width, file_format):
        is_as_asked = (row.width, row.file_format) == (width, file_format)
        return _answer(request, row, CACHE_CONTROL if is_as_asked else "no-cache")
    if not rows and ever_shown_files(at).filter(name=asked["name"]).exists():
        return HttpResponse("This picture is no longer shown.", status=410, content_type=_TEXT)
    return _nothing_here()


def _nothing_here() -> HttpResponse:
    return HttpResponse("There is no picture at this address.", status=404, content_type=_TEXT)


def _renditions(files: QuerySet[PictureFile], name: str) -> QuerySet[StoredFile]:
    """The renditions of a file, if it is one of those; `is_held`: its bytes are in the row, not in the storage yet."""
    rows = StoredFile.objects.filter(
        file__in=files.filter(name=name).order_by().values("pk"), is_master=False
    )
    return rows.select_related("file").defer("content").annotate(is_held=Q(content__isnull=False))


# One after the other: the database takes ten times as long to plan the question for portraits and logos.
_on_pages = Prepared(lambda name, at: _renditions(files_on_pages(at), name), name=str, at=dt.datetime)
_of_faces = Prepared(lambda name, at: _renditions(files_of_faces(at), name), name=str, at=dt.datetime)


def _chosen(rows: Sequence[StoredFile], width: int, file_format: str) -> StoredFile | None:
    """The rendition asked for; while it is not made, the largest that is, which every browser shows."""
    asked = [row for row in rows if (row.width, row.file_format) == (width, file_format)]
    if not asked or asked[0].size is not None:
        return next(iter(asked), None)
    made = [
        row
        for row in rows
        if row.size is not None and row.file_format in (file_format, row.file.fallback_format)
    ]
    return max(made, key=lambda row: (row.width, row.file_format == file_format), default=None)


def _answer(request: HttpRequest, row: StoredFile, cache_control: str) -> HttpResponseBase:
    """The file; or word to the server in front, or to the client, where to get it (setting PICTURES_SENDFILE)."""
    is_stored, handed_over = not vars(row)["is_held"], settings.PICTURES_SENDFILE
    if is_stored and handed_over == "signed" and (signed := storage.signed_address(row.path, SIGNED_FOR)):
        return HttpResponseRedirect(signed)
    response = HttpResponse(content_type=FileFormat(row.file_format).media_type)
    response.headers["Cache-Control"] = cache_control
    response.headers["X-Content-Type-Options"] = "nosniff"
    if is_stored and handed_over == "x-accel":
        response.headers["X-Accel-Redirect"] = f"{PROTECTED}{row.path}"
        return response
    etag = response.headers["ETag"] = f'"{row.width}-{row.file_format}-{row.size}"'
    conditional = get_conditional_response(request, etag=etag, response=response)
    return _with_bytes(request, row, response) if conditional is response else conditional or response


def _with_bytes(request: HttpRequest, row: StoredFile, response: HttpResponse) -> HttpResponse:
    if request.method == "HEAD":
        response.headers["Accept-Ranges"] = "bytes"
        response.headers["Content-Length"] = str(row.size)
        return response
    try:
        response.content = content_of(row) if vars(row)["is_held"] else storage.read(row.path)
    except FileNotFoundError:
        log.exception("Lost: %s. manage.py sweep_pictures has it made again.", row.path)
        return _nothing_here()
    except OSError:
        log.exception("The storage does not give %s.", row.path)
        return HttpResponse(
            "Please try again in a minute.", status=503, content_type=_TEXT, headers={"Retry-After": "60"}
        )
    return part_of(request, response)

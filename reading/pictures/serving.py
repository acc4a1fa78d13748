"""Files of pictures, for readers: served while a live edition or a profile shows the picture, and at no other time.

Every address that is not served gets the same answer, whether there is such a file or not; only one that readers once
had says that it is gone.
"""

import datetime as dt
import re
from collections.abc import Sequence
from functools import partial
from typing import cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from articles.prepared_query import Prepared
from articles.shown_pictures import ever_shown_files, files_of_faces, files_on_pages, last_end_on_pages
from pictures.models import Clearance, PictureFile, StoredFile
from pictures.models.picture_file import FileFormat
from pictures.served import content_of
from prose.dates import begins_first, begins_last
from reading.files.handing_over import FileToSend, hand_over, no_longer_here, nothing_here
from reading.files.lasting import seconds_left
from reading.public_view import file_view

_FILE = re.compile(r"(?P<name>[a-z2-7]{26})/(?P<width>[1-9][0-9]{0,4})\.(?P<format>[a-z]{3,4})", re.ASCII)


@file_view
def picture_file(request: HttpRequest, at: dt.datetime, file: str) -> HttpResponseBase:
    """A rendition; while it is not made yet, the largest that is. `file`: "<name>/960.avif"."""
    asked = _FILE.fullmatch(file)
    if asked is None:
        return nothing_here()
    width, file_format = int(asked["width"]), asked["format"]
    rows = _on_pages(name=asked["name"], at=at) or _of_faces(name=asked["name"], at=at)
    if row := _chosen(rows, width, file_format):
        is_as_asked = (row.width, row.file_format) == (width, file_format)
        return hand_over(request, _to_send(row, seconds_left(at, _end_of(row, at)) if is_as_asked else 0))
    if not rows and ever_shown_files(at).filter(name=asked["name"]).exists():
        return no_longer_here()
    return nothing_here()


def _renditions(files: QuerySet[PictureFile], name: str) -> QuerySet[StoredFile]:
    """The renditions of a file, if it is one of those; `is_held`: its bytes are in the row, not in the storage yet."""
    rows = StoredFile.objects.filter(
        file__in=files.filter(name=name).order_by().values("pk"), is_master=False
    )
    return rows.select_related("file").defer("content").annotate(is_held=Q(content__isnull=False))


# One after the other: the database takes ten times as long to plan the question for portraits and logos.
_on_pages = Prepared(
    lambda name, at: _renditions(files_on_pages(at), name).annotate(
        until=last_end_on_pages(at, OuterRef("file"))
    ),
    name=str,
    at=dt.datetime,
)
_PERMISSIONS = Clearance.objects.for_everything().filter(
    picture=OuterRef("file__picture"), until_on__isnull=False
)
_of_faces = Prepared(
    lambda name, at: _renditions(files_of_faces(at), name).annotate(
        ends_on=ArraySubquery(_PERMISSIONS.order_by("until_on").values("until_on"))
    ),
    name=str,
    at=dt.datetime,
)


def _end_of(row: StoredFile, at: dt.datetime) -> dt.datetime | None:
    """The instant at which a file has to go, as far as that is known; None if it is not."""
    facts = vars(row)
    if "until" in facts:
        return cast("dt.datetime | None", facts["until"])
    begun = [(begins_first(day), begins_last(day)) for day in facts["ends_on"]]
    # Between the two, the day of the permission's end has begun somewhere: the house's own may be next.
    return min((max(first, at) for first, last in begun if at < last), default=None)


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


def _to_send(row: StoredFile, keep_for: int) -> FileToSend:
    """The file of a row. What stands in for another size is kept by nobody."""
    return FileToSend(
        path=row.path,
        media_type=FileFormat(row.file_format).media_type,
        size=row.size or 0,
        tag=f"{row.width}-{row.file_format}-{row.size}",
        held=partial(content_of, row) if vars(row)["is_held"] else None,
        keep_for=keep_for,
    )

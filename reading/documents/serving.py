"""Files that pieces carry, for readers: served while a live edition carries the file, and at no other time.

Every address that is not served gets the same answer, whether there is such a file or not; only one that readers once
had leads to the better file that replaced it, or says that it is gone.
"""

import datetime as dt
import re
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from articles.prepared_query import Prepared
from articles.shown_documents import (
    ever_shown_documents,
    is_in_indexes,
    last_end_of_document,
    shown_documents,
)
from documents.models import DocumentFile
from documents.models.document_file import DocumentFormat
from pictures.served import content_of
from reading.files.handing_over import FileToSend, hand_over, no_longer_here, nothing_here
from reading.files.lasting import MOST_SECONDS, cache_control, seconds_left
from reading.pictures.doors import ON_THE_PAGE
from reading.public_view import file_view

_FILE = re.compile(
    r"(?P<name>[a-z2-7]{26})/(?P<download_name>[a-z0-9][a-z0-9-]{0,79}\.(?P<format>[a-z]{3,4}))", re.ASCII
)
_INLINE = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
"""A browser's own viewer is a plug-in with a style of its own: in a sandbox it shows nothing."""
_ATTACHED = "default-src 'none'; sandbox"


@file_view
def document_file(request: HttpRequest, at: dt.datetime, file: str) -> HttpResponseBase:
    """A file that a live page carries. `file`: "<name>/harbour-dues.pdf", of which the name alone decides.

    What it is called for those who keep it may change with its title; links to it go on leading there.
    """
    asked = _FILE.fullmatch(file)
    if asked is None:
        return nothing_here()
    row = _shown.first(name=asked["name"], at=at)
    if row is not None and row.file_format == asked["format"]:
        return hand_over(request, _to_send(row, asked["download_name"], at))
    if row is None and ever_shown_documents(at).filter(name=asked["name"]).exists():
        return _better_one(asked, at) or no_longer_here()
    return nothing_here()


def _better_one(asked: re.Match[str], at: dt.datetime) -> HttpResponseBase | None:
    """The way to the file that pages carry in place of this one; None if they carry none of the same record."""
    files = shown_documents(at).filter(document__files__name=asked["name"])
    better = files.defer("content").order_by("-number").first()
    if better is None:
        return None
    name = f"{asked['download_name'].rpartition('.')[0]}.{better.file_format}"
    moved = HttpResponsePermanentRedirect(ON_THE_PAGE.file_address(better.name, name))
    moved.headers["Cache-Control"] = cache_control(MOST_SECONDS)
    return moved


def _rows(name: str, at: dt.datetime) -> QuerySet[DocumentFile]:
    """The file of this name, if a live edition carries it; `is_held`: its bytes are not in the storage yet."""
    return (
        shown_documents(at)
        .filter(name=name)
        .defer("content")
        .annotate(
            is_held=Q(content__isnull=False),
            until=last_end_of_document(at, OuterRef("pk")),
            is_indexed=Exists(is_in_indexes(at, OuterRef("pk"))),
        )
    )


_shown = Prepared(_rows, name=str, at=dt.datetime)


def _to_send(row: DocumentFile, download_name: str, at: dt.datetime) -> FileToSend:
    """The file of a row. A PDF opens in the browser; all others are kept by whoever asks for them."""
    facts, is_pdf = vars(row), row.file_format == DocumentFormat.PDF
    headers = {
        "Content-Disposition": f'{"inline" if is_pdf else "attachment"}; filename="{download_name}"',
        "Content-Security-Policy": _INLINE if is_pdf else _ATTACHED,
    }
    if not facts["is_indexed"]:
        headers["X-Robots-Tag"] = "noindex"
    return FileToSend(
        path=row.path,
        media_type=DocumentFormat(row.file_format).content_type,
        size=row.size,
        tag=row.digest[:32],
        held=partial(content_of, row) if facts["is_held"] else None,
        keep_for=seconds_left(at, facts["until"]),
        headers=headers,
    )

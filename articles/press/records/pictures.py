"""Pictures that a version may show on a day, as facts: their file, their credit, their licence."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet

from articles.press.pinned.library import PrintedRows
from articles.press.pinned.pictures import PictureFact
from articles.press.records.library import load_shown
from articles.rights.clearances import clearances_on
from articles.snapshot import Content
from articles.used_pictures import used_pictures, uses_pictures
from pictures.models import Clearance, PictureFile


def load_pictures(
    content: Content, article_id: int, on: dt.date, *, keep: PrintedRows
) -> Iterator[PictureFact]:
    """The pictures that a version uses and may show on a day of its institution. `keep`: those that stay as printed."""
    if not uses_pictures(content):
        return
    allowing = clearances_on(Clearance.objects.all(), on, article_id)
    for picture, file, facts in load_shown(
        used_pictures(content), allowing, _files(), content["language"], keep
    ):
        today = PictureFact(
            **facts,
            width=file.width,
            height=file.height,
            format=file.fallback_format,
            widths=file.widths,
            focus=[picture.focus_across, picture.focus_down],
            description=picture.description,
        )
        was = keep.get(today.uuid)
        yield today.as_printed(was) if was else today


def _files() -> QuerySet[Any]:
    """All files, each with the widths of what readers get of it."""
    is_smaller = Q(stored__is_master=False)
    return PictureFile.objects.annotate(
        widths=ArrayAgg("stored__width", filter=is_smaller, distinct=True, default=[])
    )

"""Pictures that a version may show on a day, as facts: their file, their credit, their licence."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Prefetch, Q, QuerySet

from articles.press.pinned.pictures import PictureFact, PrintedPictures, as_printed
from articles.rights.pictures import clearances_on
from articles.snapshot import Content
from articles.used_pictures import used_pictures, uses_pictures
from pictures.models import Clearance, Picture, PictureFile
from pictures.printed_credit import on_page


def load_pictures(
    content: Content, article_id: int, on: dt.date, *, keep: PrintedPictures
) -> tuple[PictureFact, ...]:
    """The pictures that a version uses and may show on a day of its institution. `keep`: those that stay as printed."""
    if not uses_pictures(content):
        return ()
    allowing = clearances_on(on, article_id).select_related("licence__merged_into")
    rows: Any = used_pictures(content).prefetch_related(
        Prefetch("clearances", allowing, to_attr="allowing"), Prefetch("files", _files(), to_attr="all_files")
    )
    return tuple(
        _fact(row, row.allowing, row.all_files, content["language"], keep.get(str(row.uuid)))
        for row in rows
        if row.allowing and row.all_files
    )


def _files() -> QuerySet[Any]:
    """All files, the newest first, each with the widths of what readers get of it."""
    is_smaller = Q(stored__is_master=False)
    return PictureFile.objects.order_by("-number").annotate(
        widths=ArrayAgg("stored__width", filter=is_smaller, distinct=True, default=[])
    )


def _fact(
    picture: Picture,
    clearances: Sequence[Clearance],
    files: Sequence[Any],
    language: str,
    was: dict[str, Any] | None,
) -> PictureFact:
    """The picture with the file that was printed, else with its newest."""
    file = next((file for file in files if was and file.name == was["file"]), files[0])
    licence = next((row.licence for row in clearances if row.licence), None)
    licence = (licence.merged_into or licence) if licence else None
    today = PictureFact(
        id=picture.pk,
        file_id=file.pk,
        uuid=str(picture.uuid),
        file=file.name,
        width=file.width,
        height=file.height,
        format=file.fallback_format,
        widths=file.widths,
        credit=on_page(picture.printed_credit, language),
        licence=on_page(str(licence), language, href=licence.url) if licence else [],
        licence_id=licence.pk if licence else None,
        focus=[picture.focus_across, picture.focus_down],
        may_be_passed_on=any(row.may_be_passed_on for row in clearances),
        description=picture.description,
        language=picture.language,
    )
    return as_printed(today, was) if was else today

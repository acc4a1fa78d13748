"""Records of the library that a version may show on a day, as far as pictures and files have the same facts."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from articles.press.pinned.library import PrintedRows
from pictures.printed_credit import on_page


def load_shown(
    used: QuerySet[Any], allowing: QuerySet[Any], files: QuerySet[Any], language: str, keep: PrintedRows
) -> Iterator[tuple[Any, Any, dict[str, Any]]]:
    """Of the records used each that has a file and a permission: it, its file, and their facts.

    The file is the one that was printed, else the newest. `allowing`: the permissions that count; `keep`: what stays as
    printed; `language`: that of the page.
    """
    rows = used.prefetch_related(
        Prefetch("clearances", allowing, to_attr="allowing"),
        Prefetch("files", files.order_by("-number"), to_attr="all_files"),
    )
    for row in rows:
        if row.allowing and row.all_files:
            was = keep.get(str(row.uuid))
            file = next(
                (file for file in row.all_files if was and file.name == was["file"]), row.all_files[0]
            )
            yield row, file, _facts(row, file, language)


def _facts(record: Any, file: Any, language: str) -> dict[str, Any]:
    """The members of `LibraryFact`. `record.allowing`: the permissions under which it is shown."""
    licence = next((row.licence for row in record.allowing if row.licence), None)
    licence = (licence.merged_into or licence) if licence else None
    return {
        "id": record.pk,
        "file_id": file.pk,
        "uuid": str(record.uuid),
        "file": file.name,
        "credit": on_page(record.printed_credit, language),
        "licence": on_page(str(licence), language, href=licence.url) if licence else [],
        "licence_id": licence.pk if licence else None,
        "may_be_passed_on": any(row.may_be_passed_on for row in record.allowing),
        "language": record.language,
    }

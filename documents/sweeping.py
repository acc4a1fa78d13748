"""The files of documents, compared with their rows by the command that sweeps the library."""

from collections.abc import Iterator

from documents.models import DocumentFile
from pictures.worker.sweep import AT_A_TIME, Sweep, SweptFolder


def _with_rows(paths: list[str]) -> set[str]:
    names = {path.split("/")[1].partition(".")[0] for path in paths}
    return {row.path for row in DocumentFile.objects.filter(name__in=names).only("name", "file_format")}


def _rows_of_stored() -> Iterator[DocumentFile]:
    return DocumentFile.objects.exclude(stored_at=None).defer("content").iterator(AT_A_TIME)


def _name_the_lost(missing: list[DocumentFile], found: Sweep, only_look: bool) -> None:
    found.lost += [row.path for row in missing]


DOCUMENTS = SweptFolder("documents", _with_rows, _rows_of_stored, _name_the_lost)

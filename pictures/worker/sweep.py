"""Compare the storage with the rows, both ways: after a restore, a lost disk, or files that somebody moved by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import transaction

from pictures import storage
from pictures.models import FileToRemove, PictureFile, StoredFile
from pictures.worker.channel import wake_the_worker

AT_A_TIME = 500
Item = TypeVar("Item")


@dataclass
class Sweep:
    """Findings of a sweep. `lost`: masters whose file is gone; only a backup or a new upload brings them back."""

    looked_at: int = 0
    without_row: int = 0
    to_make_again: int = 0
    lost: list[str] = field(default_factory=list)


def sweep(*, only_look: bool = False) -> Iterator[Sweep]:
    """Mend what can be mended, or only look what there is to mend.

    Gives the same account again after each batch, for a program that shows progress.
    """
    found = Sweep()
    for paths in _batches(storage.all_paths()):
        _look_for_rows(paths, found, only_look)
        yield found
    for rows in _batches(
        StoredFile.objects.exclude(stored_at=None).select_related("file").iterator(AT_A_TIME)
    ):
        _look_for_files(rows, found, only_look)
        yield found
    if not only_look:
        wake_the_worker()


def _look_for_rows(paths: list[str], found: Sweep, only_look: bool) -> None:
    """Have files removed that no row names. (A row comes before its file, so none of these is just being written.)"""
    names = {path.split("/")[1] for path in paths if path.count("/") == 2}
    files = PictureFile.objects.filter(name__in=names)
    known = {row.path for row in StoredFile.objects.filter(file__in=files).select_related("file")}
    unknown = [path for path in paths if path not in known]
    if not only_look:
        FileToRemove.objects.bulk_create([FileToRemove(path=path) for path in unknown], ignore_conflicts=True)
    found.looked_at += len(paths)
    found.without_row += len(unknown)


@transaction.atomic
def _look_for_files(rows: list[StoredFile], found: Sweep, only_look: bool) -> None:
    """Have renditions made again whose file is gone, or has another size than was written."""
    missing = [row for row in rows if storage.size_of(row.path) != row.size]
    found.lost += [row.path for row in missing if row.is_master]
    again = [row.pk for row in missing if not row.is_master]
    if not only_look:
        StoredFile.objects.filter(pk__in=again).update(stored_at=None, size=None, attempts=0)
    found.to_make_again += len(again)


def _batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == AT_A_TIME:
            yield batch
            batch = []
    if batch:
        yield batch

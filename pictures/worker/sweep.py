"""Compare the storage with the rows, both ways: after a restore, a lost disk, or files that somebody moved by hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import transaction
from django.utils.module_loading import import_string

from pictures import storage
from pictures.models import FileToRemove, PictureFile, StoredFile
from pictures.worker.channel import wake_the_worker
from pictures.worker.jobs import FOLDERS

AT_A_TIME = 500
Item = TypeVar("Item")


@dataclass
class Sweep:
    """Findings of a sweep. `lost`: files that are gone; only a backup or a new upload brings them back."""

    looked_at: int = 0
    without_row: int = 0
    to_make_again: int = 0
    lost: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class SweptFolder:
    """A folder of the storage, whose files have rows.

    `named`: of these paths those that a row names. `stored`: rows whose files are in the storage, each with its `path`
    and `size`. `mend`: what is done about rows whose file is missing, or has another size than was written.
    """

    folder: str
    named: Callable[[list[str]], set[str]]
    stored: Callable[[], Iterator[Any]]
    mend: Callable[[list[Any], Sweep, bool], None]


def sweep(*, only_look: bool = False) -> Iterator[Sweep]:
    """Mend what can be mended, or only look what there is to mend.

    Gives the same account again after each batch, for a program that shows progress.
    """
    found = Sweep()
    for swept in (PICTURES, *map(import_string, FOLDERS)):
        for paths in _batches(storage.all_paths(swept.folder)):
            _look_for_rows(swept, paths, found, only_look)
            yield found
        for rows in _batches(swept.stored()):
            _look_for_files(swept, rows, found, only_look)
            yield found
    if not only_look:
        wake_the_worker()


def _look_for_rows(swept: SweptFolder, paths: list[str], found: Sweep, only_look: bool) -> None:
    """Have files removed that no row names. (A row comes before its file, so none of these is just being written.)"""
    named = swept.named(paths)
    unknown = [path for path in paths if path not in named]
    if not only_look:
        FileToRemove.objects.bulk_create([FileToRemove(path=path) for path in unknown], ignore_conflicts=True)
    found.looked_at += len(paths)
    found.without_row += len(unknown)


@transaction.atomic
def _look_for_files(swept: SweptFolder, rows: list[Any], found: Sweep, only_look: bool) -> None:
    missing = [row for row in rows if storage.size_of(row.path) != row.size]
    swept.mend(missing, found, only_look)


def _with_rows(paths: list[str]) -> set[str]:
    names = {path.split("/")[1] for path in paths if path.count("/") == 2}
    files = PictureFile.objects.filter(name__in=names)
    return {row.path for row in StoredFile.objects.filter(file__in=files).select_related("file")}


def _rows_of_stored() -> Iterator[StoredFile]:
    return StoredFile.objects.exclude(stored_at=None).select_related("file").iterator(AT_A_TIME)


def _have_made_again(missing: list[StoredFile], found: Sweep, only_look: bool) -> None:
    """Have renditions made again; nothing brings a master back."""
    found.lost += [row.path for row in missing if row.is_master]
    again = [row.pk for row in missing if not row.is_master]
    if not only_look:
        StoredFile.objects.filter(pk__in=again).update(stored_at=None, size=None, attempts=0)
    found.to_make_again += len(again)


PICTURES = SweptFolder(storage.FOLDER, _with_rows, _rows_of_stored, _have_made_again)


def _batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == AT_A_TIME:
            yield batch
            batch = []
    if batch:
        yield batch

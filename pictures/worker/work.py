"""One piece of work after the other: store a file that is made, make one that is missing, remove one without a row.

Any number of workers may run: each takes a row that no other has locked (SKIP LOCKED). One that is killed leaves its
row as it was, and the next worker does the work again, under the same name.
"""

import datetime as dt
import logging
from collections.abc import Callable

from django.db import transaction
from django.db.models import QuerySet

from pictures import storage
from pictures.files.renditions import rendition_of_master
from pictures.models import FileToRemove, StoredFile
from pictures.worker.jobs import do_one_job

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 3


def do_one(at: Callable[[], dt.datetime]) -> bool:
    """Do one piece of work. False if there is none. `at`: the clock, read when a file is stored."""
    return _store_one(at) or _make_one(at) or _remove_one() or do_one_job(at)


@transaction.atomic
def _store_one(at: Callable[[], dt.datetime]) -> bool:
    """Write a file that is made to the storage."""
    row = _next(StoredFile.objects.to_store())
    if row is None:
        return False
    storage.write(row.path, bytes(row.content or b""))
    row.content, row.stored_at = None, at()
    row.save(update_fields=["content", "stored_at"])
    return True


def _make_one(at: Callable[[], dt.datetime]) -> bool:
    """Make a rendition and write it to the storage. One that failed three times is left, and the log says so."""
    with transaction.atomic():
        row = _next(StoredFile.objects.to_make().filter(attempts__lt=MOST_ATTEMPTS))
        if row is None:
            return False
        row.attempts += 1
        if made := _made(row):
            storage.write(row.path, made)
            row.size, row.stored_at = len(made), at()
        row.save(update_fields=["attempts", "size", "stored_at"])
    return True


def _made(row: StoredFile) -> bytes:
    """The rendition; empty if it cannot be made. A storage that is away is trouble, and no fault of the picture."""
    try:
        master = _master_of(row)
    except FileNotFoundError:
        log.error("Not made, attempt %s, because the master is lost: %s", row.attempts, row.path)
        return b""
    try:
        return rendition_of_master(master, row.width, row.file_format)
    except (OSError, ValueError, MemoryError):
        log.exception("Not made, attempt %s: %s", row.attempts, row.path)
        return b""


@transaction.atomic
def _remove_one() -> bool:
    """Take a file out of the storage whose row is gone."""
    row = FileToRemove.objects.select_for_update(skip_locked=True).order_by("id").first()
    if row is None:
        return False
    storage.remove(row.path)
    row.delete()
    return True


def _next(rows: QuerySet[StoredFile]) -> StoredFile | None:
    return rows.select_related("file").select_for_update(skip_locked=True, of=("self",)).first()


def _master_of(row: StoredFile) -> bytes:
    """The file at full size. Raises FileNotFoundError, and OSError if the storage is away."""
    master = StoredFile.objects.select_related("file").get(file=row.file, is_master=True)
    return bytes(master.content) if master.content is not None else storage.read(master.path)

"""The worker's part in documents, which stores them; and the bytes of a file, wherever they are by now."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction

from documents.models import DocumentFile
from pictures import storage


@transaction.atomic
def store_one(clock: Callable[[], dt.datetime]) -> bool:
    """Write a file to the storage, as a job of the worker of pictures. False if there is none to write."""
    row = (
        DocumentFile.objects.to_store().defer(None).select_for_update(skip_locked=True, of=("self",)).first()
    )
    if row is None:
        return False
    storage.write(row.path, bytes(row.content or b""))
    row.content, row.stored_at = None, clock()
    row.save(update_fields=["content", "stored_at"])
    return True


def content_of(file: DocumentFile) -> bytes:
    """The bytes of a file. Raises FileNotFoundError."""
    held = DocumentFile.objects.values_list("content", flat=True).get(pk=file.pk)
    return bytes(held) if held is not None else storage.read(file.path)

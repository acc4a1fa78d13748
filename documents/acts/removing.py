"""Take a document out of the library that is used nowhere."""

from django.db import transaction
from django.db.models import ProtectedError

from documents.models import Document, DocumentFile
from pictures.models import FileToRemove
from pictures.worker.channel import wake_the_worker


class DocumentIsUsed(Exception):
    """A document that something shows or has shown stays. `by`: the rows that name it."""

    def __init__(self, by: list[object]) -> None:
        super().__init__("This file is used, or was: what readers have had stays on record.")
        self.by = by


@transaction.atomic
def remove_document(document: Document) -> None:
    """Delete a document with its files. Raises `DocumentIsUsed`."""
    files = DocumentFile.objects.filter(document=document).defer("content")
    paths = [file.path for file in files]
    try:
        with transaction.atomic():
            files.delete()
            document.delete()
    except ProtectedError as error:
        raise DocumentIsUsed(list(error.protected_objects)) from error
    FileToRemove.objects.bulk_create(FileToRemove(path=path) for path in paths)
    wake_the_worker()

"""The pages of files, and their addresses at the desk."""

from enum import Enum

from django.urls import reverse

from desk.library.pages import Shelf
from documents.models import Document, DocumentFile

SHELF = Shelf(Document)


class DocumentPage(Enum):
    """A page of the library beside Django's own: its route below /admin/documents/document/."""

    FILE = "file/<str:name>/"
    REPLACE = "<int:object_id>/replace/"

    @property
    def url_name(self) -> str:
        return f"documents_document_{self.name.lower()}"

    def address(self, *args: object) -> str:
        """The page's address, for the arguments of its route in order."""
        return reverse(f"admin:{self.url_name}", args=args)


def file_address(file: DocumentFile) -> str:
    return DocumentPage.FILE.address(file.name)

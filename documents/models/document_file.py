"""DocumentFile: one uploaded file of a document, byte for byte, and the formats that are taken.

The row comes first: it holds the bytes until a worker has written them to the storage (as in `pictures`).
"""

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Q

from documents.models.document import Document
from pictures.models.kept_file import KeptFile, KeptFileQuerySet

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"


class DocumentFormat(models.TextChoices):
    """Formats of files that are taken; each is the ending of its files' names, too."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    XLSX = "xlsx", "Excel"
    PPTX = "pptx", "PowerPoint"
    ODT = "odt", "OpenDocument text"
    ODS = "ods", "OpenDocument spreadsheet"
    ODP = "odp", "OpenDocument slides"
    CSV = "csv", "CSV"
    TXT = "txt", "Text"
    JSON = "json", "JSON"
    EPUB = "epub", "EPUB"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self.value]

    @property
    def content_type(self) -> str:
        """The media type as a header says it: files of text are in UTF-8, or they are not taken."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": f"{_OPEN}.text",
    "ods": f"{_OPEN}.spreadsheet",
    "odp": f"{_OPEN}.presentation",
    "csv": "text/csv",
    "txt": "text/plain",
    "json": "application/json",
    "epub": "application/epub+zip",
}


class DocumentFileQuerySet(KeptFileQuerySet["DocumentFile"]):
    def to_store(self) -> Self:
        """Files that are not in the storage yet."""
        return self.filter(content__isnull=False).order_by("id")


class DocumentFileManager(models.Manager["DocumentFile"]):
    """Rows come without their bytes, which are fetched when somebody asks for them."""

    def get_queryset(self) -> DocumentFileQuerySet:
        return DocumentFileQuerySet(self.model, using=self._db).defer("content")


class DocumentFile(KeptFile):
    """A file as it was uploaded. Its bytes stay as they are, because a signature is over them.

    `statements`: what it says of itself, see `documents.files.read.ReadDocument`. `size` in bytes; `pages`: None
    where they are not counted.
    """

    FILE_OF = "document"

    document = models.ForeignKey(Document, models.PROTECT, related_name="files")
    file_format = models.CharField(max_length=4, choices=DocumentFormat.choices)
    size = models.PositiveIntegerField("bytes")
    pages = models.PositiveIntegerField(null=True)
    content = models.BinaryField(null=True)
    stored_at = models.DateTimeField(null=True)

    objects = DocumentFileManager.from_queryset(DocumentFileQuerySet)()

    class Meta(KeptFile.Meta):
        ordering = ["document", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_document_file_of_a_number"),
            models.CheckConstraint(
                condition=Q(content__isnull=False) ^ Q(stored_at__isnull=False),
                name="a_document_file_is_in_its_row_or_stored",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(stored_at__isnull=True), name="documents_not_stored_yet")
        ]
        triggers = [
            pgtrigger.ReadOnly(name="document_files_stay", exclude=["content", "stored_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.document}, file {self.number} ({DocumentFormat(self.file_format).label})"

    @property
    def path(self) -> str:
        """Name in the storage: "documents/<name>.pdf"."""
        return f"documents/{self.name}.{self.file_format}"

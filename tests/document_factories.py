"""Builders of documents with their files, without a reader."""

import datetime as dt
from typing import Any

import factory
from django.contrib.auth.models import User
from factory.django import DjangoModelFactory

from documents.models import Document, DocumentClearance, DocumentFile


def document_file_of(document: Document, **facts: Any) -> DocumentFile:
    """One more file of a document, a PDF of two pages, with its bytes in the row."""
    number = document.files.count() + 1
    content = facts.pop("content", b"%PDF-1.7 a report")
    usual = {"digest": f"{document.pk}-{number}", "file_format": "pdf", "pages": 2, "size": len(content)}
    said = {"statements": {"title": document.title, "language": "en", "is_tagged": True}}
    added = {"added_by": document.added_by, "added_at": document.added_at, "upload_name": "dues.pdf"}
    return DocumentFile.objects.create(
        document=document, number=number, content=content, **{**usual, **said, **added, **facts}
    )


class DocumentFactory(DjangoModelFactory[Document]):
    """A report of ours with one PDF, `file={…}` another; readers may have it everywhere."""

    class Meta:
        model = Document
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Harbour Dues {n}")
    creator = "Nora Quill"
    source_kind = "own"
    language = "en"
    added_at = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    added_by = factory.LazyFunction(lambda: User.objects.get_or_create(username="librarian")[0])

    @factory.post_generation
    def file(self, create: bool, facts: Any, **kwargs: Any) -> None:
        document_file_of(self, **(facts or {}))  # type: ignore[arg-type]

    @factory.post_generation
    def cleared(self, create: bool, terms: Any, **kwargs: Any) -> None:
        """No permission is needed, or what `cleared={…}` says; `cleared=False`: none is on record."""
        if terms is not False:
            DocumentClearance.objects.create(document=self, **{"state": "not_needed", **(terms or {})})

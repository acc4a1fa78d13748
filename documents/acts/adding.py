"""Add a document to the library, or a better file of one that is there."""

import datetime as dt
from dataclasses import asdict, dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from disclaimers.models import Institution
from documents.files.read import ReadDocument
from documents.models import Document, DocumentFile
from pictures.acts.adding import digest_of
from pictures.worker.channel import wake_the_worker


@dataclass(frozen=True)
class DocumentFacts:
    """Facts of a document that is added; fields of `Document`."""

    title: str
    creator: str = ""
    credit: str = ""
    source_kind: str = "unknown"
    source: str = ""
    language: str = ""
    institution: Institution | None = None


@transaction.atomic
def add_document(
    facts: DocumentFacts, read: ReadDocument, content: bytes, *, upload_name: str, by: User, at: dt.datetime
) -> Document:
    """Add a document with its first file."""
    values = {**asdict(facts), "institution": facts.institution}
    document = Document(**values, added_by=by, added_at=at)
    document.full_clean()
    document.save()
    _add_file(document, 1, read, content, upload_name, by, at)
    return document


@transaction.atomic
def replace_file(
    document: Document, read: ReadDocument, content: bytes, *, upload_name: str, by: User, at: dt.datetime
) -> DocumentFile:
    """Add a better file. What was printed with an earlier one stays as printed."""
    Document.objects.select_for_update().get(pk=document.pk)
    last = document.files.aggregate(last=Max("number"))["last"]
    return _add_file(document, last + 1, read, content, upload_name, by, at)


def _add_file(
    document: Document,
    number: int,
    read: ReadDocument,
    content: bytes,
    upload_name: str,
    by: User,
    at: dt.datetime,
) -> DocumentFile:
    """The row of a file, which holds its bytes until the worker has stored them."""
    file = DocumentFile.objects.create(
        document=document,
        number=number,
        digest=digest_of(content),
        file_format=read.file_format,
        size=len(content),
        pages=read.pages,
        statements=read.statements,
        content=content,
        upload_name=upload_name[-255:],
        added_by=by,
        added_at=at,
    )
    wake_the_worker()
    return file

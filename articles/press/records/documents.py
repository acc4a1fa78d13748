"""Files that a version carries and readers may have on a day, as facts."""

import datetime as dt
from collections.abc import Iterator

from articles.press.pinned.documents import DocumentFact
from articles.press.pinned.library import PrintedRows
from articles.press.records.library import load_shown
from articles.rights.clearances import clearances_on
from articles.snapshot import Content
from articles.used_documents import carries_documents, used_documents
from documents.models import DocumentClearance, DocumentFile
from documents.models.document_file import DocumentFormat


def load_documents(
    content: Content, article_id: int, on: dt.date, *, keep: PrintedRows
) -> Iterator[DocumentFact]:
    """The documents of a version that its page may show on a day of its institution. `keep`: those as printed."""
    if not carries_documents(content):
        return
    allowing = clearances_on(DocumentClearance.objects.all(), on, article_id)
    files = DocumentFile.objects.defer("content")
    for document, file, facts in load_shown(
        used_documents(content), allowing, files, content["language"], keep
    ):
        today = DocumentFact(
            **facts,
            own_title=document.title,
            format=file.file_format,
            media_type=DocumentFormat(file.file_format).media_type,
            bytes=file.size,
            pages=file.pages,
        )
        was = keep.get(today.uuid)
        yield today.as_printed(was) if was else today

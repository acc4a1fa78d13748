"""The page on which a document gets a better file."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from desk.documents.adding import ACCEPT
from desk.documents.file_words import in_words
from desk.documents.receiving import RECEPTION
from desk.documents.uses import uses_of
from desk.library.pages import newest_file
from desk.library.replacing import ReplacingPage, replace_in
from documents.models import Document, DocumentFile
from prose.quotation_marks import in_quotes


def replace(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the page, or take the new file."""
    return replace_in(request, PAGE, object_id)


def _in_words(before: DocumentFile, file: DocumentFile) -> tuple[str, str]:
    """What changed; and a word of warning about a file of another kind."""
    words = f"; it was {in_words(before)}."
    if before.file_format != file.file_format:
        words += " It is of another kind than the one before."
    return f"The file is {in_quotes(file.upload_name)} now, {in_words(file)}", words


def _about(document: Document) -> dict[str, Any]:
    return {"present": in_words(newest_file(document))}


PAGE = ReplacingPage(RECEPTION, "admin/documents/document/replace.html", ACCEPT, uses_of, _in_words, _about)

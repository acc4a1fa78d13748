"""The page "Add files"."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse

from desk.documents.file_words import in_words
from desk.documents.receiving import RECEPTION
from desk.library.adding import AddingPage, add_files
from desk.library.pages import newest_file, record_address
from desk.library.receiving import Received
from documents.files.kinds import ENDINGS

ACCEPT = ",".join(f".{ending}" for ending in ENDINGS)


@dataclass(frozen=True)
class ReceivedDocument:
    """What the page says of a file: the address of its record, and what kind of file it is."""

    received: Received
    address: str
    kind: str


def add_documents(request: HttpRequest) -> HttpResponse:
    """Show the page, or take the files that were sent."""
    return add_files(request, PAGE)


def _row(received: Received, user: User) -> ReceivedDocument:
    if received.record is None:
        return ReceivedDocument(received, "", "")
    return ReceivedDocument(received, record_address(received.record), in_words(newest_file(received.record)))


PAGE = AddingPage(
    RECEPTION,
    title="Add files",
    label="Files",
    intro="Choose reports, transcripts or data, or drop them here. Each is kept at once; its credit and its permission "
    "come next, on its own page.",
    kinds="PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, JSON or EPUB, without macros and without a password",
    what_goes="A file is kept as it is, with what its program wrote into it about its author.",
    accept=ACCEPT,
    rows="admin/documents/document/_received.html",
    row=_row,
)

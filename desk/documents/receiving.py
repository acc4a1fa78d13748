"""Files as the library receives them: they are read, and offer a name and a language."""

import datetime as dt

from django.contrib.auth.models import User

from desk.documents.pages import SHELF
from desk.library.receiving import Reception
from disclaimers.models import Institution
from documents import acts
from documents.files.read import MAX_BYTES, ReadDocument, read_document
from documents.models import Document
from documents.offers import facts_of


def _read(content: bytes, upload_name: str) -> ReadDocument:
    return read_document(content, upload_name)


def _add(
    read: ReadDocument,
    content: bytes,
    upload_name: str,
    house: Institution | None,
    *,
    by: User,
    at: dt.datetime,
) -> Document:
    facts = facts_of(read, upload_name, institution=house)
    return acts.add_document(facts, read, content, upload_name=upload_name, by=by, at=at)


RECEPTION = Reception(SHELF, "A file", MAX_BYTES, read=_read, add=_add, replace=acts.replace_file)

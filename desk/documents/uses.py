"""Uses of a file: the pieces that carry it."""

import datetime as dt
from typing import Any

from articles.models.edition import EditionDocument
from articles.models.uses.attachment import Attachment, AttachmentKind
from desk.library.uses import UseRows, Uses
from documents.models import Document

ROWS = UseRows("document", Attachment.objects, EditionDocument.objects)


def uses_of(document: Document, user: Any, at: dt.datetime) -> Uses:
    """The pieces that carry a file now, or did once."""
    rows = Attachment.objects.filter(document=document).values_list("article", "kind")
    return Uses(*ROWS.in_pieces(document, user, at, ((article, _place(kind)) for article, kind in rows)))


def _place(kind: str) -> str:
    """The part of a file in a piece: "report", "data"; "file" where its name alone says it."""
    return "file" if kind == AttachmentKind.OTHER else str(AttachmentKind(kind).label).lower()

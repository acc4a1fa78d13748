"""Files of the library that a version of a piece carries."""

from django.db.models import QuerySet

from articles.snapshot import Content
from documents.models import Document


def carries_documents(content: Content) -> bool:
    """True if a version has files; asks no database."""
    return bool(content["attachments"])


def used_documents(content: Content) -> QuerySet[Document]:
    """The documents of the library that a version carries, in no order."""
    return Document.objects.filter(pk__in={row["document_id"] for row in content["attachments"]})

"""Files of documents that readers may have: the one rule for the address of a file that a piece carries."""

import datetime as dt

from django.db.models import OuterRef, QuerySet, Subquery

from articles.models.edition import Edition, EditionDocument
from articles.shown_in_editions import last_end, shown_in
from documents.models import DocumentFile


def shown_documents(at: dt.datetime) -> QuerySet[DocumentFile]:
    """Files that a live edition carries at an instant."""
    return shown_in(DocumentFile.objects.all(), EditionDocument, Edition.objects.live(at))


def last_end_of_document(at: dt.datetime, file: OuterRef) -> Subquery:
    """The last end of the live editions that carry a file of the outer query; NULL if one of them has none."""
    return last_end(EditionDocument, at, file)


def is_in_indexes(at: dt.datetime, file: OuterRef) -> QuerySet[EditionDocument]:
    """The uses of a file of the outer query in live editions that search engines may index."""
    indexed = Edition.objects.live(at).exclude(search_policy="noindex").order_by()
    return EditionDocument.objects.filter(file=file, edition__in=indexed.values("pk"))


def ever_shown_documents(at: dt.datetime) -> QuerySet[DocumentFile]:
    """Files that an edition carried at some instant up to `at`."""
    return shown_in(DocumentFile.objects.all(), EditionDocument, Edition.objects.ever_live(at))

"""Permissions for the pictures and the files of a version: which hold on a day, and when that changes."""

import datetime as dt
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet, Subquery

from articles.models.article import Article
from articles.snapshot import Content
from articles.used_documents import carries_documents, used_documents
from articles.used_pictures import used_pictures, uses_pictures
from disclaimers.models import Institution
from documents.models import DocumentClearance
from pictures.models import Clearance
from pictures.models.clearance import ALLOWING, ClearanceQuerySet, ClearanceTerms

Terms = TypeVar("Terms", bound=ClearanceTerms)


def clearances_on(rows: ClearanceQuerySet[Terms], on: dt.date, article_id: int) -> ClearanceQuerySet[Terms]:
    """Those of the licences and permissions under which a piece may show something on a day of its institution."""
    return rows.allowing(on, _uuid_of(article_id)).order_by("id").select_related("licence__merged_into")


def clearance_changes(content: Content, article_id: int, institution: Institution) -> list[dt.datetime]:
    """The midnights, past ones too, at which a permission for a picture or a file of a version begins or ends."""
    queries = picture_clearances(content, article_id), document_clearances(content, article_id)
    # Django puts a query together before it sees that it can find nothing.
    rows = [row for query in queries if not query.query.is_empty() for row in query]
    zone = ZoneInfo(institution.zone_name)
    days = {day for row in rows for day in (row.from_on, row.until_on) if day}
    return [dt.datetime.combine(day, dt.time(), tzinfo=zone) for day in sorted(days)]


def picture_clearances(content: Content, article_id: int) -> QuerySet[Clearance]:
    """Licences and permissions for the pictures of a version, of any day."""
    if not uses_pictures(content):
        return Clearance.objects.none()
    return Clearance.objects.filter(_is_for(article_id), picture__in=used_pictures(content))


def document_clearances(content: Content, article_id: int) -> QuerySet[DocumentClearance]:
    """Licences and permissions for the files of a version, of any day."""
    if not carries_documents(content):
        return DocumentClearance.objects.none()
    return DocumentClearance.objects.filter(_is_for(article_id), document__in=used_documents(content))


def _is_for(article_id: int) -> Q:
    """Condition: it allows, on some day, to show something in this piece."""
    return Q(Q(only_for=None) | Q(only_for=_uuid_of(article_id)), state__in=ALLOWING)


def _uuid_of(article_id: int) -> Subquery:
    return Subquery(Article.objects.filter(pk=article_id).values("uuid")[:1])

"""Permissions for the pictures of a version: which hold on a day, and when that changes."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet, Subquery

from articles.models.article import Article
from articles.snapshot import Content
from articles.used_pictures import used_pictures, uses_pictures
from disclaimers.models import Institution
from pictures.models import Clearance
from pictures.models.clearance import ALLOWING


def clearances_on(on: dt.date, article_id: int) -> QuerySet[Clearance]:
    """Licences and permissions under which a piece may show pictures on a day of its institution."""
    return Clearance.objects.allowing(on, _uuid_of(article_id)).order_by("id")


def picture_changes(content: Content, article_id: int, institution: Institution) -> list[dt.datetime]:
    """The midnights, past ones too, at which a permission for a picture of a version begins or ends."""
    if not uses_pictures(content):
        return []
    rows = clearances_for(content, article_id)
    zone = ZoneInfo(institution.zone_name)
    days = {day for row in rows.values_list("from_on", "until_on") for day in row if day}
    return [dt.datetime.combine(day, dt.time(), tzinfo=zone) for day in sorted(days)]


def clearances_for(content: Content, article_id: int) -> QuerySet[Clearance]:
    """Licences and permissions for the pictures of a version, of any day."""
    is_for_it = Q(only_for=None) | Q(only_for=_uuid_of(article_id))
    return Clearance.objects.filter(is_for_it, state__in=ALLOWING, picture__in=used_pictures(content))


def _uuid_of(article_id: int) -> Subquery:
    return Subquery(Article.objects.filter(pk=article_id).values("uuid")[:1])

"""Pieces that are scheduled: those that go out today, by the clock of their institution, and the next ones after."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from articles.models.edition import Edition
from disclaimers.lineage import zone_of
from prose.dates import zone_in_words

ASKED_ABOUT = 200
COLUMNS = ("headline", "article_id", "live_from", "entry__act", "entry__at", "entry__reason")


@dataclass(frozen=True)
class ComingPiece:
    """A scheduled edition; `there`: its hour by its institution's clock, where that is another one than the desk's."""

    edition: Edition
    there: str


@dataclass(frozen=True)
class ScheduledPieces:
    """What goes out today, and what comes next."""

    today: list[ComingPiece]
    next: list[ComingPiece]


def going_out(visible: QuerySet[Any, Any], at: dt.datetime, *, shown: int) -> ScheduledPieces:
    """The scheduled pieces that come first, in one query."""
    editions: Any = (
        Edition.objects.filter(article__in=visible)
        .coming(at)
        .select_related("entry")
        .only(*COLUMNS)
        .annotate(zone_name=zone_of(OuterRef("article__institution_id")))
        .order_by("live_from", "pk")[:ASKED_ABOUT]
    )
    today: list[ComingPiece] = []
    later: list[ComingPiece] = []
    for edition in editions:
        zone = ZoneInfo(edition.zone_name)
        begins = edition.live_from.astimezone(zone)
        is_today = begins.date() == at.astimezone(zone).date()
        (today if is_today else later).append(ComingPiece(edition, _there(edition.live_from, begins)))
    return ScheduledPieces(today, later[:shown])


def _there(instant: dt.datetime, begins: dt.datetime) -> str:
    here = timezone.localtime(instant)
    if here.utcoffset() == begins.utcoffset():
        return ""
    return f"{begins:%H:%M}, {zone_in_words(str(begins.tzinfo))}"

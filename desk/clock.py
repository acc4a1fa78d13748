"""The desk's one clock: all hours that editors see are in its zone, which pages name."""

import datetime as dt
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.prepared_query import Prepared


def desk_zone() -> ZoneInfo:
    """DESK_TIME_ZONE if it is set, else the home institution's zone; UTC for a desk that has neither."""
    if settings.DESK_TIME_ZONE:
        return ZoneInfo(settings.DESK_TIME_ZONE)
    home = _home().first()
    return home.zone if home else ZoneInfo(settings.TIME_ZONE)


@cache
def _home() -> Any:
    """The home institution's query, prepared: nearly every page of the desk makes it."""
    institutions: Any = apps.get_model(
        "disclaimers", "Institution"
    )  # not imported: `manage.py` needs no models
    return Prepared(lambda: institutions.objects.home().select_related("parent").order_by()[:1])


class DeskClock(dt.tzinfo):
    """The desk's zone, looked up when the first hour is shown: many pages show none."""

    @cached_property
    def zone(self) -> ZoneInfo:
        return desk_zone()

    def utcoffset(self, at: dt.datetime | None) -> dt.timedelta | None:
        return self.zone.utcoffset(at)

    def dst(self, at: dt.datetime | None) -> dt.timedelta | None:
        return self.zone.dst(at)

    def tzname(self, at: dt.datetime | None) -> str | None:
        return self.zone.tzname(at)

    def fromutc(self, at: dt.datetime) -> dt.datetime:
        return self.zone.fromutc(at.replace(tzinfo=self.zone)).replace(tzinfo=self)

    def __str__(self) -> str:
        return self.zone.key


def desk_clock_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: the pages of the desk show their hours by its clock."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/admin/"):
            return get_response(request)
        with timezone.override(DeskClock()):
            return get_response(request)

    return middleware

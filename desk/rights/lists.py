"""Queries of the places whose permission needs an editor, for the page "Permissions" and the filter of the list."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import (
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from articles.models.appearance import OURS_FROM_ELSEWHERE, Appearance
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.rights import RightsRecord, RightsState
from articles.rights.rule import SETTLED, SHOWN_AS_AGREED
from prose.dates import day_in_words

SOON_DAYS = 60
NO_RECORD = ""

LISTS = {
    "missing": "Held back: permission is missing",
    "ending": f"Permission ends within {SOON_DAYS} days",
    "terms": "The outlet’s terms have changed since",
    "unknown": "Permission not on record, shown as found",
}
"""Name of a list -> its title, in the order of the page."""


def with_record(places: QuerySet[Appearance]) -> Any:
    """Annotate places with the rights record of their present outlet. A record of another outlet does not count."""
    own = RightsRecord.objects.annotate(of_outlet=Coalesce("outlet_id", 0)).filter(
        appearance_key=OuterRef("key"),
        outlet_name=OuterRef("outlet_name"),
        of_outlet=Coalesce(OuterRef("outlet_id"), 0),
    )
    return places.annotate(
        has_any_record=Exists(RightsRecord.objects.filter(appearance_key=OuterRef("key"))),
        record_state=Coalesce(Subquery(own.values("state")[:1]), Value(NO_RECORD)),
        record_ends=Subquery(own.values("valid_until")[:1], output_field=DateField()),
        terms_then=Coalesce(Subquery(own.values("outlet_terms")[:1]), Value(""), output_field=TextField()),
    )


def held_back(places: QuerySet[Appearance], at: dt.datetime) -> Any:
    """The places for which the rights hold a piece back: the permission is missing, or there is an embargo.

    An embargo holds back nothing that is scheduled for later.
    """
    own = RightsRecord.objects.filter(appearance_key=OuterRef("key"))
    coming = Edition.objects.filter(article=OuterRef("article")).coming(at)
    annotated = with_record(places).annotate(
        embargo_until=Subquery(own.values("embargo_until")[:1]), asked_on=Subquery(own.values("asked_on")[:1])
    )
    is_waiting = Q(embargo_until__gt=at) & ~Exists(coming)
    return annotated.filter(_condition("missing", timezone.localdate(at)) | is_waiting)


def stands_in_words(place: Any) -> str:
    """The state of a place's permission, as "asked for, over from 3 March 2026". From `with_record`."""
    state = place.record_state
    state_in_words = str(RightsState(state).label).lower() if state else "to be asked for"
    if place.article.is_archive and not place.has_any_record:
        state_in_words = str(RightsState.UNKNOWN.label).lower()
    return state_in_words + (f", over from {day_in_words(place.record_ends)}" if place.record_ends else "")


def in_list(name: str, places: QuerySet[Appearance], at: dt.datetime) -> QuerySet[Appearance]:
    """The places of one of `LISTS`; none for any other name. Days are those of the desk's time zone."""
    today = timezone.localdate(at)
    matching: QuerySet[Appearance] = with_record(places).filter(_condition(name, today))
    return matching


def _condition(name: str, today: dt.date) -> Q:
    needs_permission = Q(record_state=NO_RECORD, relation__in=OURS_FROM_ELSEWHERE) & ~Q(expert_role="quoted")
    is_as_found = Q(article__is_archive=True, has_any_record=False)  # as articles.rights.on_record has it
    match name:
        case "missing":
            unsettled = Q(record_state__in=[state for state in RightsState.values if state not in SETTLED])
            is_over = Q(record_state__in=SHOWN_AS_AGREED, record_ends__lte=today)
            return unsettled | is_over | needs_permission & ~is_as_found
        case "ending":
            last = today + dt.timedelta(days=SOON_DAYS)
            return Q(record_state__in=SHOWN_AS_AGREED, record_ends__gt=today, record_ends__lte=last)
        case "terms":
            has_outlet = Q(record_state=RightsState.GRANTED, outlet__isnull=False)
            return has_outlet & ~Q(outlet__terms=F("terms_then"))
        case "unknown":
            return Q(record_state=RightsState.UNKNOWN) | needs_permission & is_as_found
    return Q(pk__in=[])


def with_live_mode(places: QuerySet[Appearance], at: dt.datetime) -> QuerySet[Appearance]:
    """Annotate places with the mode of their piece's live edition, None if it is not live."""
    live = Edition.objects.filter(article=OuterRef("article")).live(at)
    return places.annotate(live_mode=Subquery(live.values("mode")[:1]))


class PermissionFilter(admin.SimpleListFilter):
    """Filter of the list of pieces by `LISTS`."""

    title = "permission"
    parameter_name = "permission"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return list(LISTS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        name = self.value()
        if name not in LISTS:
            return queryset
        places = in_list(str(name), Appearance.objects.all(), timezone.now())
        return queryset.filter(pk__in=places.values("article"))

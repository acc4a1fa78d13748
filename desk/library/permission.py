"""Permission for a record of the library: of one record in words, and of all as queries."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from pictures.models.clearance import ALLOWING, ClearanceState, ClearanceTerms
from prose.dates import day_in_words
from prose.periods import is_within, within

Item = TypeVar("Item", bound=Model)
SOON_DAYS = 60
GOOD, SOON, STOP = "good", "soon", "stop"


@dataclass(frozen=True)
class LibraryPermission:
    """Permission for a record on a day: in words, and how good it is (`GOOD`, `SOON` to end, `STOP`)."""

    words: str
    mark: str


def permission_of(clearances: Iterable[ClearanceTerms], today: dt.date) -> LibraryPermission:
    """The permission that the clearances of one record give together."""
    rows = list(clearances)
    allowing = [row for row in rows if row.state in ALLOWING]
    valid = [row for row in allowing if is_within(today, row.from_on, row.until_on)]
    anywhere = [row for row in allowing if row.only_for is None]
    if any(row.only_for is None for row in valid):
        end = _end(anywhere, today)
        goes_on_for_some = end and any(is_within(end, row.from_on, row.until_on) for row in allowing)
        return _until(end, today, "May be shown in every piece" if goes_on_for_some else "May be shown")
    if valid:
        pieces = {row.only_for for row in valid}
        ends = [_end([row for row in allowing if row.only_for in (None, piece)], today) for piece in pieces]
        words = "Only for one piece" if len(pieces) == 1 else f"Only for {len(pieces)} pieces"
        return _until(min((day for day in ends if day), default=None), today, words)
    return LibraryPermission(_why_not(rows, allowing, today), STOP)


def _until(end: dt.date | None, today: dt.date, words: str) -> LibraryPermission:
    if end is None:
        return LibraryPermission(words, GOOD)
    is_soon = end <= today + dt.timedelta(days=SOON_DAYS)
    return LibraryPermission(f"{words}, no longer from {day_in_words(end)}", SOON if is_soon else GOOD)


def _end(rows: list[ClearanceTerms], today: dt.date) -> dt.date | None:
    """The first day on which none of the rows allows anything, if they follow each other from today on."""
    day = today
    while valid := [row for row in rows if is_within(day, row.from_on, row.until_on)]:
        if any(row.until_on is None for row in valid):
            return None
        day = max(row.until_on for row in valid if row.until_on)
    return day


def _why_not(rows: list[ClearanceTerms], allowing: list[ClearanceTerms], today: dt.date) -> str:
    """Why readers may not have it today."""
    begins = [row.from_on for row in allowing if row.from_on and row.from_on > today]
    if begins:
        return f"Not before {day_in_words(min(begins))}"
    if ends := [row.until_on for row in allowing if row.until_on]:
        return f"Over since {day_in_words(max(ends))}"
    return {
        ClearanceState.REQUESTED: "Asked for, no answer yet",
        ClearanceState.REFUSED: "Refused",
        ClearanceState.WITHDRAWN: "Withdrawn",
    }.get(ClearanceState(rows[-1].state) if rows else ClearanceState.GRANTED, "Nothing on record")


LISTS = {
    "watch": f"Ends within {SOON_DAYS} days, or no evidence",
    "ending": f"Ends within {SOON_DAYS} days",
    "unproven": "No evidence on record",
    "shown": "May be shown",
    "missing": "May not be shown now",
}
"""Name of a list of records -> its title, in the order of the filter."""


def in_list(name: str, records: QuerySet[Item], today: dt.date) -> QuerySet[Item]:
    """The records of one of `LISTS`; all for any other name."""
    key: Any = records.model._meta.get_field("clearances")
    terms, owner = key.related_model.objects.all(), key.field.name
    own = terms.filter(**{owner: OuterRef("pk")}, state__in=ALLOWING)
    is_proven = Exists(own.filter(Q(state=ClearanceState.NOT_NEEDED) | ~Q(evidence="")))
    is_ending, is_shown = Exists(_ending(own, terms, owner, today)), Exists(own.filter(within(today)))
    match name:
        case "watch":
            return records.filter(is_ending | ~is_proven)
        case "ending":
            return records.filter(is_ending)
        case "unproven":
            return records.filter(~is_proven)
        case "shown":
            return records.filter(is_shown)
        case "missing":
            return records.filter(~is_shown)
    return records


def _ending(own: QuerySet[Any], terms: QuerySet[Any], owner: str, today: dt.date) -> QuerySet[Any]:
    """Those that end soon, without another that goes on in their place."""
    end = OuterRef("until_on")
    following = terms.filter(
        Q(from_on=None) | Q(from_on__lte=end),
        Q(until_on=None) | Q(until_on__gt=end),
        Q(only_for=None) | Q(only_for=OuterRef("only_for")),
        **{owner: OuterRef(owner)},
        state__in=ALLOWING,
    )
    last = today + dt.timedelta(days=SOON_DAYS)
    return own.filter(~Exists(following), until_on__gt=today, until_on__lte=last)

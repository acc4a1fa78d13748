"""What a page claims of the places where a piece ran: as much as its facts hold, and no more."""

import datetime as dt
from calendar import monthrange
from typing import Any

from articles.press.facts import Facts
from prose.dates import Precision, known_day

PlaceRow = dict[str, Any]
"""A place as a version keeps it (articles.snapshot)."""

ORIGINALS = ("first", "original")
WHOLE = ("first", "original", "copublished", "crossposted", "also", "version")
"""Where all of it can be read, the likeliest place first: not where an excerpt ran, or our expert was quoted."""

_SAME_PIECE = ("rerun", "copublished", "crossposted", "also")
_ONLY_OURS = ("rerun", "forthcoming")


def claim(row: PlaceRow) -> str:
    """What is said of a place: what our expert did there, or else what ran there.

    Nobody was quoted yet in what is still to come, nor anywhere in what we ran ourselves.
    """
    is_ours = row["expert_role"] == "wrote" or row["relation"] in _ONLY_OURS
    return str(row["relation"] if is_ours else row["expert_role"])


def claimed(facts: Facts, row: PlaceRow) -> str:
    """The same, but “first” is claimed only where no known day says otherwise: else it is one of the originals."""
    said = claim(row)
    return "original" if said == "first" and _is_preceded(facts, row) else said


def claiming(facts: Facts, *claims: str) -> list[PlaceRow]:
    """Places of which this is claimed, as far as the outlet is known; our own rerun has none."""
    return [
        row for row in facts.content["appearances"]
        if claimed(facts, row) in claims
        and (row["outlet_id"] or row["outlet_name"] or row["relation"] == "rerun")
    ]  # fmt: skip


def _is_preceded(facts: Facts, row: PlaceRow) -> bool:
    """Whether the same piece was out somewhere on an earlier day; a day apart may be two time zones."""
    if not (own := _span(row)):
        return False
    whole = [other for other in facts.content["appearances"] if claim(other) in _SAME_PIECE]
    ours = {"published_on": facts.content["first_published_on"], "precision": Precision.DAY}
    ends = [span[1] for other in (*whole, ours) if (span := _span(other))]
    return any(day + dt.timedelta(days=1) < own[0] for day in ends)


def _span(row: PlaceRow) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which it can have been, by what is known of its date."""
    written, precision = row["published_on"], row["precision"]
    day = known_day(dt.date.fromisoformat(written), precision) if written else None
    if day is None or precision == Precision.DAY:
        return (day, day) if day else None
    if precision == Precision.MONTH:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day.replace(month=1, day=1), day.replace(month=12, day=31)

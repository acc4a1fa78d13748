"""Places where a piece ran: what a page may claim of them, and which days are known. Pure."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from articles.models.appearance import NEEDS_NO_OUTLET, ORIGINALS, OURS_FROM_ELSEWHERE
from articles.querysets import SUBJECT_ROLES
from articles.snapshot import Content
from prose.dates import Precision, day_of, first_day, is_within, known_day, last_day

PlaceRow = dict[str, Any]
"""An appearance as a version keeps it (articles.snapshot)."""

WHOLE = ("first", "original", "copublished", "crossposted", "also", "version")
"""Claims under which the whole piece can be read there, the likeliest first: not an excerpt, not an interview."""

_SAME_PIECE = ("rerun", "copublished", "crossposted", "also")
_ONLY_OURS = ("rerun", "forthcoming", "excerpted")


def day_there(row: PlaceRow) -> dt.date | None:
    """The day that counts for a place where a piece ran; None without a date or without its year.

    Of a month or a year it is the day that somebody chose, else the first.
    """
    if not row["published_on"]:
        return None
    written, precision = dt.date.fromisoformat(row["published_on"]), row["precision"]
    chosen = day_of(row["counted_on"])
    if chosen and is_within(chosen, written, precision):
        return chosen
    return known_day(first_day(written, precision), precision)


def first_day_there(content: Content) -> dt.date | None:
    """The earliest day on which a piece is known to have run elsewhere."""
    return min(filter(None, map(day_there, content["appearances"])), default=None)


def precision_of(content: Content, day: dt.date) -> Precision:
    """How much is known of a day on which the piece ran elsewhere; a whole day where one of its places says so."""
    known = {row["precision"] for row in content["appearances"] if day_there(row) == day}
    return next((each for each in (Precision.DAY, Precision.MONTH) if each in known), Precision.YEAR)


def claim(row: PlaceRow) -> str:
    """What a row says of its place: its relation, or the expert's role where the expert did not write the piece.

    Our own rerun, a piece still to come and a work we print a part of name no role: their relation counts.
    """
    is_ours = row["expert_role"] == "wrote" or row["relation"] in _ONLY_OURS
    return str(row["relation"] if is_ours else row["expert_role"])


def provable_claim(content: Content, row: PlaceRow) -> str:
    """The claim of a row; "first" becomes "original" where another date on record is earlier."""
    claimed = claim(row)
    return "original" if claimed == "first" and _is_preceded(content, row) else claimed


def places_with_claim(content: Content, *claims: str) -> list[PlaceRow]:
    """The places with one of these claims, in their order; without an outlet only those that need none."""
    return [
        row for row in content["appearances"] if provable_claim(content, row) in claims and _is_named(row)
    ]


def _is_named(row: PlaceRow) -> bool:
    return bool(row["outlet_id"] or row["outlet_name"] or row["relation"] in NEEDS_NO_OUTLET)


def originals(content: Content) -> list[PlaceRow]:
    """The places where a piece ran originally."""
    return places_with_claim(content, *ORIGINALS)


def retracted_there(content: Content) -> list[PlaceRow]:
    """The places whose outlet has retracted what ran there."""
    return [row for row in content["appearances"] if row["is_retracted"] and _is_named(row)]


def is_by_others(content: Content) -> bool:
    """True if the piece came from where our people are quoted or interviewed, and from nowhere where they wrote it."""
    came_from = [row for row in content["appearances"] if row["relation"] in OURS_FROM_ELSEWHERE]
    return bool(came_from) and all(row["expert_role"] != "wrote" for row in came_from)


def credited_rows(content: Content) -> list[dict[str, Any]]:
    """The bylines with the roles that count: those of a piece by others are its subjects, not its authors.

    A byline that names its subjects itself stays as it is: the others in it may have written the piece.
    """
    rows: list[dict[str, Any]] = content["bylines"]
    if not is_by_others(content) or any(row["role"] in SUBJECT_ROLES for row in rows):
        return rows
    return [row | {"role": "subject"} if row["role"] == "author" else row for row in rows]


def each_once(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Bylines without those that name somebody again, who wrote two parts of a round-up for example."""
    first: dict[int | str, dict[str, Any]] = {}
    for row in rows:
        first.setdefault(row["author_id"] or row["name"], row)
    return list(first.values())


def whole_text_is_at(content: Content, row: PlaceRow) -> bool:
    """True if the whole piece can be read at a place; an interview there is the piece that came from there."""
    is_interview = claim(row) == "interviewed" and row["relation"] in OURS_FROM_ELSEWHERE
    return is_interview or provable_claim(content, row) in WHOLE


def _is_preceded(content: Content, row: PlaceRow) -> bool:
    """True if the same piece was out on an earlier day; a difference of one day may be two time zones."""
    if not (own := period_there(row)):
        return False
    same = [other for other in content["appearances"] if claim(other) in _SAME_PIECE]
    ours = {"published_on": content["first_published_on"], "precision": Precision.DAY, "counted_on": None}
    ends = [period[1] for other in (*same, ours) if (period := period_there(other))]
    return any(day + dt.timedelta(days=1) < own[0] for day in ends)


def period_there(row: PlaceRow) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which a piece can have run, by the precision of its date."""
    day, precision = day_there(row), row["precision"]
    return (first_day(day, precision), last_day(day, precision)) if day else None

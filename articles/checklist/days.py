"""Questions about days that are known to a month or a year only, where what the page prints changed within it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from articles.checklist.obstacles import Obstacle, Offer
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.comparison import SentenceChange, changed_sentences
from articles.press.proof import Proof, make_proof
from articles.press.records.days_of_change import days_of_change
from articles.press.relations import PlaceRow, period_there
from articles.snapshot import SCHEMA
from articles.timeline import Timeline
from disclaimers.models import Institution
from prose.dates import day_in_words, with_preposition

COUNTED = "counted_on"
"""The field of an offer that chooses the day of a place; its value is the row's key, a colon and the day."""
_DAY = dt.timedelta(days=1)
MOST_DAYS = 4
"""Changes within one period that are told apart. From a further one on, only the day itself can be written."""
_MOST_DRAWN = 12
"""Days for which the page is drawn to find them: what changed on a day may not stand on this page."""


@dataclass(frozen=True)
class _Part:
    """A part of a period in which a page would print the same, from its first day on, and what differs from before."""

    begins: dt.date
    edition: Edition
    changes: Sequence[SentenceChange] = ()


def facts_of_a_period(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Ask, for each month or year in which it ran elsewhere, which of the facts that were true in it are printed.

    It ran there before today, so that nothing later counts.
    """
    today = timeline.at.astimezone(ZoneInfo(proof.facts.time_zone)).date()
    periods: dict[tuple[dt.date, dt.date], list[PlaceRow]] = {}
    for row in proof.facts.content["appearances"]:
        period = period_there(row)
        if period and period[0] < period[1]:
            periods.setdefault(period, []).append(row)
    for (first, last), rows in periods.items():
        if any(row[COUNTED] for row in rows):
            continue
        last = min(last, today)
        days = _days(proof, first, last)
        parts, rest = _parts(proof, timeline, rows, [first, *days]) if days else ([], None)
        if len(parts) > 1:
            yield _question(rows[0], parts, rest - _DAY if rest else last)


def _days(proof: Proof, first: dt.date, last: dt.date) -> list[dt.date]:
    """The days after the first on which something changed that the page may print."""
    content, own_day = proof.facts.content, proof.facts.first_published_on
    house = Institution.objects.that_stands_for(content["institution"])
    return days_of_change(content, house, first, last, of_outlets_only=own_day is not None)


def _parts(
    proof: Proof, timeline: Timeline, rows: Sequence[PlaceRow], days: Sequence[dt.date]
) -> tuple[list[_Part], dt.date | None]:
    """The parts of a period, of which one can begin on each of these days, and the day from which none is told."""
    parts: list[_Part] = []
    for number, day in enumerate(days):
        if number > _MOST_DRAWN:
            return parts, day
        edition = _printed_for(proof, timeline, rows, day)
        changes = changed_sentences(parts[-1].edition, edition) if parts else ()
        if changes and len(parts) > MOST_DAYS:
            return parts, day
        if changes or not parts:
            parts.append(_Part(day, edition, changes))
    return parts, None


def _printed_for(proof: Proof, timeline: Timeline, rows: Sequence[PlaceRow], day: dt.date) -> Edition:
    """The page if it ran at these places on that day."""
    version, content = proof.edition.revision, proof.facts.content
    keys = {row["key"] for row in rows}
    places = [
        row | {COUNTED: day.isoformat()} if row["key"] in keys else row for row in content["appearances"]
    ]
    dated = Revision(
        article=version.article,
        number=version.number,
        schema=SCHEMA,
        content=content | {"appearances": places},
    )
    return make_proof(dated, at=timeline.at, live_from=proof.edition.live_from, timeline=timeline).edition


def _question(row: PlaceRow, parts: Sequence[_Part], last: dt.date) -> Obstacle:
    """The question, with an offer for each part; `last`: the last day of the last one."""
    change, begins = parts[1].changes[0], parts[1].begins
    when = with_preposition(dt.date.fromisoformat(row["published_on"]), "en", row["precision"])
    sentence = (
        f"It ran elsewhere {when}, on a day that is not known. Until {day_in_words(begins - _DAY)} the page says "
        f"{_quoted(change.was)}, from {day_in_words(begins)} on {_quoted(change.becomes)}. "
        "Choose which, or write the day; else it prints what was true first."
    )
    ends = [*(part.begins - _DAY for part in parts[1:]), last]
    offers = tuple(
        Offer(_label(part.begins, end), COUNTED, f"{row['key']}:{part.begins.isoformat()}")
        for part, end in zip(parts, ends, strict=True)
    )
    return Obstacle("facts_of_a_period", sentence, "appearances", offers=offers)


def _label(begins: dt.date, end: dt.date) -> str:
    """ "As from 1 January 2014 to 30 June 2014"; "As on 1 July 2014" for a single day."""
    if end == begins:
        return f"As on {day_in_words(begins)}"
    return f"As from {day_in_words(begins)} to {day_in_words(end)}"


def _quoted(sentence: str) -> str:
    return f"“{sentence.removesuffix('.')}”" if sentence else "nothing of it"

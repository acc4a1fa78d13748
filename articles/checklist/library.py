"""Checks that pictures and files of the library have in common: credits, permissions, days on which these end."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from articles.checklist.obstacles import Obstacle
from articles.press.pinned.library import LibraryFact
from pictures.models.credited import Credited, Source
from prose import printed_line
from prose.dates import day_in_words

ENDS_SOON = dt.timedelta(days=30)


@dataclass(frozen=True)
class LibraryUse:
    """A record of the library in a piece. `what`: "picture" or "file"; `fact`: None if it may not be shown.

    `name`: how sentences begin that are about it; `field`: the form's field where it is chosen.
    """

    what: str
    record: Credited
    fact: LibraryFact | None
    name: str
    field: str

    def blockers(self, live_on: dt.date) -> Iterator[Obstacle]:
        """Facts that it lacks before readers see it on a day."""
        yield from self._uncredited()
        if self.fact is None:
            sentence = (
                f"{self.name} may not be shown in this piece on {day_in_words(live_on)}: no licence or permission on "
                f"record covers that. Settle it on the {self.what}’s page, or take the {self.what} out."
            )
            yield Obstacle(f"{self.what}_not_cleared", sentence, self.field)

    def ending(self, ends: dict[int, dt.date]) -> Iterator[Obstacle]:
        """A warning if its permission ends soon."""
        if end := ends.get(self.record.pk):
            sentence = (
                f"{self.name} may not be shown from {day_in_words(end)} on: the page then stands without it."
            )
            yield Obstacle(f"{self.what}_ends_soon", sentence, self.field)

    def _uncredited(self) -> Iterator[Obstacle]:
        """Block what others made and what would stand there without any credit."""
        record = self.record
        credit = printed_line.text(self.fact.credit) if self.fact else record.printed_credit
        if record.source_kind in (Source.AGENCY, Source.PERSON) and not credit:
            whose = str(Source(record.source_kind).label).lower()
            sentence = (
                f"{self.name} comes from {whose} and has no credit. Write it on the {self.what}’s page."
            )
            yield Obstacle(f"no_{self.what}_credit", sentence, self.field)


def ends_soon(rows: Iterable[Any], what: str, day: dt.date) -> dict[int, dt.date]:
    """The day on which the permission for a record ends, if that comes soon after a day, by the record's key.

    `rows`: its licences and permissions; `what`: their key to the record.
    """
    periods: dict[int, list[tuple[dt.date, dt.date]]] = {}
    for row in rows:
        period = (row.from_on or dt.date.min, row.until_on or dt.date.max)
        periods.setdefault(getattr(row, f"{what}_id"), []).append(period)
    ends = {key: _covered_until(day, each) for key, each in periods.items()}
    return {key: end for key, end in ends.items() if day < end and end - day <= ENDS_SOON}


def _covered_until(day: dt.date, periods: list[tuple[dt.date, dt.date]]) -> dt.date:
    """The first day from `day` on that no period covers."""
    for first, end in sorted(periods):
        if first <= day < end:
            day = end
    return day

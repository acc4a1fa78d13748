"""What an edition froze of the facts it was printed from, as the reasons for its lines are read from it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from articles.models.edition import Edition
from articles.snapshot import Content, upgraded
from prose.dates import in_words, known_day


@dataclass(frozen=True)
class FrozenFacts:
    """One edition: its version's content, the records of its moment, and the day that counts."""

    edition: Edition

    @cached_property
    def content(self) -> Content:
        return upgraded(self.edition.revision)

    @cached_property
    def printed(self) -> dict[str, Any]:
        found: dict[str, Any] = self.edition.printed
        return found

    @cached_property
    def records(self) -> dict[str, Any]:
        found: dict[str, Any] = self.printed.get("records") or {}
        return found

    @property
    def people(self) -> list[dict[str, Any]]:
        return list(self.records.get("people", {}).values())

    @cached_property
    def venues(self) -> dict[int, dict[str, Any]]:
        return {int(pk): venue for pk, venue in self.records.get("venues", {}).items()}

    @property
    def words(self) -> str:
        """Whose joining words these are."""
        whose = self.records.get("style", {}).get("of", "")
        if not whose:
            return "House style of that day."
        return f"In {whose}." if whose.startswith("the usual words") else f"House style of {whose}."

    @cached_property
    def counted_on(self) -> dt.date | None:
        """The day whose titles, posts, labels and disclaimers print (`press.facts.facts`); None: not on record."""
        chosen = [row.get("chosen_for") for row in self.printed.get("wordings", [])]
        written = next(filter(None, chosen), None)
        ran = [day_there(row) for row in self.content["appearances"]]
        known = [self.edition.first_published_on, min(filter(None, ran), default=None)]
        return next(filter(None, known), dt.date.fromisoformat(written) if written else None)

    @property
    def on_that_day(self) -> str:
        """ "10 March 2026, the day of first publication"."""
        return self.called(self.counted_on) if self.counted_on else "the day it was printed"

    def called(self, day: dt.date) -> str:
        if day == self.edition.first_published_on:
            return f"{on(day)}, the day of first publication"
        if day in [day_there(row) for row in self.content["appearances"]]:
            return f"{on(day)}, the day it ran elsewhere (our own day is not known)"
        first = self.edition.first_published_on
        return f"{on(day)}, the day it was printed{' again' if first and first < day else ''}"


def day_there(row: dict[str, Any]) -> dt.date | None:
    return (
        known_day(dt.date.fromisoformat(row["published_on"]), row["precision"])
        if row["published_on"]
        else None
    )


def on(day: dt.date) -> str:
    return in_words(day, "en-GB")


def stretch(begins: str, until: str) -> str:
    """ "from 1 September 2025 until 1 June 2026", as far as the days are known (ISO, or empty)."""
    known = [(word, day) for word, day in (("from", begins), ("until", until)) if day]
    return " ".join(f"{word} {on(dt.date.fromisoformat(day))}" for word, day in known)

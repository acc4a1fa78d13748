"""Facts of a stored edition, read back from its JSON to explain the lines of its page."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from articles.models.edition import Edition
from articles.press.relations import day_there, first_day_there
from articles.snapshot import Content, content_of
from prose.dates import day_in_words


@dataclass(frozen=True)
class ExplainedLine:
    """One line of a page: its part of the page, its words, and why they print; `language` is "" for the page's own.

    `is_printed`: False for words that the page does not print, though they could be expected.
    """

    part: str
    text: str
    why: str
    language: str = ""
    is_printed: bool = True


@dataclass(frozen=True)
class FrozenFacts:
    """One edition: the content of its version, the names it was printed with, and the day that counts."""

    edition: Edition

    @cached_property
    def content(self) -> Content:
        return content_of(self.edition.revision)

    @property
    def lines(self) -> dict[str, Any]:
        """`Edition.printed`."""
        lines: dict[str, Any] = self.edition.printed
        return lines

    @property
    def names(self) -> dict[str, Any]:
        """`press.names.Names` as JSON."""
        names: dict[str, Any] = self.lines["records"]
        return names

    @property
    def people(self) -> list[dict[str, Any]]:
        return list(self.names["people"].values())

    @cached_property
    def other_names(self) -> list[tuple[str, dict[str, Any]]]:
        """Names that bylines of this piece print for people on record, each with the person."""
        people = {int(key): person for key, person in self.names["people"].items()}
        rows = [row for row in self.content["bylines"] if row["name"]]
        return [(row["name"], people[row["author_id"]]) for row in rows if row["author_id"] in people]

    def is_named(self, person: dict[str, Any], text: str) -> bool:
        """True if a line names the person, by the name on record or by that of a byline."""
        others = [name for name, whose in self.other_names if whose["id"] == person["id"]]
        return any(name in text for name in (person["name"], *others))

    def names_here(self, text: str) -> list[str]:
        """Sentences about the names in a line that are not those on record."""
        named = [(name, person["name"]) for name, person in self.other_names if name in text]
        return [f"“{here}” is written on this piece for {own}." for here, own in named if here != own]

    @cached_property
    def venues(self) -> dict[int, dict[str, Any]]:
        return {int(key): venue for key, venue in self.names["venues"].items()}

    @property
    def house_style(self) -> str:
        """ "House style of Harbour Institute, English." or "In the usual words, English."."""
        whose = self.names["style"]["of"]
        return f"In {whose}." if whose.startswith("the usual words") else f"House style of {whose}."

    @property
    def above(self) -> dict[str, str]:
        """Names of the institutions above the publisher by their codes; {} where they were not kept yet."""
        above: dict[str, str] = self.names.get("above", {})
        return above

    def by(self, fact: str) -> str:
        """ ", by Harbour Institute above it" for a fact that the publisher has from there; "" for its own."""
        house = self.names.get("inherited", {}).get(fact)
        return f", by {house} above it" if house else ""

    @cached_property
    def counted_on(self) -> dt.date | None:
        """The day whose titles, posts, labels and disclaimers print (`press.facts.load_facts`); None: not on record."""
        if day := self.edition.first_published_on or first_day_there(self.content):
            return day
        days = (row.get("applies_on") or row["chosen_for"] for row in self.lines["wordings"])
        chosen = next(filter(None, days), None)
        return dt.date.fromisoformat(chosen) if chosen else None

    @property
    def counted_day(self) -> str:
        """ "10 March 2026, the day of first publication"."""
        return self.explain_day(self.counted_on) if self.counted_on else "the day it was printed"

    def explain_day(self, day: dt.date) -> str:
        """A day in words, with the reason why it counts."""
        first = self.edition.first_published_on
        if day == first:
            return f"{day_in_words(day)}, the day of first publication"
        if day in [day_there(row) for row in self.content["appearances"]]:
            return f"{day_in_words(day)}, the day it ran elsewhere (our own day is not known)"
        again = " again" if first and first < day else ""
        return f"{day_in_words(day)}, the day it was printed{again}"


def period_in_words(begins: str, until: str) -> str:
    """ "from 1 September 2025 until 1 June 2026"; days are ISO, an empty one is left out."""
    days = [(word, day) for word, day in (("from", begins), ("until", until)) if day]
    return " ".join(f"{word} {day_in_words(dt.date.fromisoformat(day))}" for word, day in days)

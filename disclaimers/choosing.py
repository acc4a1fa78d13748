"""Which wordings a piece carries: a pure rule over values, from the facts of a piece and a day.

A disclaimer applies when its institution publishes the piece (or stands above the publisher), and its kinds
and language, where it names any, include the piece's. Of each, the text in force on the day is taken, in the
piece's language; nothing is translated and nothing is made up.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class WordingFact:
    """One dated text: `until` is exclusive, None is open."""

    id: int
    language: str
    text: str
    begins: dt.date
    until: dt.date | None = None

    def is_in_force(self, on: dt.date) -> bool:
        return self.begins <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class DisclaimerFact:
    """One disclaimer with its scope; empty `kinds` and `language` mean every one."""

    code: str
    institution: str
    wordings: Sequence[WordingFact]
    kinds: frozenset[str] = frozenset()
    language: str = ""
    order: int = 0
    replaces_parents: bool = False


def choose(
    disclaimers: Iterable[DisclaimerFact], *, lineage: Sequence[str], kind: str, language: str, on: dt.date
) -> list[tuple[DisclaimerFact, WordingFact]]:
    """The wordings in force, the publisher's own first, then those of the institutions above it.

    `lineage`: institution codes, the publisher's first. `on`: the day of first publication.
    """
    chosen: list[tuple[DisclaimerFact, WordingFact]] = []
    known = sorted(disclaimers, key=lambda d: (d.order, d.code))
    for institution in lineage:
        own = [
            (d, w)
            for d in known
            if d.institution == institution and _applies(d, kind, language)
            if (w := _text(d, language, on))
        ]
        chosen += own
        if any(d.replaces_parents for d, _ in own):
            break
    return chosen


def _applies(disclaimer: DisclaimerFact, kind: str, language: str) -> bool:
    return (not disclaimer.kinds or kind in disclaimer.kinds) and disclaimer.language in ("", language)


def _text(disclaimer: DisclaimerFact, language: str, on: dt.date) -> WordingFact | None:
    """The text in force in the piece's language, or in that language without its region (en for en-GB)."""
    for wanted in dict.fromkeys((language, language.split("-")[0])):
        for wording in disclaimer.wordings:
            if wording.language == wanted and wording.is_in_force(on):
                return wording
    return None

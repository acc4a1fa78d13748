"""Which wordings a piece carries: a pure rule over values, from the facts of a piece and a day.

A disclaimer applies when its institution publishes the piece (or stands above the publisher), its kinds and
language, where it names any, include the piece's, and it has a text in force on the day: before its first text and
after its last it says nothing. Of each, the text in the piece's language is taken. Where there is none, the
disclaimer's institution has decided: the text in its original language is printed, marked as such, or none is, and
that is said (`wording` is None). Nothing is dropped, translated or made up.
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
    """One disclaimer with its scope; empty `kinds` and `language` mean every one.

    `scope`: "institution" or "employment". `placement`: "foot", "head", or "rank" (at the head where the author's
    rank prints). `missing` ("original" or "block") and `usual_language` are its institution's: what is done without
    a text in the piece's language, and which other language comes first.
    """

    code: str
    institution: str
    wordings: Sequence[WordingFact]
    kinds: frozenset[str] = frozenset()
    language: str = ""
    order: int = 0
    replaces_parents: bool = False
    scope: str = "institution"
    placement: str = "foot"
    missing: str = "original"
    usual_language: str = "en"


@dataclass(frozen=True)
class Chosen:
    """What is said for one disclaimer; `wording` None: it is owed, and there is no text that may be printed.

    `is_foreign`: the text is in another language than the piece and must be marked with it.
    """

    disclaimer: DisclaimerFact
    wording: WordingFact | None
    is_foreign: bool = False


def choose(
    disclaimers: Iterable[DisclaimerFact], *, lineage: Sequence[str], kind: str, language: str, on: dt.date
) -> list[Chosen]:
    """What the institutions say, the publisher's own first, then those above it.

    `lineage`: institution codes, the publisher's first. `on`: the day of first publication. An author's employment
    line is not chosen here: an appointment names it.
    """
    chosen: list[Chosen] = []
    known = sorted(disclaimers, key=lambda d: (d.order, d.code))
    for institution in lineage:
        own = [d for d in known if d.institution == institution and _applies(d, kind, language, on)]
        chosen += [choose_for(disclaimer, language, on) for disclaimer in own]
        if any(disclaimer.replaces_parents for disclaimer in own):
            break
    return chosen


def choose_for(disclaimer: DisclaimerFact, language: str, on: dt.date) -> Chosen:
    """What one disclaimer says on a day, to a piece in a language; it is taken for granted that it applies."""
    in_force = [wording for wording in disclaimer.wordings if wording.is_in_force(on)]
    own = _understood(language)
    wanted = own if disclaimer.missing == "block" else (*own, *_understood(disclaimer.usual_language))
    for code in wanted:
        for wording in in_force:
            if wording.language == code:
                return Chosen(disclaimer, wording, is_foreign=code not in own)
    if disclaimer.missing == "block" or not in_force:
        return Chosen(disclaimer, None)
    return Chosen(disclaimer, min(in_force, key=lambda wording: wording.language), is_foreign=True)


def _applies(disclaimer: DisclaimerFact, kind: str, language: str, on: dt.date) -> bool:
    return (
        disclaimer.scope == "institution"
        and (not disclaimer.kinds or kind in disclaimer.kinds)
        and disclaimer.language in ("", *_understood(language))
        and any(wording.is_in_force(on) for wording in disclaimer.wordings)
    )


def _understood(language: str) -> tuple[str, ...]:
    """Languages whose texts a page in this one takes as its own: itself, and itself without its region."""
    return tuple(dict.fromkeys((language, language.split("-")[0])))

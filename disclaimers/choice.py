"""The rule that chooses the wordings of a piece, as pure functions of values.

A disclaimer applies if its institution publishes the piece or is an ancestor of the publisher, if its kinds and
language (where it names any) include the piece's, and if it has a text in force on the day. Of its texts the one
in the piece's language is chosen. If there is none, the institution's own setting decides: the text in the
original language is printed, marked as such, or the piece is blocked (`wording` is None). Nothing is left out,
translated or made up.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prose.languages import base
from prose.periods import is_within


@dataclass(frozen=True)
class WordingFact:
    """One dated text of a disclaimer: `begins` is None for one in force always, `until` is exclusive, None is open."""

    id: int
    language: str
    text: str
    begins: dt.date | None
    until: dt.date | None = None

    def is_in_force(self, on: dt.date) -> bool:
        return is_within(on, self.begins, self.until)


@dataclass(frozen=True)
class DisclaimerFact:
    """One disclaimer with its scope; empty `kinds` and `language` mean every one.

    `scope`: "institution" or "employment". `placement`: "foot", "head", or "rank" (at the head where the author's
    rank prints). `missing` ("original" or "block") and `usual_language` are its institution's settings for a piece
    in a language without a text: print another text or block, and the language tried first.
    """

    code: str
    institution: str
    wordings: Sequence[WordingFact]
    kinds: frozenset[str] = frozenset()
    language: str = ""
    order: int = 0
    replaces_parents: bool = False
    condition: str = ""
    scope: str = "institution"
    placement: str = "foot"
    missing: str = "original"
    usual_language: str = "en"


@dataclass(frozen=True)
class WordingChoice:
    """The wording chosen for one disclaimer; None if the disclaimer applies and has no text that may be printed.

    `is_foreign`: the text is in another language than the piece and must be marked with it.
    """

    disclaimer: DisclaimerFact
    wording: WordingFact | None
    is_foreign: bool = False


def choose(
    disclaimers: Iterable[DisclaimerFact], *, lineage: Sequence[str], kind: str, language: str, on: dt.date
) -> list[WordingChoice]:
    """The choices for the publisher's disclaimers, then for those of its ancestors.

    Disclaimers whose condition the piece does not meet are not among them: they would replace the ancestors'.
    `lineage`: institution codes, the publisher's first. `on`: the day of first publication. Employment disclaimers
    are not among them, because appointments name those.
    """
    choices: list[WordingChoice] = []
    ordered = sorted(disclaimers, key=lambda d: (d.order, d.code))
    for institution in lineage:
        own = [d for d in ordered if d.institution == institution and _applies(d, kind, language, on)]
        choices += [choose_for(disclaimer, language, on) for disclaimer in own]
        if any(disclaimer.replaces_parents for disclaimer in own):
            break
    return choices


def choose_for(disclaimer: DisclaimerFact, language: str, on: dt.date) -> WordingChoice:
    """The choice for one disclaimer that applies, on a day, for a piece in a language."""
    in_force = [wording for wording in disclaimer.wordings if wording.is_in_force(on)]
    own = _with_base(language)
    codes = own if disclaimer.missing == "block" else (*own, *_with_base(disclaimer.usual_language))
    for code in codes:
        for wording in in_force:
            if wording.language == code:
                return WordingChoice(disclaimer, wording, is_foreign=code not in own)
    if disclaimer.missing == "block" or not in_force:
        return WordingChoice(disclaimer, None)
    return WordingChoice(disclaimer, min(in_force, key=lambda wording: wording.language), is_foreign=True)


def _applies(disclaimer: DisclaimerFact, kind: str, language: str, on: dt.date) -> bool:
    return (
        disclaimer.scope == "institution"
        and (not disclaimer.kinds or kind in disclaimer.kinds)
        and disclaimer.language in ("", *_with_base(language))
        and any(wording.is_in_force(on) for wording in disclaimer.wordings)
    )


def _with_base(language: str) -> tuple[str, ...]:
    """The language, and the same without its region: a page in "en-GB" may print a text in "en"."""
    return tuple(dict.fromkeys((language, base(language))))

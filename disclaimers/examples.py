"""What a house's words would print, on invented facts: shown beside the words while they are edited."""

import datetime as dt
from collections.abc import Mapping

from disclaimers import joining
from disclaimers.positions import POSITIONS
from prose import slots
from prose.dates import in_words
from prose.languages import name_in

_DAY = dt.date(2020, 6, 11)
_PEOPLE = ("Ida Quay", "Bo Pier", "Ana Mole")
_FACTS = {
    **dict.fromkeys(("name", "author", "grantor"), "Ida Quay"),
    "outlet": "Lantern",
    **dict.fromkeys(("holder", "institution"), "Harbour Institute"),
    **dict.fromkeys(("appointment", "post"), "harbour fellow"),
    "suffix": "Ph.D.",
    "courtesy": "Ambassador",
    "rank": "Colonel",
    "kind": "Commentary",
    "section": "Weekend",
    "page": "13",
    "headline": "The Harbour Wakes",
    "licence": "CC BY-ND 4.0",
    "tool": "Tidewriter",
    "task": "a first summary",
    "checker": "Bo Pier",
    "text": "There were two ships, not three.",
    "wrong": "three ships",
    "right": "two ships",
    "year": "2020",
}
_TEXTS = {
    "note_line": "The port of this piece has since been renamed.",
    "withdrawal_line": "This piece is being looked at again.",
    "superseded_line": "A newer piece takes the place of this one.",
    "supersedes_line": "The Harbour Wakes",
    "funding_line": "the Harbour Trust",
    "interest_line": "Ida Quay advises the Harbour Board.",
}


def examples(said: Mapping[str, str], language: str) -> dict[str, str]:
    """How each position with slots prints in these words; those that print nothing are left out."""
    facts = _FACTS | _joined(said, language)
    shown = {
        name: slots.fill(said[name], _at(name, facts, language), authors=len(_PEOPLE))
        for name, position in POSITIONS.items()
        if position.slots
    }
    return {name: text for name, text in shown.items() if text}


def _joined(said: Mapping[str, str], language: str) -> dict[str, str]:
    """The facts that are themselves said in the house's words."""
    between, last = joining.separators(said)
    day = in_words(_DAY, language)
    return {
        "names": f"{between.join(_PEOPLE[:-1])}{last}{_PEOPLE[-1]}",
        "date": day,
        "own_date": day,
        "outlet_date": slots.fill(said["outlet_correction"], {"date": day}),
        "month": in_words(_DAY, language, "month"),
        "noun": said["attribution_noun"],
        "preposition": said["preposition_in"],
        "language": name_in("ko", language),
        "languages": f"{name_in('ko', language)}{last}{name_in('nl', language)}",
        "medium": said["medium_print"],
        "access": said["access_paid"],
        "reservation": said["reservation"],
    }


def _at(position: str, facts: dict[str, str], language: str) -> dict[str, str]:
    if position == "translated_from":
        return facts | {"language": name_in("ko", language, "from")}
    return facts | {"text": _TEXTS.get(position, facts["text"])}

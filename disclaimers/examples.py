"""Example lines printed with a house style, on invented facts, for the page that edits it."""

import datetime as dt
from collections.abc import Mapping

from disclaimers.phrases import separators
from disclaimers.positions import POSITIONS
from prose import slots
from prose.dates import in_words, with_preposition
from prose.languages import name_in

_DAY = dt.date(2020, 6, 11)
_PEOPLE = ("Ida Quay", "Bo Pier", "Ana Mole")
_FACTS = {
    **dict.fromkeys(("name", "author", "grantor"), "Ida Quay"),
    "outlet": "Lantern",
    **dict.fromkeys(("holder", "institution", "who"), "Harbour Institute"),
    **dict.fromkeys(("appointment", "post"), "harbour fellow"),
    "title": "harbour fellow",
    "a_title": "a harbour fellow",
    "unit": "Tides Programme",
    "in_unit": "with the Tides Programme",
    "house": "Gower House",
    "in_house": "at Gower House",
    "suffix": "Ph.D.",
    "printed": "I. Marlow",
    "courtesy": "Ambassador",
    "rank": "Colonel",
    "kind": "Commentary",
    "section": "Weekend",
    "editors": "Bo Pier",
    "chapter": "3",
    "publication": "Gull, 2020",
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
    "retraction_line": "The figures in it were not those of the port.",
    "superseded_line": "A newer piece takes the place of this one.",
    "supersedes_line": "The Harbour Wakes",
    "funding_line": "the Harbour Trust",
    "interest_line": "Ida Quay advises the Harbour Board.",
}


def examples(phrases: Mapping[str, str], language: str) -> dict[str, str]:
    """Position -> example line, for each position with slots that prints something."""
    facts = _FACTS | _facts_in_words(phrases, language)
    lines = {
        name: slots.fill(phrases[name], _facts_at(name, facts, language), authors=len(_PEOPLE))
        for name, position in POSITIONS.items()
        if position.slots
    }
    return {name: line for name, line in lines.items() if line}


def _facts_in_words(phrases: Mapping[str, str], language: str) -> dict[str, str]:
    """Facts whose words depend on the house style or the language."""
    between, last = separators(phrases)
    day = in_words(_DAY, language)
    return {
        "names": f"{between.join(_PEOPLE[:-1])}{last}{_PEOPLE[-1]}",
        "date": day,
        "on_date": with_preposition(_DAY, language),
        "on_own_date": with_preposition(_DAY, language),
        "own_date": day,
        "outlet_date": slots.fill(phrases["outlet_correction"], {"date": day}),
        "month": in_words(_DAY, language, "month"),
        "noun": phrases["attribution_noun"],
        "preposition": phrases["preposition_in"],
        "language": name_in("ko", language),
        "languages": f"{name_in('ko', language)}{last}{name_in('nl', language)}",
        "medium": phrases["medium_print"],
        "work": phrases["work_book"],
        "access": phrases["access_paid"],
        "reservation": phrases["reservation"],
    }


def _facts_at(position: str, facts: dict[str, str], language: str) -> dict[str, str]:
    if position == "translated_from":
        return facts | {"language": name_in("ko", language, "from")}
    return facts | {"text": _TEXTS.get(position, facts["text"])}

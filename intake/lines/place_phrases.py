"""Phrases that name a place: section, issue, page and medium beside the outlet, and several outlets in one phrase.

"the March issue of the Lantern, p. 13", "the Weekend section of Tidal Affairs", "the Lantern and others".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from intake.findings import FoundDay, FoundPlace
from intake.knowledge import Knowledge
from intake.lines.days.dates import MAYBE_DATE, date_in_sentence
from intake.lines.languages.names import LANGUAGE, language_code
from intake.lines.naming import named_outlet
from intake.patterns import Pattern

_PART = r"(?P<{}>[^\n,;]{{2,60}}?)"
_BEFORE = (
    Pattern(rf"(?:in\s+)?(?:the|its|our)\s+{_PART.format('issue')}\s+(?:issue|number|volume)\s+of\s+(?=\S)", re.I),
    Pattern(rf"(?:in\s+)?(?:the|its)\s+{_PART.format('section')}\s+(?:section|pages?|supplement"
    rf"|column)\s+of\s+(?=\S)", re.I),
    Pattern(r"(?:in\s+)?(?:the|its)\s+(?P<medium>print|online|digital|web)\s+(?:edition"
    r"|version)\s+of\s+(?=\S)", re.I),
    Pattern(rf"(?:in\s+)?(?:the|its)\s+{_PART.format('issue')}\s+edition\s+of\s+(?=\S)", re.I),
    Pattern(rf"(?:der|in\s+der)\s+{_PART.format('issue')}ausgabe\s+(?:der|des|von)\s+(?=\S)", re.I),
    Pattern(rf"(?:le|la)\s+{_PART.format('issue')}\s+(?:numéro|édition)\s+(?:de|du)\s+(?=\S)", re.I),
)  # fmt: skip
_AFTER = (
    Pattern(r",?\s+\(?(?P<page>(?:pp?\.|pages?|S\.|Seite|с\.)\s*[A-Z]{0,2}\d{1,5}(?:\s?-\s?\d{1,5})?)\)?$", re.I),
    Pattern(r",?\s+\(?(?P<issue>(?:vol(?:ume|\.)?|no\.|issue|nr\.|n[°º]|№)\s*\d{1,4}(?:,?\s+(?:no\."
    r"|issue)\s*\d{1,4})?(?:\s+\(\d{4}\))?)\)?$", re.I),
    Pattern(r"(?:'s)?,?\s+\(?(?:in\s+)?(?P<medium>print|online|digital)(?:\s+(?:edition|version))?\)?$", re.I),
    Pattern(r",?\s+\(?(?P<section>[\w &'-]{2,40}?)\s+(?:section|pages|supplement)\)?$", re.I),
    Pattern(rf"\s*\((?P<language>{LANGUAGE})(?:\s+(?:edition|version))?\)$", re.I),
    Pattern(r"\s+\((?P<access>subscription|registration)(?:\s+(?:required|needed))?\)$", re.I),
    Pattern(r"\s+\((?P<gloss>[^()\n]{2,80})\)$"),
)  # fmt: skip
_DESCRIPTOR = Pattern(
    r"(?P<descriptor>(?:the|a|an)\s+(?:[^\W\d_][\w-]*\s+){0,3}?(?:newspaper|magazine|journal|weekly|daily|monthly"
    r"|quarterly|website|web\s+site|blog|news\s+agency|newsletter|podcast|broadcaster|think\s+tank))\s+"
    r"(?=(?:[Tt]he\s+)?[\"'“«]?[^\W\d_a-zß-öø-ÿ])"
)
_FOREIGN_KIND = Pattern(
    r"(?:журнале?|газете?|издани[еи]|сайте?|портале?|der\s+zeitung|der\s+zeitschrift|le\s+journal|la\s+revue"
    r"|el\s+diario|la\s+revista|월간지|일간지|신문|잡지|صحيفة|مجلة|موقع|جريدة)\s+(?=\S)",
    re.I,
)
_JOINTS = Pattern(
    r",?\s+(?:and|und|et|y|и|&)\s+(?:(?:also|then|later)\s+)?(?:(?:in|on|by|at|dans|sur|en|в)\s+(?=\S))?|،\s+|,\s+"
)
_OTHERS = Pattern(
    r",?\s+(?:and\s+(?:many\s+|several\s+)?(?:others|other\s+(?:outlets|newspapers|publications|media|places))"
    r"|among\s+others|et\s+al\.?|u\.\s?a\.|und\s+(?:anderen|weiteren)|et\s+(?:d')?autres|entre\s+otros|y\s+otros"
    r"|и\s+(?:др\.|других(?:\s+изданиях)?)|وغيرها|\s등)$",
    re.I,
)
_PHRASE_WITH_AND = Pattern(
    r"\bthe\s(?:(?!\bthe\b)[^,;\n]){2,60}?\s(?:section|pages?|supplement|issue|edition)\s+of\s"
)
_OWN_DATE = Pattern(rf",?\s+(?:(?:on|in|am|le|el)\s+|\()?(?P<date>{MAYBE_DATE})\)?$", re.I)
MAX_PLACES = 12
_MEDIA = {"print": "print", "online": "online", "digital": "online", "web": "online"}
_ACCESS = {"subscription": "paid", "registration": "registration"}
_SITE = Pattern(r"(?:[\w-]+\.)+[a-z]{2,12}", re.I)
_SMALL_WORDS = frozenset((
    "a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with", "de", "del", "della",
    "der", "des", "di", "die", "das", "dem", "den", "du", "el", "en", "et", "für", "la", "las", "le", "les",
    "los", "og", "och", "und", "van", "von", "y", "zu", "zum", "zur", "au", "aux", "sur", "pour", "d", "l",
    "da", "do", "dos", "e", "i", "al",
))  # fmt: skip
"""Words in lower case inside names."""
_HELD_AND = "\x00"
_BELONGS_TO_NAME = Pattern(r"(?:pp?\.|no\.|vol\.|S\.)?\s*[A-Z]?\d[\d\s-]*|\w+\s+section")
_PAGE_WORD = Pattern(r"^(?:pp?\.|pages?|S\.|Seite|с\.)\s*", re.I)
_LETTER = Pattern(r"[^\W\d_]")
_SENTENCE_OR_YEAR = Pattern(r"[.!?;:]\s|,?\s\d{4}$")
_LOWER_CASE_WORD = Pattern(r"[a-zß-öø-ÿ'’]+(?=[\s,]|$)")


def named_places(text: str, knowledge: Knowledge) -> tuple[list[FoundPlace], bool]:
    """The outlets of a phrase, and True if it goes on "and others".

    An enumeration is parted only if its parts are known, or if it cannot be one name: it goes on to "others", or a
    part of it has an article, a section or a date of its own.
    """
    text = " ".join(text.split()).strip(" ,;")
    others = _OTHERS.search(text)
    text = text[: others.start()] if others else text
    whole = named_place(text, knowledge)
    if whole.is_known:
        return [whole], bool(others)
    held = _PHRASE_WITH_AND.sub(lambda phrase: phrase[0].replace(" and ", _HELD_AND), text)
    parts = [part.replace(_HELD_AND, " and ") for part in _JOINTS.split(held) if part.strip()]
    if 1 < len(parts) <= MAX_PLACES:
        places = [named_place(part, knowledge) for part in _with_page_numbers(parts)]
        if all(place.is_known for place in places) or (
            _is_enumeration(places, bool(others)) and all(is_name(place.name) for place in places)
        ):
            return places, bool(others)
    return [whole], bool(others)


def _with_page_numbers(parts: list[str]) -> Iterator[str]:
    """The parts, with "p. 13", "no. 4" or a year joined to the name before it again."""
    name = ""
    for part in parts:
        if name and _BELONGS_TO_NAME.fullmatch(part):
            name = f"{name}, {part}"
            continue
        if name:
            yield name
        name = part
    if name:
        yield name


def _is_enumeration(places: list[FoundPlace], has_others: bool) -> bool:
    has_own = any(place.section or place.issue or place.day or place.article for place in places[1:])
    return has_others or has_own or any(place.is_known for place in places)


def named_place(text: str, knowledge: Knowledge) -> FoundPlace:
    """One place: the outlet, once everything else in the phrase is taken off."""
    place = _place_of_outlet(text, knowledge)
    values: dict[str, str] = {}
    day: FoundDay | None = None
    for _ in range(4):
        if place.is_known:
            break
        text, value, own_day = _take_off_one(text.strip(" ,;"))
        if not value and own_day is None:
            break
        values, day = value | values, day or own_day
        place = _place_of_outlet(text, knowledge)
    if place.is_known and values.get("gloss") and not _has_letter(values["gloss"]):
        values.pop("gloss")
    return replace(place, **_members(values)).on_day(day)


def _place_of_outlet(text: str, knowledge: Knowledge) -> FoundPlace:
    outlet = named_outlet(text, knowledge)
    return FoundPlace(outlet.name, outlet.key, outlet.article)


def _take_off_one(text: str) -> tuple[str, dict[str, str], FoundDay | None]:
    """The phrase without one thing before or behind the name, and that thing."""
    for pattern in _BEFORE:
        if match := pattern.match(text):
            return text[match.end() :], match.groupdict(), None
    for pattern in _AFTER:
        if (match := pattern.search(text)) and match.start():
            return text[: match.start()], match.groupdict(), None
    if (match := _OWN_DATE.search(text)) and match.start() and (day := date_in_sentence(match["date"])):
        return text[: match.start()], {}, day
    if match := _DESCRIPTOR.match(text):
        return text[match.end() :], {"descriptor": match["descriptor"]}, None
    if match := _FOREIGN_KIND.match(text):
        return text[match.end() :], {"": match[0]}, None
    return text, {}, None


def _members(values: dict[str, str]) -> dict[str, Any]:
    """Members of a place by name: codes for medium, access and language, a page without its "p."."""
    members = {name: " ".join(value.split()) for name, value in values.items() if name and value}
    if "medium" in members:
        members["medium"] = _MEDIA[members["medium"].lower()]
    if "access" in members:
        members["access"] = _ACCESS[members["access"].lower()]
    if "language" in members:
        members["language"] = language_code(members["language"])
    if "page" in members:
        members["page"] = _PAGE_WORD.sub("", members["page"])
    return members


def _has_letter(words: str) -> bool:
    return bool(_LETTER.search(words))


def is_name(words: str) -> bool:
    """True for words that can be a name: short, no sentence inside, not in lower case but for small words."""
    if not 0 < len(words) <= 80 or _SENTENCE_OR_YEAR.search(words):
        return False
    if _SITE.fullmatch(words):
        return True
    if not _has_letter(words) or words[0].islower():
        return False
    small = (word.strip("'’\"(),") for word in _LOWER_CASE_WORD.findall(words) if f" {word}" in words)
    return all(word in _SMALL_WORDS for word in small)

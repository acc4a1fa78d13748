"""The words that name a place taken apart: section, issue, page and medium from the outlet, and several outlets.

"the March issue of the Lantern, p. 13", "the Weekend section of Tidal Affairs", "the Lantern and others".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from intake.findings import Day
from intake.knowledge import Knowledge
from intake.lines.dates import MAYBE_DATE, said_day
from intake.lines.language import LANGUAGE, code_of
from intake.lines.naming import SaidOutlet, outlet_called
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
_KIND_ABROAD = Pattern(
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
_HELD = Pattern(r"\bthe\s(?:(?!\bthe\b)[^,;\n]){2,60}?\s(?:section|pages?|supplement|issue|edition)\s+of\s")
_OWN_DATE = Pattern(rf",?\s+(?:(?:on|in|am|le|el)\s+|\()?(?P<date>{MAYBE_DATE})\)?$", re.I)
MAX_PLACES = 12


@dataclass(frozen=True)
class SaidPlace:
    """One outlet as a text names it, with what the text says of the place there."""

    outlet: SaidOutlet
    day: Day | None = None
    section: str = ""
    issue: str = ""
    page: str = ""
    medium: str = ""
    language: str = ""
    access: str = ""
    gloss: str = ""
    descriptor: str = ""

    @property
    def is_known(self) -> bool:
        return self.outlet.key is not None


def places_said(text: str, knowledge: Knowledge) -> tuple[list[SaidPlace], bool]:
    """The outlets that these words name, and whether they say that there are others.

    An enumeration is parted only where its parts are known, or where it cannot be one name: it goes on to "others",
    or a part of it has an article, a section or a date of its own.
    """
    text = " ".join(text.split()).strip(" ,;")
    others = _OTHERS.search(text)
    text = text[: others.start()] if others else text
    whole = place_said(text, knowledge)
    if whole.is_known:
        return [whole], bool(others)
    held = _HELD.sub(lambda found: found[0].replace(" and ", "\x00"), text)
    parts = [part.replace("\x00", " and ") for part in _JOINTS.split(held) if part.strip()]
    if 1 < len(parts) <= MAX_PLACES:
        places = [place_said(part, knowledge) for part in _regrouped(parts, text)]
        if all(place.is_known for place in places) or (
            _is_enumeration(places, bool(others)) and all(is_name(place.outlet.name) for place in places)
        ):
            return places, bool(others)
    return [whole], bool(others)


def _regrouped(parts: list[str], text: str) -> Iterator[str]:
    """Parts that belong to the name before them: "p. 13", "no. 4", a year."""
    held = ""
    for part in parts:
        if held and (re.fullmatch(r"(?:pp?\.|no\.|vol\.|S\.)?\s*[A-Z]?\d[\d\s-]*|\w+\s+section", part)):
            held = f"{held}, {part}"
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _is_enumeration(places: list[SaidPlace], has_others: bool) -> bool:
    own = any(place.section or place.issue or place.day or place.outlet.article for place in places[1:])
    return has_others or own or any(place.is_known for place in places)


def place_said(text: str, knowledge: Knowledge) -> SaidPlace:
    """One place: the outlet, once everything else that the words say is taken off."""
    place = SaidPlace(outlet_called(text, knowledge))
    found: dict[str, str] = {}
    day: Day | None = None
    for _ in range(4):
        if place.is_known:
            break
        text, said, own = _peeled(text.strip(" ,;"))
        if not said and own is None:
            break
        found, day = said | found, day or own
        place = SaidPlace(outlet_called(text, knowledge))
    if place.is_known and found.get("gloss") and not _is_gloss(found["gloss"]):
        found.pop("gloss")
    return replace(place, day=day, **_values(found))


def _peeled(text: str) -> tuple[str, dict[str, str], Day | None]:
    """The text without one thing before or behind the name, and what that said."""
    for pattern in _BEFORE:
        if found := pattern.match(text):
            return text[found.end() :], found.groupdict(), None
    for pattern in _AFTER:
        if (found := pattern.search(text)) and found.start():
            return text[: found.start()], found.groupdict(), None
    if (found := _OWN_DATE.search(text)) and found.start() and (day := said_day(found["date"])):
        return text[: found.start()], {}, day
    if found := _DESCRIPTOR.match(text):
        return text[found.end() :], {"descriptor": found["descriptor"]}, None
    if found := _KIND_ABROAD.match(text):
        return text[found.end() :], {"": found[0]}, None
    return text, {}, None


_MEDIA = {"print": "print", "online": "online", "digital": "online", "web": "online"}
_ACCESS = {"subscription": "paid", "registration": "registration"}


def _values(found: dict[str, str]) -> dict[str, Any]:
    values = {name: " ".join(said.split()) for name, said in found.items() if name and said}
    if "medium" in values:
        values["medium"] = _MEDIA[values["medium"].lower()]
    if "access" in values:
        values["access"] = _ACCESS[values["access"].lower()]
    if "language" in values:
        values["language"] = code_of(values["language"])
    if "page" in values:
        values["page"] = re.sub(r"^(?:pp?\.|pages?|S\.|Seite|с\.)\s*", "", values["page"], flags=re.I)
    return values


def _is_gloss(words: str) -> bool:
    return bool(re.search(r"[^\W\d_]", words))


def is_name(words: str) -> bool:
    """A name to offer: short, begins with a capital, a digit or a letter without case, no sentence inside."""
    if not 0 < len(words) <= 80 or re.search(r"[.!?;:]\s|,?\s\d{4}$", words):
        return False
    if _SITE.fullmatch(words):
        return True
    if not re.search(r"[^\W\d_]", words):
        return False
    small = (
        word.strip("'’\"(),")
        for word in re.findall(r"[a-zß-öø-ÿ'’]+(?=[\s,]|$)", words)
        if f" {word}" in words
    )
    return not words[0].islower() and all(word in _SMALL_WORDS for word in small)


_SITE = Pattern(r"(?:[\w-]+\.)+[a-z]{2,12}", re.I)
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "for",
        "from",
        "in",
        "of",
        "on",
        "the",
        "to",
        "with",
        "de",
        "del",
        "della",
        "der",
        "des",
        "di",
        "die",
        "das",
        "dem",
        "den",
        "du",
        "el",
        "en",
        "et",
        "for",
        "für",
        "la",
        "las",
        "le",
        "les",
        "los",
        "of",
        "og",
        "och",
        "und",
        "van",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
        "au",
        "aux",
        "sur",
        "pour",
        "d",
        "l",
        "da",
        "do",
        "dos",
        "e",
        "i",
        "al",
    ]
)
"""Words that stand in lower case inside names."""

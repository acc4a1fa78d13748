"""What one line at the top of a piece says: a content type, a date, names, a place; alone or with its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.intake import house_style
from articles.intake.attribution import Mention, mention
from articles.intake.dates import impossible_date, whole_date
from articles.intake.found import Day
from articles.intake.house_style import SLOT_PATTERNS
from articles.intake.knowledge import Knowledge, KnownKind, KnownStyle
from articles.intake.manuscript import Hint, Kind
from articles.intake.naming import SaidPerson, people_called
from articles.intake.sheet import Line
from prose.dates import Precision
from prose.limits import MAX_LINE_CHARS
from prose.typography import fold

_DATELINE = re.compile(
    r"(?:(?:originally|first|initially|ursprünglich)\s+)?"
    r"(?:(?:published|posted|updated|veröffentlicht|erschienen|publiée?|publicad[oa])\s*(?:on|am|le|el)?\s*:?\s+)?"
    + SLOT_PATTERNS["date"]
    + r"(?:,?\s+(?:at\s+|um\s+)?\d{1,2}[:.]\d\d(?:\s*(?:[ap]\.?m\.?|uhr))?(?:\s+[a-z]{2,4})?)?",
    re.IGNORECASE,
)
_MONTH = "A date without a day was found above the text; it stays there."
_BYLINE_WITH_OUTLET = re.compile(r"(?:[Bb]y\s+)?(?P<names>.+?)\s+(?:via|for|in)\s+(?P<outlet>.+)")
_ROLES = (
    ("author", re.compile(r"(?:By|by|BY|Von|Par|Por)\s+(?P<names>.+)")),
    ("translator", re.compile(r"(?:Translated by|Übersetzt von|Traduit par|Traducido por)\s+(?P<names>.+)")),
    ("editor", re.compile(r"(?:Edited by|Herausgegeben von)\s+(?P<names>.+)")),
    (
        "interviewer",
        re.compile(r"(?:Interview(?:ed)? by|Interview von|Das Interview führte)\s+(?P<names>.+)"),
    ),
)


@dataclass(frozen=True)
class HeadLine:
    """What one known form at the top says; `opaque` lines are known to be no headline, but stay in the text."""

    lines: tuple[Line, ...]
    kind: KnownKind | None = None
    day: Day | None = None
    people: tuple[SaidPerson, ...] = ()
    role: str = "author"
    mention: Mention | None = None
    opaque: str = ""


def known_line(
    lines: Sequence[Line], knowledge: Knowledge, styles: Sequence[KnownStyle], has_headline: bool
) -> HeadLine | None:
    """What the first of these lines says, alone or with those after it; the longest form wins."""
    if lines[0].block.hint is Hint.TITLE or lines[0].block.kind not in (Kind.PARAGRAPH, Kind.HEADING):
        return None
    for many in range(len(lines), 0, -1):
        part = tuple(lines[:many])
        if sum(len(line.text) for line in part) > MAX_LINE_CHARS:
            continue
        texts = [line.text for line in part]
        if said := mention(texts, knowledge, styles):
            return HeadLine(part, mention=said, opaque=_opaque(said, texts))
        if found := dated(part, texts, styles):
            return found
    return _single(lines[0], knowledge, styles, has_headline)


def _opaque(said: Mention, texts: list[str]) -> str:
    if said.is_picture:
        return f"“{' '.join(texts)}” reads like the source of a picture and stays in the text."
    return no_such_day(said.impossible) if said.impossible else ""


def no_such_day(words: str) -> str:
    return f"“{words}” is not a day that can be told; it stays in the text."


def dated(part: tuple[Line, ...], texts: list[str], styles: Sequence[KnownStyle]) -> HeadLine | None:
    flat = house_style.folded(texts)
    houses = [house_style.pattern(style.dateline) for style in styles]
    for form in [*houses, _DATELINE]:
        found = form.fullmatch(flat) if form else None
        if not found or "date" not in found.groupdict():
            continue
        if day := whole_date(found["date"]):
            return (
                HeadLine(part, day=day) if day.precision is Precision.DAY else HeadLine(part, opaque=_MONTH)
            )
        if impossible_date(found["date"]) or re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", found["date"]):
            return HeadLine(part, opaque=no_such_day(found["date"]))
    return None


def _single(
    line: Line, knowledge: Knowledge, styles: Sequence[KnownStyle], has_headline: bool
) -> HeadLine | None:
    text = line.text
    if kind := kind_called(text, knowledge):
        return HeadLine((line,), kind=kind)
    for role, form in _ROLES:
        if (found := form.fullmatch(text)) and (people := people_called(found["names"], knowledge)):
            return HeadLine((line,), people=tuple(people), role=role)
    if found := _BYLINE_WITH_OUTLET.fullmatch(text):
        people, said = (
            people_called(found["names"], knowledge),
            mention([f"via {found['outlet']}"], knowledge, styles),
        )
        if people and said:
            return HeadLine((line,), people=tuple(people), mention=said)
    people = people_called(text, knowledge)
    if has_headline and people and all(person.key for person in people):
        return HeadLine((line,), people=tuple(people))
    if " | " in text or " · " in text or " • " in text:
        return _several(line, knowledge, styles)
    return None


def _several(line: Line, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> HeadLine | None:
    """A line of facts parted by bars, if every part of it is known."""
    whole = HeadLine((line,))
    for text in re.split(r"\s[|·•]\s", line.text):
        found = known_line([replace(line, block=replace(line.block, text=text))], knowledge, styles, True)
        if not found or found.opaque:
            return None
        whole = replace(
            whole,
            kind=whole.kind or found.kind,
            day=whole.day or found.day,
            people=whole.people or found.people,
            role=found.role if found.people else whole.role,
            mention=whole.mention or found.mention,
        )
    return whole


def kind_called(text: str, knowledge: Knowledge) -> KnownKind | None:
    """The content type with this label, letter case and a closing colon aside."""
    wanted = fold(text).casefold().rstrip(": ")
    for kind in knowledge.kinds:
        if wanted and wanted in {fold(label).casefold() for label in kind.labels}:
            return kind
    return None

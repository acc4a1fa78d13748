"""The top of a piece: content type, headline, dek, names, dates and places, in whatever order they stand.

Known forms tell where the top ends. Of the lines among them that no form explains, the first is the headline and
the second the dek; a line below the last known form is the text's, unless the source marks it as a subtitle.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from articles.intake import house_style
from articles.intake.attribution import Mention, mention
from articles.intake.dates import date_at_start, impossible_date, whole_date
from articles.intake.found import Day
from articles.intake.house_style import SLOT_PATTERNS
from articles.intake.knowledge import Knowledge, KnownKind, KnownStyle
from articles.intake.manuscript import Hint, Kind
from articles.intake.naming import SaidPerson, people_called
from articles.intake.sheet import Line
from prose.dates import Precision
from prose.limits import MAX_LINE_CHARS
from prose.typography import fold

MAX_DEK_CHARS = 600
_JOINED = 4  # "published by / Hill / on June 11, 2020": a form may run over so many lines
_DATELINE = re.compile(
    r"(?:(?:originally|first|initially|ursprünglich)\s+)?"
    r"(?:(?:published|posted|updated|veröffentlicht|erschienen|publiée?|publicad[oa])\s*(?:on|am|le|el)?\s*:?\s+)?"
    + SLOT_PATTERNS["date"],
    re.IGNORECASE,
)
_MONTH = "A date without a day was found above the text; it stays there."
_GLUE = re.compile(r"(?:\s*[–—]\s*)?(?=[^\W\d_a-zß-öø-ÿ]|[\"“‘'„«(])")
_ROLES = (
    ("author", re.compile(r"(?:By|Von|Par|Por|BY)\s+(?P<names>.+)")),
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


@dataclass
class Head:
    """The top of the piece, taken apart."""

    known: list[HeadLine] = field(default_factory=list)
    headline: Line | None = None
    dek: Line | None = None
    glued: tuple[Line, str, Day] | None = None
    no_such_day: str = ""


def read_head(lines: Sequence[Line], knowledge: Knowledge, styles: Sequence[KnownStyle]) -> Head:
    """The top of these lines; nothing is taken yet."""
    head, last_known, place = Head(), 0, 0
    unknown: list[tuple[int, Line]] = []
    while place < len(lines) and len(unknown) <= 2:
        found = _known(lines[place : place + _JOINED], knowledge, styles, bool(unknown))
        if found:
            head.known.append(found)
            place += len(found.lines)
            last_known = place if found.kind is None or not unknown else last_known
            continue
        if _begins_with_date(head, lines[place]):
            last_known = place
            break
        if not _may_be_headline(lines[place], MAX_DEK_CHARS):
            break
        unknown.append((place, lines[place]))
        place += 1
    _settle(head, unknown, last_known)
    return head


def _begins_with_date(head: Head, line: Line) -> bool:
    """A date run together with the first sentence, or set before it by a dash."""
    if any(found.day for found in head.known):
        return False
    found = date_at_start(line.text)
    words = found[1] if found else impossible_date(line.text)
    glue = _GLUE.match(line.text, len(words))
    if not words or not glue or (found and found[0].precision is not Precision.DAY):
        return False
    if found:
        head.glued = (line, glue.string[: glue.end()], found[0])
    else:
        head.no_such_day = _no_such_day(words)
    return True


def _settle(head: Head, unknown: list[tuple[int, Line]], last_known: int) -> None:
    """Which of the unexplained lines are headline and dek."""
    titled = next((line for _, line in unknown if line.block.hint is Hint.TITLE), None)
    candidates = [line for _, line in unknown if _may_be_headline(line, MAX_LINE_CHARS)]
    head.headline = titled or next(iter(candidates), None)
    for place, line in unknown:
        is_marked = line.block.hint is Hint.SUBTITLE
        if line is head.headline or not (is_marked or place < last_known) or line.block.hint is Hint.HEADING:
            continue
        after_headline = head.headline is not None and unknown.index((place, line)) > [
            other for _, other in unknown
        ].index(head.headline)
        if after_headline and head.dek is None:
            head.dek = line


def _may_be_headline(line: Line, limit: int) -> bool:
    return line.block.kind in (Kind.PARAGRAPH, Kind.HEADING) and len(line.text) <= limit


def _known(
    lines: Sequence[Line], knowledge: Knowledge, styles: Sequence[KnownStyle], has_headline: bool
) -> HeadLine | None:
    """What the first of these lines says, alone or with those after it; the longest form wins."""
    if lines[0].block.hint is Hint.TITLE or lines[0].block.kind not in (Kind.PARAGRAPH, Kind.HEADING):
        return None
    for many in range(min(_JOINED, len(lines)), 0, -1):
        part = tuple(lines[:many])
        if sum(len(line.text) for line in part) > MAX_LINE_CHARS:
            continue
        texts = [line.text for line in part]
        if said := mention(texts, knowledge, styles):
            return HeadLine(part, mention=said, opaque=_opaque(said, texts))
        if found := _dated(part, texts, styles):
            return found
    return _single(lines[0], knowledge, styles, has_headline)


def _opaque(said: Mention, texts: list[str]) -> str:
    if said.is_picture:
        return f"“{' '.join(texts)}” reads like the source of a picture and stays in the text."
    return _no_such_day(said.impossible) if said.impossible else ""


def _no_such_day(words: str) -> str:
    return f"“{words}” is not a day that can be told; it stays in the text."


def _dated(part: tuple[Line, ...], texts: list[str], styles: Sequence[KnownStyle]) -> HeadLine | None:
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
            return HeadLine(part, opaque=_no_such_day(found["date"]))
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
        found = _known([replace(line, block=replace(line.block, text=text))], knowledge, styles, True)
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

"""What one line at the top of a piece says: a content type, a date, names, a place; alone or with its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.findings import Day, Ran
from intake.knowledge import Knowledge, KnownKind, KnownStyle
from intake.lines import house_style
from intake.lines.attribution import Mention, mention
from intake.lines.credits import Credited, credited, with_post
from intake.lines.dates import impossible_date, said_day, whole_date
from intake.lines.house_style import SLOT_PATTERNS
from intake.lines.naming import outlet_called, people_called
from intake.lines.statements import Statement, statements
from intake.lines.translations import other_versions
from intake.patterns import Pattern
from intake.recognition.remaining import Line
from intake.sources.manuscript import Hint, Kind
from prose.dates import Precision
from prose.limits import MAX_LINE_CHARS
from prose.typography import fold

_DATELINE = Pattern(
    r"(?:(?:originally|first|initially|ursprünglich)\s+)?"
    r"(?:(?:published|posted|updated|veröffentlicht|erschienen|publiée?|publicad[oa])\s*(?:on|am|le|el)?\s*:?\s+)?"
    + SLOT_PATTERNS["date"]
    + r"(?:,?\s+(?:at\s+|um\s+)?\d{1,2}[:.]\d\d(?:\s*(?:[ap]\.?m\.?|uhr))?(?:\s+[a-z]{2,4})?)?",
    re.IGNORECASE,
)
_MONTH = "A date without a day was found above the text; it stays there."
_NO_YEAR = "A date without a year was found above the text; it stays there."
_BYLINE_WITH_OUTLET = Pattern(
    r"(?P<by>[Bb]y\s+|[Qq]uoting\s+|[Ff]eaturing\s+|[Ii]nterview\s+with\s+)?(?P<names>.+?)\s+(?P<how>via|for|in)\s+(?P<outlet>.+)"
)
_EXPERT = {"quoting": "quoted", "featuring": "quoted", "interview with": "interviewed"}
_PARTED_KICKER = Pattern(r"(?P<kind>.{2,60}?)\s*(?:\s[-|·•]\s|:\s)(?P<rest>.+)")


@dataclass(frozen=True)
class HeadLine:
    """What one known form at the top says; `opaque` lines are known to be no headline, but stay in the text."""

    lines: tuple[Line, ...]
    kind: KnownKind | None = None
    day: Day | None = None
    credited: tuple[Credited, ...] = ()
    mention: Mention | None = None
    stated: tuple[Statement, ...] = ()
    opaque: str = ""

    @property
    def is_bare(self) -> bool:
        """Nothing but a label: it does not tell where the top ends."""
        return not (self.day or self.credited or self.mention or self.stated or self.opaque)


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
    houses = [house_style.pattern(style.words["dateline"]) for style in styles]
    for form in [*houses, _DATELINE]:
        found = form.fullmatch(flat) if form else None
        if not found or "date" not in found.groupdict():
            continue
        if day := whole_date(found["date"]):
            return (
                HeadLine(part, day=day) if day.precision is Precision.DAY else HeadLine(part, opaque=_MONTH)
            )
        if said_day(found["date"]):
            return HeadLine(part, opaque=_NO_YEAR)
        if impossible_date(found["date"]) or re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", found["date"]):
            return HeadLine(part, opaque=no_such_day(found["date"]))
    return None


def _single(
    line: Line, knowledge: Knowledge, styles: Sequence[KnownStyle], has_headline: bool
) -> HeadLine | None:
    text = line.text
    if kind := kind_called(text, knowledge):
        return HeadLine((line,), kind=kind)
    if found := _byline(line, knowledge, has_headline):
        return found
    if found := _hung_on_names(line, knowledge, styles):
        return found
    if found := _kicker_with_outlet(line, knowledge):
        return found
    if has_headline and outlet_called(text, knowledge).key and len(text) <= MAX_LINE_CHARS:
        return HeadLine((line,), mention=mention([f"via {text}"], knowledge, styles))
    if (" | " in text or " · " in text or " • " in text) and (found := _several(line, knowledge, styles)):
        return found
    return _stating(line, knowledge, styles, has_headline)


def _byline(line: Line, knowledge: Knowledge, has_headline: bool) -> HeadLine | None:
    """Names with a label; without one, people who are known, and only below the headline."""
    found = credited(line.text, knowledge)
    if found and (has_headline or all(one.role in ("author", "translator", "editor") for one in found)):
        return HeadLine((line,), credited=found)
    if not has_headline or len(line.text) > MAX_LINE_CHARS:
        return None
    people = people_called(line.text, knowledge)
    if people and all(person.key for person in people):
        return HeadLine((line,), credited=(Credited(tuple(people)),))
    told = with_post(line.text, knowledge)
    is_known = told is not None and all(person.key for person in told.people) and not line.text.endswith(".")
    return HeadLine((line,), credited=(told,)) if told and is_known else None


def _hung_on_names(line: Line, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> HeadLine | None:
    """ "Ida Quay for the Lantern, 6 October": an outlet behind a name, of someone known or called the author."""
    found = _BYLINE_WITH_OUTLET.fullmatch(line.text) if len(line.text) <= MAX_LINE_CHARS else None
    people = people_called(found["names"], knowledge) if found else []
    if not found or not people or _is_house(found["outlet"], knowledge):
        return None
    said = mention([f"via {found['outlet']}"], knowledge, styles)
    is_sure = bool(found["by"]) or all(person.key for person in people)
    if said is None and is_sure and found["how"] != "in":
        said = mention([f"Source: {found['outlet']}"], knowledge, styles)
    if said is None or said.is_picture or said.impossible:
        return None
    expert = _EXPERT.get(" ".join((found["by"] or "").lower().split()), "")
    said = replace(said, ran=tuple(replace(ran, expert_role=expert) for ran in said.ran))
    return HeadLine((line,), credited=(Credited(tuple(people)),), mention=said)


def _is_house(text: str, knowledge: Knowledge) -> bool:
    """Whether words in an outlet's place name one of the desk's own institutions: a post, no outlet."""
    said = re.sub(r"^the\s+", "", text, flags=re.IGNORECASE).casefold()
    return any(said.startswith(name.casefold()) for one in knowledge.institutions for name in one.names)


def _kicker_with_outlet(line: Line, knowledge: Knowledge) -> HeadLine | None:
    """ "Essay – The Lantern": a content type and an outlet, both known."""
    found = _PARTED_KICKER.fullmatch(fold(line.text)) if len(line.text) <= MAX_LINE_CHARS else None
    kind = kind_called(found["kind"], knowledge) if found else None
    if not found or not kind:
        return None
    outlet = outlet_called(found["rest"], knowledge)
    if not outlet.key:
        return None
    return HeadLine((line,), kind=kind, mention=Mention((Ran(outlet.name, outlet.key, outlet.article),)))


def kicker_before(text: str, knowledge: Knowledge) -> tuple[KnownKind, int] | None:
    """The content type that a headline's line begins with, and where the headline itself begins."""
    found = _PARTED_KICKER.fullmatch(text) if len(text) <= MAX_LINE_CHARS else None
    kind = kind_called(found["kind"], knowledge) if found else None
    return (kind, found.start("rest")) if found and kind and " " in found["rest"] else None


def _stating(
    line: Line, knowledge: Knowledge, styles: Sequence[KnownStyle], has_headline: bool
) -> HeadLine | None:
    """Notes, rights, languages, an embargo; above the headline only what no headline can be."""
    found = statements(line.text, line.block.html, knowledge, styles)
    if any(one.read_on or one.permission or one.rights for one in found):
        return None
    if found and (has_headline or all(_is_above_headlines(one) for one in found)):
        return HeadLine((line,), stated=found)
    if has_headline and (versions := other_versions(line.text, is_bare=True)):
        return HeadLine((line,), stated=(Statement(versions=versions),))
    return None


def _is_above_headlines(said: Statement) -> bool:
    return bool(said.embargo or (said.note and said.note.kind == "editor"))


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
            credited=whole.credited + found.credited,
            mention=whole.mention or found.mention,
            stated=whole.stated + found.stated,
        )
    return whole


def kind_called(text: str, knowledge: Knowledge) -> KnownKind | None:
    """The content type with this label, letter case and a closing colon aside."""
    wanted = fold(text).casefold().rstrip(": ")
    for kind in knowledge.kinds:
        if wanted and wanted in {fold(label).casefold() for label in kind.labels}:
            return kind
    return None

"""Single lines at the head of a piece: a content type, a date, names, a place; alone or with the lines below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.findings import FoundDay, FoundPlace
from intake.knowledge import Knowledge, KnownKind, KnownStyle
from intake.lines import house_style
from intake.lines.attribution import Mention, mention_in
from intake.lines.bylines import dated_byline_in, dated_town_in
from intake.lines.credits import RoleCredit, credit_with_post, credits_in
from intake.lines.days.datelines import Dateline, dateline_in
from intake.lines.naming import named_outlet, named_people
from intake.lines.statements import Statement, statements_in
from intake.lines.translations import other_versions_in
from intake.patterns import Pattern
from intake.recognition.remaining import SourceLine
from intake.sources.manuscript import BlockKind, Hint
from prose.dates import Precision
from prose.limits import MAX_LINE_CHARS
from prose.typography import fold

_MONTH_WARNING = "A date without a day was found above the text; it stays there."
_NO_YEAR_WARNING = "A date without a year was found above the text; it stays there."
_BYLINE_WITH_OUTLET = Pattern(
    r"(?P<by>[Bb]y\s+|[Qq]uoting\s+|[Ff]eaturing\s+|[Ii]nterview\s+with\s+)?(?P<names>.+?)\s+(?P<how>via|for|in)\s+(?P<outlet>.+)"
)
_EXPERT_ROLES = {"quoting": "quoted", "featuring": "quoted", "interview with": "interviewed"}
_KICKER_AND_REST = Pattern(r"(?P<kind>.{2,60}?)\s*(?:\s[-|·•]\s|:\s)(?P<rest>.+)")


@dataclass(frozen=True)
class HeadLine:
    """Lines of a head that have one known form, and their values.

    `opaque` is a warning on lines that are no headline, and stay in the text all the same.
    """

    lines: tuple[SourceLine, ...]
    kind: KnownKind | None = None
    day: FoundDay | None = None
    updated: FoundDay | None = None
    credits: tuple[RoleCredit, ...] = ()
    mention: Mention | None = None
    statements: tuple[Statement, ...] = ()
    opaque: str = ""


def read_lines(
    lines: Sequence[SourceLine], knowledge: Knowledge, styles: Sequence[KnownStyle], has_headline: bool
) -> HeadLine | None:
    """Read the first of these lines, alone or with those after it; the longest known form wins."""
    if lines[0].block.hint is Hint.TITLE:
        return None
    if lines[0].block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return None
    for many in range(len(lines), 0, -1):
        part = tuple(lines[:many])
        if sum(len(line.text) for line in part) > MAX_LINE_CHARS:
            continue
        texts = [line.text for line in part]
        if mention := mention_in(texts, knowledge, styles):
            return HeadLine(part, mention=mention, opaque=_mention_warning(mention, texts))
        if date := dateline(part, texts, styles):
            return date
    return _read_line(lines[0], knowledge, styles, has_headline)


def _mention_warning(mention: Mention, texts: list[str]) -> str:
    if mention.is_picture:
        return f"“{' '.join(texts)}” reads like the source of a picture and stays in the text."
    return impossible_day_warning(mention.impossible_date) if mention.impossible_date else ""


def impossible_day_warning(words: str) -> str:
    return f"“{words}” is not a day that can be told; it stays in the text."


def dateline(part: tuple[SourceLine, ...], texts: list[str], styles: Sequence[KnownStyle]) -> HeadLine | None:
    """Lines that are a date, in the words of a house or in a common form."""
    flat = house_style.folded_lines(texts)
    for style in styles:
        pattern = house_style.template_pattern(style.words["dateline"])
        match = pattern.fullmatch(flat) if pattern else None
        if match and "date" in match.groupdict() and (line := dateline_in(match["date"])):
            return _head_line(part, line)
    line = dateline_in(" ".join(texts)) if len(texts) == 1 else None
    return _head_line(part, line) if line else None


def _head_line(part: tuple[SourceLine, ...], line: Dateline) -> HeadLine:
    """A dateline as a line of a head; one without an exact day stays in the text with a warning."""
    if line.day is None:
        return HeadLine(part, opaque=impossible_day_warning(line.words))
    if line.day.precision is Precision.MONTH_DAY:
        return HeadLine(part, opaque=_NO_YEAR_WARNING)
    if line.day.precision is not Precision.DAY:
        return HeadLine(part, opaque=_MONTH_WARNING)
    return HeadLine(part, updated=line.day) if line.is_update else HeadLine(part, day=line.day)


def _read_line(
    line: SourceLine, knowledge: Knowledge, styles: Sequence[KnownStyle], has_headline: bool
) -> HeadLine | None:
    text = line.text
    if kind := kind_labelled(text, knowledge):
        return HeadLine((line,), kind=kind)
    if has_headline and (dated := dated_byline_in(text, knowledge)):
        return HeadLine((line,), credits=dated.credits, day=dated.date.day)
    if byline := _byline(line, knowledge, has_headline):
        return byline
    if byline := _byline_with_outlet(line, knowledge, styles):
        return byline
    if kicker := _kicker_with_outlet(line, knowledge):
        return kicker
    if has_headline and named_outlet(text, knowledge).key and len(text) <= MAX_LINE_CHARS:
        return HeadLine((line,), mention=mention_in([f"via {text}"], knowledge, styles))
    if (" | " in text or " · " in text or " • " in text) and (parts := _parts(line, knowledge, styles)):
        return parts
    if has_headline and (dateline := dated_town_in(text)) and dateline.day:
        return _head_line((line,), dateline)
    return _statements(line, knowledge, styles, has_headline)


def _byline(line: SourceLine, knowledge: Knowledge, has_headline: bool) -> HeadLine | None:
    """Names with a label; without one, people with a record, and only below the headline."""
    credits = credits_in(line.text, knowledge)
    if credits and (
        has_headline or all(credit.role in ("author", "translator", "editor") for credit in credits)
    ):
        return HeadLine((line,), credits=credits)
    if not has_headline or len(line.text) > MAX_LINE_CHARS:
        return None
    people = named_people(line.text, knowledge)
    if people and all(person.author for person in people):
        return HeadLine((line,), credits=(RoleCredit(tuple(people)),))
    credit = credit_with_post(line.text, knowledge)
    if credit and all(person.author for person in credit.people) and not line.text.endswith("."):
        return HeadLine((line,), credits=(credit,))
    return None


def _byline_with_outlet(
    line: SourceLine, knowledge: Knowledge, styles: Sequence[KnownStyle]
) -> HeadLine | None:
    """ "Ida Quay for the Lantern, 6 October": an outlet after the name of a person with a record or a label."""
    match = _BYLINE_WITH_OUTLET.fullmatch(line.text) if len(line.text) <= MAX_LINE_CHARS else None
    people = named_people(match["names"], knowledge) if match else []
    if not match or not people or _is_house(match["outlet"], knowledge):
        return None
    mention = mention_in([f"via {match['outlet']}"], knowledge, styles)
    is_sure = bool(match["by"]) or all(person.author for person in people)
    if mention is None and is_sure and match["how"] != "in":
        mention = mention_in([f"Source: {match['outlet']}"], knowledge, styles)
    if mention is None or mention.is_picture or mention.impossible_date:
        return None
    role = _EXPERT_ROLES.get(" ".join((match["by"] or "").lower().split()), "")
    mention = replace(mention, places=tuple(replace(place, expert_role=role) for place in mention.places))
    return HeadLine((line,), credits=(RoleCredit(tuple(people)),), mention=mention)


def _is_house(text: str, knowledge: Knowledge) -> bool:
    """True if words in an outlet's place begin with the name of an institution of the desk: that is a post."""
    name = re.sub(r"^the\s+", "", text, flags=re.IGNORECASE).casefold()
    return any(
        name.startswith(own.casefold()) for institution in knowledge.institutions for own in institution.names
    )


def _kicker_with_outlet(line: SourceLine, knowledge: Knowledge) -> HeadLine | None:
    """ "Essay – The Lantern": a content type and an outlet, both on record."""
    match = _KICKER_AND_REST.fullmatch(fold(line.text)) if len(line.text) <= MAX_LINE_CHARS else None
    kind = kind_labelled(match["kind"], knowledge) if match else None
    if not match or not kind:
        return None
    outlet = named_outlet(match["rest"], knowledge)
    if not outlet.key:
        return None
    place = FoundPlace(outlet.name, outlet.key, outlet.article)
    return HeadLine((line,), kind=kind, mention=Mention((place,)))


def kicker_before(text: str, knowledge: Knowledge) -> tuple[KnownKind, int] | None:
    """The content type that a headline's line begins with, and the position of the headline itself."""
    match = _KICKER_AND_REST.fullmatch(text) if len(text) <= MAX_LINE_CHARS else None
    kind = kind_labelled(match["kind"], knowledge) if match else None
    return (kind, match.start("rest")) if match and kind and " " in match["rest"] else None


def _statements(
    line: SourceLine, knowledge: Knowledge, styles: Sequence[KnownStyle], has_headline: bool
) -> HeadLine | None:
    """Notes, licences, languages, an embargo; above the headline only those that cannot be a headline."""
    statements = statements_in(line.text, line.block.html, knowledge, styles)
    if any(statement.read_on or statement.permission or statement.copyright for statement in statements):
        return None
    if statements and (has_headline or all(_is_above_headlines(statement) for statement in statements)):
        return HeadLine((line,), statements=statements)
    if has_headline and (versions := other_versions_in(line.text, is_bare=True)):
        return HeadLine((line,), statements=(Statement(versions=versions),))
    return None


def _is_above_headlines(statement: Statement) -> bool:
    return bool(statement.embargo or (statement.note and statement.note.kind == "editor"))


def _parts(line: SourceLine, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> HeadLine | None:
    """A line of several facts between bars, if every one of them has a known form."""
    whole = HeadLine((line,))
    for text in re.split(r"\s[|·•]\s", line.text):
        part = read_lines([replace(line, block=replace(line.block, text=text))], knowledge, styles, True)
        if not part or part.opaque:
            return None
        whole = replace(
            whole,
            kind=whole.kind or part.kind,
            day=whole.day or part.day,
            credits=whole.credits + part.credits,
            mention=whole.mention or part.mention,
            statements=whole.statements + part.statements,
        )
    return whole


def kind_labelled(text: str, knowledge: Knowledge) -> KnownKind | None:
    """The content type with this label, letter case and a closing colon aside."""
    wanted = fold(text).casefold().rstrip(": ")
    for kind in knowledge.kinds:
        if wanted and wanted in {fold(label).casefold() for label in kind.labels}:
            return kind
    return None

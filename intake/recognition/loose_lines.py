"""Lines around the headline of a page that hold a day or a name among other words: a question, never a fact.

"Press release | 2 November 2021", "Written by Nora Quill in Ports on 1 June 2019". Only pages have such lines; the
words stay where they are, as evidence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from intake.findings import Certainty, Evidence, Finding, FoundDay, FoundPerson
from intake.knowledge import Knowledge
from intake.lines.bylines import is_account, is_town, without_agency
from intake.lines.days.datelines import dateline_in
from intake.lines.days.dates import date_inside
from intake.lines.naming import NAME, named_people
from intake.patterns import Pattern
from intake.recognition.remaining import SourceLine
from intake.sources.manuscript import BlockKind, Hint
from prose.dates import Precision

_REACH = 40
_TAIL = 6
_LONGEST = 200  # characters of a line that is no paragraph of the text
_LABEL = (
    r"(?:by|von|par|por|di|door|text(?:\s*(?:&|und)\s*fotos?)?|autor(?:in)?|author|auteur|escribe"
    r"|文|作者|記者|기자|글)"
)
_LABELLED = Pattern(
    rf"(?:^|[\s|·•,–—-])(?i:{_LABEL}\s*[:：●]?|redaktion\s*[:：])\s+(?P<names>{NAME}(?:,?\s(?:and|und|et|y"
    rf"|&)\s{NAME})?)"
)
_BARS = Pattern(r"\s*[|｜·•]\s*")
_BEHIND = Pattern(r"\s+(?:Published|Posted|Updated|Date|Veröffentlicht|Erschienen|Publié|Publicado)\b")
"""Words that begin the day behind a name, without anything between them."""
_SIGNED = Pattern(
    rf"(?:(?i:{_LABEL}|redaktion|bericht)\s*[:：]\s*|(?i:by|von|par|por)\s+)(?P<names>{NAME})"
    r"(?:\s*[,(](?P<post>.{3,120}))?"
)
_IN_ITALICS = Pattern(r"<p>(?:<(?:em|strong)>)+[^<]+(?:</(?:em|strong)>)+</p>")
_NO_NAME = Pattern(
    r"\b(?:the|and|der|die|das|und|our|your|more|all|about|share|follow|contact|read|news|press|home|search"
    r"|menu|page|results?|new|alle|anzeigen|artikel|galerie|ver|más|inicio"
    r"|kontakt|impressum|datenschutz\w*|newsletter|mitglied|weitere|caption|description|código|code)\b",
    re.I,
)


def head_zone(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The short lines before the first paragraph of the text."""
    zone: list[SourceLine] = []
    for line in lines[:_REACH]:
        is_text = line.block.kind is BlockKind.PARAGRAPH and line.block.hint is not Hint.BESIDE
        if is_text and len(line.text) > _LONGEST:
            break
        if len(line.text) <= _LONGEST:
            zone.append(line)
    return zone


def loose_day(lines: Sequence[SourceLine]) -> Finding[FoundDay] | None:
    """The first day that a line of the head zone holds, else a dateline among the last lines."""
    for line in head_zone(lines):
        if line.block.kind is not BlockKind.QUOTE and (day := date_inside(line.text)):
            return Finding(day, Certainty.ASSUMED, (Evidence(line.block.line, line.text),))
    for line in lines[-_TAIL:]:
        dateline = dateline_in(line.text)
        if dateline and dateline.day and dateline.day.precision is Precision.DAY:
            return Finding(dateline.day, Certainty.ASSUMED, (Evidence(line.block.line, line.text),))
    return None


def loose_people(lines: Sequence[SourceLine], knowledge: Knowledge) -> tuple[Finding[FoundPerson], ...]:
    """Names behind a label inside a line of the head zone, else a line of only a name, at the head or the end."""
    zone = head_zone(lines)
    tail = [line for line in lines[-_TAIL:] if line not in zone and len(line.text) <= _LONGEST]
    for line in (*zone, *tail):
        match = _LABELLED.search(line.text)
        people = _people(match["names"], knowledge) if match else []
        if people:
            return tuple(_findings(people, line))
    for line in (*zone, *tail):
        if people := _beside_a_day(line.text, knowledge):
            return tuple(_findings(people, line))
    signature = [line for line in lines[-2:] if line not in zone]
    many = Counter(line.text.casefold() for line in zone)  # a menu's line that comes twice is no name
    zone = [line for line in zone if many[line.text.casefold()] == 1]
    for line in (*zone, *signature):
        if people := _bare_names(line, knowledge):
            return tuple(_findings(people, line))
    return tuple(_signature(lines, knowledge))


def _signature(lines: Sequence[SourceLine], knowledge: Knowledge) -> Iterator[Finding[FoundPerson]]:
    """The people of the first line of their own among the paragraphs: "By Nora Quill", or a name set in italics."""
    for line in lines:
        if (
            line.block.kind is not BlockKind.PARAGRAPH
            or line.block.hint is Hint.BESIDE
            or len(line.text) > _LONGEST
        ):
            continue
        match = _SIGNED.fullmatch(line.text)
        people = _people(match["names"], knowledge) if match else []
        if not people and _IN_ITALICS.fullmatch(line.block.html):
            people = _bare_names(line, knowledge)
        if people:
            yield from _findings(people, line)
            return


def _beside_a_day(text: str, knowledge: Knowledge) -> list[FoundPerson]:
    """The names in a line whose other parts are a day and an hour: "4 February 2022 | 13:10 | Nora Quill"."""
    parts = [part.strip() for part in _BARS.split(text)]
    if not 1 < len(parts) <= 4 or not date_inside(text):
        return []
    named = [part for part in parts if not any(map(str.isdigit, part))]
    return _people(named[0], knowledge) if len(named) == 1 and not _NO_NAME.search(named[0]) else []


def _bare_names(line: SourceLine, knowledge: Knowledge) -> list[FoundPerson]:
    text = line.text.strip(" ,|·•–-")
    is_plain = line.block.kind is BlockKind.PARAGRAPH and line.block.hint in (Hint.NONE, Hint.BESIDE)
    if (
        not is_plain
        or not 5 <= len(text) <= 60
        or text[-1] in ".?!:"
        or is_town(text)
        or _NO_NAME.search(text)
    ):
        return []
    return _people(text, knowledge)


def _people(words: str, knowledge: Knowledge) -> list[FoundPerson]:
    words = without_agency(_BEHIND.split(words)[0])
    people = named_people(words, knowledge)
    return [] if any(person.author is None and is_account(person.name) for person in people) else people


def _findings(people: Sequence[FoundPerson], line: SourceLine) -> Iterator[Finding[FoundPerson]]:
    for person in people:
        yield Finding(person, Certainty.ASSUMED, (Evidence(line.block.line, line.text),))

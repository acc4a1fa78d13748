"""Second pass: lines that need the places and people found in the first.

"To read the full column, click here.", "Reprinted with permission.", "The authors are fellows of …", and headings of
a round-up whose parts have authors of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.findings import Certainty, Finding, FoundPerson, FoundPlace
from intake.knowledge import Knowledge
from intake.lines.credits import POST
from intake.lines.naming import opening_person
from intake.lines.statements import Statement, statements_in
from intake.patterns import Pattern
from intake.recognition.remaining import Remaining, SourceLine
from intake.sources.manuscript import BlockKind

_REACH = 10
_ALL_AUTHORS = Pattern(
    r"(?:the\s+authors?|both\s+authors|all\s+authors|our\s+authors?|the\s+writers?|die\s+autor(?:inn)?en|der\s+autor|die\s+autorin"
    r"|les\s+auteurs|l['’]auteure?|los\s+autores|el\s+autor|la\s+autora|авторы|автор)\s+"
    r"(?P<many>are|were|work|teach|is|was|works|teaches|sind|ist|sont|est|son|es|[-—–])\s",
    re.IGNORECASE,
)
_PLURAL = Pattern(
    r"(?:both|all)\s+authors|authors\b|writers\b|autor(?:inn)?en\b|auteurs\b|autores\b|авторы", re.I
)
_LONGEST_BIO = 1500
_HEADING = Pattern(r"(?P<name>[^|]{3,80}?)\s\|\s(?P<post>.{3,200})")


def with_access(
    remaining: Remaining, places: tuple[Finding[FoundPlace], ...], knowledge: Knowledge
) -> tuple[Finding[FoundPlace], ...]:
    """Complete the first place with the access, address and permission that the last lines name."""
    if not places:
        return places
    for line in remaining.last(_REACH):
        statements = statements_in(line.text, line.block.html, knowledge, ())
        if statements and all(statement.read_on or statement.permission for statement in statements):
            first = places[0]
            place = first.value
            for statement in statements:
                place = _with_access(place, statement)
            first = replace(first, value=place, evidence=first.evidence + remaining.take([line]))
            places = (first, *places[1:])
    return places


def _with_access(place: FoundPlace, statement: Statement) -> FoundPlace:
    read_on = statement.read_on
    return replace(
        place,
        access=place.access or (read_on.access if read_on else ""),
        url=place.url or (read_on.url if read_on else ""),
        permission=place.permission or statement.permission,
    )


def with_shared_bios(
    remaining: Remaining, people: tuple[Finding[FoundPerson], ...]
) -> tuple[Finding[FoundPerson], ...]:
    """Give a bio that speaks of "the authors" without naming them to the first author."""
    authors = [number for number, person in enumerate(people) if person.value.role == "author"]
    for line in remaining.last(_REACH):
        match = _ALL_AUTHORS.match(line.text) if len(line.text) <= _LONGEST_BIO else None
        if not match or not POST.search(line.text) or not authors:
            continue
        first = people[authors[0]]
        if bool(_PLURAL.search(match[0])) != (len(authors) > 1) or first.value.bio:
            continue
        with_bio = replace(
            first, value=replace(first.value, bio=line.text), evidence=first.evidence + remaining.take([line])
        )
        people = (*people[: authors[0]], with_bio, *people[authors[0] + 1 :])
    return people


def with_sections(
    lines: Sequence[SourceLine], people: tuple[Finding[FoundPerson], ...], knowledge: Knowledge
) -> tuple[Finding[FoundPerson], ...]:
    """Add the people whom the headings of a round-up name ("Ida Quay | Senior Pilot"); the headings stay."""
    headings = [line for line in lines if line.block.kind is BlockKind.HEADING]
    matches = [(line, match) for line in headings if (match := _HEADING.fullmatch(line.text))]
    named = [
        (line, opening[0]) for line, match in matches if (opening := opening_person(match["name"], knowledge))
    ]
    if len(named) < 2 and not any(person.author for _, person in named):
        return people
    names = {finding.value.name for finding in people}
    added = tuple(
        Finding(
            FoundPerson(person.name, person.author, person.courtesy, section=line.text, rank=person.rank),
            Certainty.DERIVED,
            (),
        )
        for line, person in named
        if person.name not in names
    )
    return people + added

"""Lines that only make sense once it is known where a piece ran and who wrote it.

"To read the full column, click here.", "Reprinted with permission.", "The authors are fellows of …", and headings of
a round-up whose parts have authors of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.findings import Certainty, Found, Person, Ran
from intake.knowledge import Knowledge
from intake.lines.credits import POST
from intake.lines.naming import opening_person
from intake.lines.statements import Statement, statements
from intake.patterns import Pattern
from intake.recognition.remaining import Line, Sheet
from intake.sources.manuscript import Kind

_REACH = 10
_ALL_OF_THEM = Pattern(
    r"(?:the\s+authors?|both\s+authors|all\s+authors|our\s+authors?|the\s+writers?|die\s+autor(?:inn)?en|der\s+autor|die\s+autorin"
    r"|les\s+auteurs|l['’]auteure?|los\s+autores|el\s+autor|la\s+autora|авторы|автор)\s+"
    r"(?P<many>are|were|work|teach|is|was|works|teaches|sind|ist|sont|est|son|es|[-—–])\s",
    re.IGNORECASE,
)
_MANY = Pattern(
    r"(?:both|all)\s+authors|authors\b|writers\b|autor(?:inn)?en\b|auteurs\b|autores\b|авторы", re.I
)
_LONGEST_BIO = 1500
_HEADING = Pattern(r"(?P<name>[^|]{3,80}?)\s\|\s(?P<post>.{3,200})")


def with_what_leads_on(
    sheet: Sheet, ran: tuple[Found[Ran], ...], knowledge: Knowledge
) -> tuple[Found[Ran], ...]:
    """The first place, with what the end of the text says of the way there and of the permission given."""
    if not ran:
        return ran
    for line in list(sheet.lines[1:][-_REACH:]):
        found = statements(line.text, line.block.html, knowledge, ())
        if found and all(one.read_on or one.permission for one in found):
            first = ran[0]
            value = first.value
            for one in found:
                value = _led_on(value, one)
            ran = (replace(first, value=value, evidence=first.evidence + sheet.take([line])), *ran[1:])
    return ran


def _led_on(ran: Ran, said: Statement) -> Ran:
    access = said.read_on.access if said.read_on else ""
    url = said.read_on.url if said.read_on else ""
    return replace(
        ran,
        access=ran.access or access,
        url=ran.url or url,
        permission=ran.permission or said.permission,
    )


def with_shared_bios(sheet: Sheet, people: tuple[Found[Person], ...]) -> tuple[Found[Person], ...]:
    """People, the first of whom carries a bio that speaks of "the authors" without naming them."""
    places = [place for place, one in enumerate(people) if one.value.role == "author"]
    for line in list(sheet.lines[1:][-_REACH:]):
        found = _ALL_OF_THEM.match(line.text) if len(line.text) <= _LONGEST_BIO else None
        if not found or not POST.search(line.text) or not places:
            continue
        if bool(_MANY.search(found[0])) != (len(places) > 1) or people[places[0]].value.bio:
            continue
        first = people[places[0]]
        with_bio = replace(
            first, value=replace(first.value, bio=line.text), evidence=first.evidence + sheet.take([line])
        )
        people = (*people[: places[0]], with_bio, *people[places[0] + 1 :])
    return people


def with_sections(
    lines: Sequence[Line], people: tuple[Found[Person], ...], knowledge: Knowledge
) -> tuple[Found[Person], ...]:
    """People of a round-up: headings in the text that give a name and a post stay there and credit whom they name."""
    headings = [line for line in lines if line.block.kind is Kind.HEADING]
    named = [(line, found) for line in headings if (found := _HEADING.fullmatch(line.text))]
    told = [(line, said[0]) for line, found in named if (said := opening_person(found["name"], knowledge))]
    if len(told) < 2 and not any(person.key for _, person in told):
        return people
    known = {one.value.name for one in people}
    added = tuple(
        Found(
            Person(person.name, person.key, person.courtesy, section=line.text, rank=person.rank),
            Certainty.DERIVED,
            (),
        )
        for line, person in told
        if person.name not in known
    )
    return people + added

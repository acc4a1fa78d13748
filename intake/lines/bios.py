"""Bios: paragraphs that begin with a person's name and say what the person is or did."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake.findings import FoundPerson
from intake.knowledge import Knowledge
from intake.lines.credits import POST
from intake.lines.naming import opening_person
from intake.patterns import Pattern
from prose.typography import fold

_VERB = Pattern(
    r"(?:,\s[^.]{2,120},)?\s*(?:\([^)]{1,60}\)\s*)?,?\s*(?:(?:currently|also|previously|derzeit)\s+)?"
    r"(?:is|are|was|were|has|have|had|serves?|served|holds?|held|leads?|led|works?|worked|teach(?:es)?|taught|directs?"
    r"|directed|writes?|wrote|joined|covers?|heads?|headed|specializes|specialises|ist|sind|war|leitet|lehrt|arbeitet"
    r"|forscht|schreibt|est|était|dirige|enseigne|es|fue|trabaja|enseña)\b"
    r"|\s*-\s(?=[а-яё])",
)
_LABEL = Pattern(
    r"(?:About the authors?|The authors?|About the contributors?|Über (?:die Autorin|den Autor|die Autor(?:inn)?en)"
    r"|Zur Person|À propos de l['’]auteur|Sobre (?:el autor|la autora))\s*:?",
    re.IGNORECASE,
)
_JOINT = Pattern(r"\s*(?:,|and|&|und|et|y)\s+")
_CLAUSE_JOINT = Pattern(r",?\s(?:and|while|und|et|y|и)\s")
_SENTENCE_END = Pattern(r"(?<=[a-z)][.!?])\s")
_GAP_BETWEEN_SENTENCES = Pattern(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class FoundBio:
    """People with the words of their bios; all but the first may have none of their own."""

    people: tuple[tuple[FoundPerson, str], ...]


def bio_in(text: str, knowledge: Knowledge) -> FoundBio | None:
    """The bio that a paragraph is; None if it does not begin with people and what they are.

    A person without a record counts only if the first sentence names a post.
    """
    people, rest = _opening_people(text, knowledge)
    if not people or not _VERB.match(fold(rest)):
        return None
    first_sentence = _SENTENCE_END.split(rest)[0]
    if not all(person.author for person in people) and not POST.search(first_sentence):
        return None
    people += _people_in_later_clauses(first_sentence, people, knowledge)
    if len(people) > 1:
        return FoundBio(((people[0], text), *((person, "") for person in people[1:])))
    return FoundBio(tuple(_bio_by_person(text, people[0], knowledge)))


def parted_by_person(bio: FoundBio, credited: Iterable[FoundPerson]) -> FoundBio:
    """The bio, parted where a sentence begins with the name of somebody credited and says what they are."""
    named = {person.name for person, _ in bio.people}
    others = [person for person in credited if person.name not in named]
    parts: list[tuple[FoundPerson, str]] = []
    for person, text in bio.people:
        starts = [(0, person), *_later_starts(text, others)]
        ends = [start for start, _ in starts[1:]] + [len(text)]
        parts += [(each, text[start:end].strip()) for (start, each), end in zip(starts, ends, strict=True)]
    return FoundBio(tuple(parts))


def _later_starts(text: str, others: list[FoundPerson]) -> Iterator[tuple[int, FoundPerson]]:
    """Where a sentence begins with another's name and a verb, with the person; each person once."""
    waiting = {person.name: person for person in others}
    for gap in _GAP_BETWEEN_SENTENCES.finditer(text):
        rest = text[gap.end() :]
        for name in [name for name in waiting if rest.startswith(name)]:
            if _VERB.match(fold(rest[len(name) :])):
                yield gap.end(), waiting.pop(name)
                break


def is_label(text: str) -> bool:
    """True for a line that is the heading of bios and nothing else."""
    return bool(_LABEL.fullmatch(text.strip()))


def _opening_people(text: str, knowledge: Knowledge) -> tuple[list[FoundPerson], str]:
    """Everyone named before the verb, and the words that follow."""
    people: list[FoundPerson] = []
    while opening := opening_person(text, knowledge):
        person, length = opening
        people.append(person)
        text = text[length:]
        joint = _JOINT.match(text)
        if not joint or not opening_person(text[joint.end() :], knowledge):
            break
        text = text[joint.end() :]
    return people, text


def _people_in_later_clauses(
    sentence: str, before: list[FoundPerson], knowledge: Knowledge
) -> list[FoundPerson]:
    """Other people with whom a sentence goes on: "A is a fellow and B is a professor"."""
    names = {person.name for person in before}
    people = []
    for joint in _CLAUSE_JOINT.finditer(sentence):
        opening = opening_person(sentence[joint.end() :], knowledge)
        if not opening or opening[0].name in names:
            continue
        after = sentence[joint.end() + opening[1] :]
        if _VERB.match(fold(after)) and POST.search(after):
            people.append(opening[0])
    return people


def _bio_by_person(text: str, first: FoundPerson, knowledge: Knowledge) -> list[tuple[FoundPerson, str]]:
    """The paragraph, parted where it goes on to another author with a record."""
    starts = [(0, first)]
    for gap in _GAP_BETWEEN_SENTENCES.finditer(text):
        opening = opening_person(text[gap.end() :], knowledge)
        if (
            not opening
            or not opening[0].author
            or opening[0].author in {person.author for _, person in starts}
        ):
            continue
        if _VERB.match(fold(text[gap.end() + opening[1] :])):
            starts.append((gap.end(), opening[0]))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [(person, text[start:end].strip()) for (start, person), end in zip(starts, ends, strict=True)]

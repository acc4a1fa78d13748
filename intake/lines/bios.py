"""Bios at the end of a piece: paragraphs that begin with a person's name and say what the person is or did."""

import re
from dataclasses import dataclass

from intake.knowledge import Knowledge
from intake.lines.credits import POST
from intake.lines.naming import SaidPerson, opening_person
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
_JOINED = Pattern(r"\s*(?:,|and|&|und|et|y)\s+")


@dataclass(frozen=True)
class Bio:
    """A bio's words, and whose they are: the one it begins with, and others it names first or in later sentences."""

    people: tuple[tuple[SaidPerson, str], ...]


def bio(text: str, knowledge: Knowledge) -> Bio | None:
    """The bio a paragraph is; None where it does not begin with someone and what they are.

    A person the desk does not know counts only where the first sentence names a post.
    """
    people, rest = _opening(text, knowledge)
    if not people or not _VERB.match(fold(rest)):
        return None
    first_sentence = re.split(r"(?<=[a-z)][.!?])\s", rest, maxsplit=1)[0]
    if not all(person.key for person in people) and not POST.search(first_sentence):
        return None
    people += _going_on(rest, people, knowledge)
    if len(people) > 1:
        return Bio(((people[0], text), *((person, "") for person in people[1:])))
    return Bio(tuple(_shared(text, people[0], knowledge)))


def is_label(text: str) -> bool:
    """Whether a line is the heading of bios and nothing else."""
    return bool(_LABEL.fullmatch(text.strip()))


def _opening(text: str, knowledge: Knowledge) -> tuple[list[SaidPerson], str]:
    """Everyone named before the verb, and what follows."""
    people: list[SaidPerson] = []
    while found := opening_person(text, knowledge):
        people.append(found[0])
        text = text[found[1] :]
        joint = _JOINED.match(text)
        if not joint or not opening_person(text[joint.end() :], knowledge):
            break
        text = text[joint.end() :]
    return people, text


_GOES_ON = Pattern(r",?\s(?:and|while|und|et|y|и)\s")


def _going_on(rest: str, before: list[SaidPerson], knowledge: Knowledge) -> list[SaidPerson]:
    """People with whom the first sentence goes on: "A is a fellow and B is a professor"."""
    sentence = re.split(r"(?<=[a-z)][.!?])\s", rest, maxsplit=1)[0]
    names = {person.name for person in before}
    found = []
    for joint in _GOES_ON.finditer(sentence):
        said = opening_person(sentence[joint.end() :], knowledge)
        if not said or said[0].name in names:
            continue
        after = sentence[joint.end() + said[1] :]
        if _VERB.match(fold(after)) and POST.search(after):
            found.append(said[0])
    return found


def _shared(text: str, first: SaidPerson, knowledge: Knowledge) -> list[tuple[SaidPerson, str]]:
    """A paragraph that goes on to other known authors is cut where each of them begins."""
    starts = [(0, first)]
    for gap in re.finditer(r"(?<=[.!?])\s+", text):
        found = opening_person(text[gap.end() :], knowledge)
        if not found or not found[0].key or found[0].key in {person.key for _, person in starts}:
            continue
        if _VERB.match(fold(text[gap.end() + found[1] :])):
            starts.append((gap.end(), found[0]))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [(person, text[start:end].strip()) for (start, person), end in zip(starts, ends, strict=True)]

"""Names in citations. Who is printed family name first is not turned round: "Sim Haneul", in APA "Sim, H."."""

import re
from collections.abc import Sequence

from authors.split_names import NameParts
from reading.metadata.cited import CitedPerson

_MOST_IN_APA = 20
_MOST_IN_CHICAGO, _OF_MORE = 6, 3


def apa_names(people: Sequence[CitedPerson]) -> str:
    """ "Quay, I., & van der Berg, B. R."; of more than twenty the first nineteen and the last."""
    names = [_with_initials(person.parts) for person in people]
    if len(names) > _MOST_IN_APA:
        return f"{', '.join(names[: _MOST_IN_APA - 1])}, . . . {names[-1]}"
    return ", & ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def chicago_names(people: Sequence[CitedPerson]) -> str:
    """ "Quay, Ida, Bo Li, and Nils Brack"; of more than six the first three "et al."."""
    names = _first_turned(people)
    if len(names) > _MOST_IN_CHICAGO:
        return f"{', '.join(names[:_OF_MORE])}, et al."
    return _with_and(names)


def mla_names(people: Sequence[CitedPerson]) -> str:
    """ "Quay, Ida, and Bo Li"; of three or more the first "et al."."""
    names = _first_turned(people)
    return f"{names[0]}, et al." if len(names) > 2 else _with_and(names)


def _first_turned(people: Sequence[CitedPerson]) -> list[str]:
    """The names as printed; the first family name first, for the order of a list."""
    return [_family_first(people[0]), *(_as_printed(person) for person in people[1:])] if people else []


def _with_and(names: Sequence[str]) -> str:
    return ", and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _family_first(person: CitedPerson) -> str:
    parts = person.parts
    return _as_printed(person) if parts.literal or parts.is_family_first else parts.index_form


def _as_printed(person: CitedPerson) -> str:
    return ", ".join(filter(None, (person.name, person.parts.suffix)))


def _with_initials(parts: NameParts) -> str:
    if parts.literal:
        return parts.literal
    words = (re.split("(-)", word) for word in parts.given.split())
    initials = " ".join(
        "".join(part if part == "-" else f"{part[0]}." for part in word if part) for word in words
    )
    return ", ".join(filter(None, (parts.whole_family, initials, parts.suffix)))

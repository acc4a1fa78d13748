"""Family and given name of somebody, as citations and programs want them. Pure: from the printed name and its record.

A name that cannot be split for certain stays whole: a body, a name of one word, a name in a script that sets no space
between its parts.
"""

import re
from dataclasses import dataclass, replace

from authors.models.names import AuthorType, NameOrder

PARTICLES = frozenset(
    {
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "des", "la", "le", "ter",
        "ten", "zu", "zur", "vom", "af", "av", "al", "el", "bin", "ibn", "bint", "ben", "bar", "y", "e", "und",
        "op", "'t",
    }
)  # fmt: skip
"""Words in lower case before a family name that belong to it: "van der Berg"."""
_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v"})
_BODIES = frozenset(
    {
        "board", "staff", "team", "editors", "institute", "institut", "institution", "council", "centre", "center",
        "foundation", "group", "network", "committee", "commission", "programme", "program", "office", "association",
        "redaktion", "rédaction", "редакция", "the", "die", "les", "our",
    }
)  # fmt: skip
"""Words in a name without a record that say it is no person's."""
_NO_SPACES = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+$")


@dataclass(frozen=True)
class NameParts:
    """A name apart. `literal`: the name as a whole, where it is not split; then the other members are empty.

    `particle` stands before the family name and belongs to it. `is_family_first`: print sets the family name first.
    """

    literal: str = ""
    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    is_family_first: bool = False

    @property
    def whole_family(self) -> str:
        """The family name with its particle; of a name that is not split all of it."""
        return self.literal or " ".join(filter(None, (self.particle, self.family)))

    @property
    def index_form(self) -> str:
        """ "van der Berg, Ida, Jr."; a name that is not split as it is."""
        return ", ".join(filter(None, (self.whole_family, self.given, self.suffix)))


def name_parts(
    name: str,
    *,
    form: str = AuthorType.PERSON,
    order: str = NameOrder.GIVEN_FIRST,
    sort_name: str = "",
    suffix: str = "",
) -> NameParts:
    """Split a printed name by its record: what it is, which name stands first, how it is sorted."""
    name = " ".join(name.split())
    if form == AuthorType.BODY or " " not in name or _NO_SPACES.match(name.replace(" ", "")):
        return NameParts(literal=name)
    generation = suffix if suffix.casefold() in _GENERATIONS else ""
    parts = _as_sorted(name, sort_name) or (
        _family_first(name) if order == NameOrder.FAMILY_FIRST else _given_first(name)
    )
    return replace(parts, suffix=generation)


def parts_without_record(name: str) -> NameParts:
    """Split a name of which there is no record; one that looks like a body's stays whole."""
    words = name.split()
    is_body = len(words) > 4 or any(word.strip(".,").casefold() in _BODIES for word in words)
    return name_parts(name, form=AuthorType.BODY if is_body else AuthorType.PERSON)


def _as_sorted(name: str, sort_name: str) -> NameParts | None:
    """The parts that a written sort name tells apart: "Díaz Ortiz, Ana"; None if it is another name's."""
    family, comma, given = (part.strip() for part in " ".join(sort_name.split()).partition(","))
    if not comma or not family or not given:
        return None
    if name.casefold() == f"{given} {family}".casefold():
        return _with_particle(family, given)
    if name.casefold() == f"{family} {given}".casefold():
        return replace(_with_particle(family, given), is_family_first=True)
    return None


def _family_first(name: str) -> NameParts:
    family, _, given = name.partition(" ")
    return NameParts(family=family, given=given, is_family_first=True)


def _given_first(name: str) -> NameParts:
    given, _, family = name.rpartition(" ")
    return _with_particle(family, given)


def _with_particle(family: str, given: str) -> NameParts:
    """Words like "van der" between the two go to the family name, whichever side they were written on."""
    before, own = given.split(" "), family.split(" ")
    particle: list[str] = []
    while len(before) > 1 and before[-1] in PARTICLES:
        particle.insert(0, before.pop())
    while len(own) > 1 and own[0] in PARTICLES:
        particle.append(own.pop(0))
    return NameParts(family=" ".join(own), given=" ".join(before), particle=" ".join(particle))

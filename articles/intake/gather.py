"""Several lines about one outlet or one person become one finding, with all of their evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from articles.intake.attribution import Mention
from articles.intake.bios import Bio
from articles.intake.found import Certainty, Evidence, Found, Person, Ran
from articles.intake.naming import SaidPerson
from prose.typography import fold

Lines = tuple[Evidence, ...]


def places(mentions: Iterable[tuple[Mention, Lines]]) -> tuple[Found[Ran], ...]:
    """Each outlet once: a label gives its date, a sentence its relation, a link its address."""
    found: list[Found[Ran]] = []
    for said, lines in mentions:
        for ran in said.ran:
            same = next((place for place, other in enumerate(found) if _same_outlet(other.value, ran)), None)
            if same is None:
                found.append(Found(ran, Certainty.KNOWN if ran.outlet else Certainty.READ, lines))
            else:
                known = found[same]
                found[same] = replace(known, value=_merged(known.value, ran), evidence=known.evidence + lines)
    return tuple(
        replace(one, value=replace(one.value, relation=one.value.relation or "original")) for one in found
    )


def _same_outlet(one: Ran, other: Ran) -> bool:
    if one.outlet or other.outlet:
        return one.outlet == other.outlet
    return fold(one.name).casefold() == fold(other.name).casefold()


def _merged(one: Ran, other: Ran) -> Ran:
    return replace(
        one,
        article=one.article or other.article,
        relation=one.relation or other.relation,
        day=one.day or other.day,
        url=one.url or other.url,
        site=one.site or other.site,
        sentence=one.sentence or other.sentence,
    )


def people(
    bylines: Sequence[tuple[Sequence[SaidPerson], str, Lines]], bios: Sequence[tuple[Bio, Lines]]
) -> tuple[Found[Person], ...]:
    """Everyone credited: first as the byline has them, then whom only a bio names, derived from it."""
    found: list[Found[Person]] = []
    for named, role, lines in bylines:
        for person in named:
            certainty = Certainty.KNOWN if person.key else Certainty.READ
            found.append(Found(Person(person.name, person.key, person.courtesy, role), certainty, lines))
    for bio, lines in bios:
        for person, text in bio.people:
            same = next(
                (place for place, other in enumerate(found) if _same_person(other.value, person)), None
            )
            if same is None:
                value = Person(person.name, person.key, person.courtesy, bio=text)
                found.append(Found(value, Certainty.DERIVED, lines))
            else:
                known = found[same]
                text = "\n\n".join(part for part in (known.value.bio, text) if part)
                value = replace(known.value, bio=text, courtesy=known.value.courtesy or person.courtesy)
                found[same] = replace(known, value=value, evidence=known.evidence + lines)
    return tuple(found)


def _same_person(one: Person, other: SaidPerson) -> bool:
    if one.author or other.key:
        return one.author == other.key
    return fold(one.name).casefold() == fold(other.name).casefold()

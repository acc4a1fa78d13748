"""Several lines about one outlet or one person become one finding, with all of their evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from intake.findings import Certainty, Evidence, Found, Person, Ran
from intake.lines.attribution import Mention
from intake.lines.bios import Bio
from intake.lines.credits import Credited
from intake.lines.naming import SaidPerson
from prose.typography import fold

Lines = tuple[Evidence, ...]


_ORIGINALS = ("original", "first")


def places(mentions: Iterable[tuple[Mention, Lines]]) -> tuple[Found[Ran], ...]:
    """Each place once: a label gives its date, a sentence its relation, a link its address."""
    found: list[Found[Ran]] = []
    for said, lines in mentions:
        for ran in said.ran:
            same = next((place for place, other in enumerate(found) if _same_place(other.value, ran)), None)
            if same is None:
                found.append(Found(ran, Certainty.KNOWN if ran.outlet else Certainty.READ, lines))
            else:
                known = found[same]
                found[same] = replace(known, value=_merged(known.value, ran), evidence=known.evidence + lines)
    return tuple(
        replace(one, value=replace(one.value, relation=one.value.relation or "original")) for one in found
    )


def _same_place(one: Ran, other: Ran) -> bool:
    """The same outlet in the same relation and language; a bare label may be any of them."""
    relations = {one.relation, other.relation} - {""}
    languages = {one.language, other.language} - {""}
    if len(relations - set(_ORIGINALS)) + bool(relations & set(_ORIGINALS)) > 1 or len(languages) > 1:
        return False
    if one.sentence and one.sentence == other.sentence and one.language != other.language:
        return False  # one sentence that names both editions of an outlet
    if one.outlet or other.outlet:
        return one.outlet == other.outlet
    return fold(one.name).casefold() == fold(other.name).casefold()


def _merged(one: Ran, other: Ran) -> Ran:
    """Of two values the first that says something; "original" where one of them does not say "first"."""
    said = {field.name: getattr(one, field.name) or getattr(other, field.name) for field in fields(Ran)}
    if one.relation and one.sentence != other.sentence:
        said["sentence"] = " ".join(part for part in (one.sentence, other.sentence) if part)
    return Ran(**said)


def has_more(mentions: Iterable[tuple[Mention, Lines]]) -> Found[bool] | None:
    """Whether a line says that there are places it does not name."""
    for said, lines in mentions:
        if said.has_more:
            return Found(True, Certainty.KNOWN, lines)
    return None


def people(
    credits: Sequence[tuple[Credited, Lines]], bios: Sequence[tuple[Bio, Lines]]
) -> tuple[Found[Person], ...]:
    """Everyone credited: first as the bylines have them, then whom only a bio names, derived from it."""
    found: list[Found[Person]] = []
    for credited, lines in credits:
        for number, person in enumerate(credited.people):
            _add(found, person, credited.role, credited.bio if not number else "", lines, is_bio=False)
    for bio, lines in bios:
        for person, text in bio.people:
            _add(found, person, "", text, lines, is_bio=True)
    return tuple(found)


def _add(
    found: list[Found[Person]], said: SaidPerson, role: str, bio: str, lines: Lines, *, is_bio: bool
) -> None:
    """A person once a role; a bio goes to whom it is about, in whatever role they are first credited."""
    for place, other in enumerate(found):
        if _same_person(other.value, said) and (is_bio or other.value.role == role):
            known = other.value
            text = "\n\n".join(dict.fromkeys(part for part in (known.bio, bio) if part))
            value = replace(
                known,
                bio=text,
                courtesy=known.courtesy or said.courtesy,
                rank=known.rank or said.rank,
                is_retired=known.is_retired or said.is_retired,
                suffix=known.suffix or said.suffix,
            )
            found[place] = replace(other, value=value, evidence=other.evidence + lines)
            return
    certainty = Certainty.DERIVED if is_bio else Certainty.KNOWN if said.key else Certainty.READ
    value = Person(
        said.name, said.key, said.courtesy, role or "author", bio, said.rank, said.is_retired, said.suffix
    )
    found.append(Found(value, certainty, lines))


def _same_person(one: Person, other: SaidPerson) -> bool:
    if one.author or other.key:
        return one.author == other.key
    return fold(one.name).casefold() == fold(other.name).casefold()

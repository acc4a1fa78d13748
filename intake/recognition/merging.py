"""Several lines about one place, person or licence become one finding, with all of their evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from intake.findings import (
    Certainty,
    Embargo,
    EvidenceLines,
    Finding,
    FoundDisclosure,
    FoundLicence,
    FoundPerson,
    FoundPlace,
    Note,
    TranslatedFrom,
)
from intake.knowledge import Knowledge
from intake.lines.attribution import Mention
from intake.lines.bios import FoundBio, parted_by_person
from intake.lines.credits import RoleCredit
from intake.lines.licences import licence_in
from intake.lines.naming import named_people
from intake.lines.statements import Statement
from prose.typography import fold

Mentions = Sequence[tuple[Mention, EvidenceLines]]
Credits = Sequence[tuple[RoleCredit, EvidenceLines]]
Statements = Sequence[tuple[Statement, EvidenceLines]]


def places(mentions: Mentions) -> tuple[Finding[FoundPlace], ...]:
    """Each place once: a label gives its date, a sentence its relation, a link its address."""
    findings: list[Finding[FoundPlace]] = []
    for mention, lines in mentions:
        for place in mention.places:
            number = next((n for n, other in enumerate(findings) if _is_same_place(other.value, place)), None)
            if number is None:
                certainty = Certainty.KNOWN if place.outlet else Certainty.READ
                findings.append(Finding(place, certainty, lines))
            else:
                earlier = findings[number]
                findings[number] = replace(
                    earlier, value=_merge_places(earlier.value, place), evidence=earlier.evidence + lines
                )
    return tuple(
        replace(finding, value=replace(finding.value, relation=finding.value.relation or "original"))
        for finding in findings
    )


def _is_same_place(place: FoundPlace, other: FoundPlace) -> bool:
    """True for the same outlet in the same relation and language; a bare label fits any of them."""
    relations = {
        "original" if each.is_original else each.relation for each in (place, other) if each.relation
    }
    languages = {place.language, other.language} - {""}
    if len(relations) > 1 or len(languages) > 1:
        return False
    if place.sentence and place.sentence == other.sentence and place.language != other.language:
        return False  # one sentence that names both editions of an outlet
    if place.outlet or other.outlet:
        return place.outlet == other.outlet
    return fold(place.name).casefold() == fold(other.name).casefold()


def _merge_places(place: FoundPlace, other: FoundPlace) -> FoundPlace:
    """Both in one: of two values the first that is not empty, of two sentences both."""
    values = {field.name: getattr(place, field.name) or getattr(other, field.name) for field in fields(place)}
    if place.relation and place.sentence != other.sentence:
        values["sentence"] = " ".join(part for part in (place.sentence, other.sentence) if part)
    return FoundPlace(**values).on_day(place.day or other.day)


def has_more(mentions: Mentions) -> Finding[bool] | None:
    """The first line that says that the piece ran in other places, too."""
    for mention, lines in mentions:
        if mention.has_more:
            return Finding(True, Certainty.KNOWN, lines)
    return None


def people(
    credits: Credits, bios: Sequence[tuple[FoundBio, EvidenceLines]]
) -> tuple[Finding[FoundPerson], ...]:
    """Each person once a role: first those that lines credit, then those that only a bio names."""
    findings: list[Finding[FoundPerson]] = []
    for credit, lines in credits:
        for number, person in enumerate(credit.people):
            _add(findings, person, credit.role, credit.bio if not number else "", lines, is_bio=False)
    credited = [finding.value for finding in findings]
    for bio, lines in bios:
        for person, text in parted_by_person(bio, credited).people:
            _add(findings, person, "", text, lines, is_bio=True)
    return tuple(findings)


def _add(
    findings: list[Finding[FoundPerson]],
    named: FoundPerson,
    role: str,
    bio: str,
    lines: EvidenceLines,
    *,
    is_bio: bool,
) -> None:
    """Add a person, or complete the finding on the same person; a bio fits a credit in any role."""
    for number, finding in enumerate(findings):
        person = finding.value
        if _is_same_person(person, named) and (is_bio or person.role == role):
            completed = replace(
                person,
                bio="\n\n".join(dict.fromkeys(part for part in (person.bio, bio) if part)),
                courtesy=person.courtesy or named.courtesy,
                rank=person.rank or named.rank,
                is_retired=person.is_retired or named.is_retired,
                suffix=person.suffix or named.suffix,
            )
            findings[number] = replace(finding, value=completed, evidence=finding.evidence + lines)
            return
    certainty = Certainty.DERIVED if is_bio else Certainty.KNOWN if named.author else Certainty.READ
    findings.append(Finding(replace(named, role=role or "author", bio=bio), certainty, lines))


def _is_same_person(person: FoundPerson, named: FoundPerson) -> bool:
    if person.author or named.author:
        return person.author == named.author
    return fold(person.name).casefold() == fold(named.name).casefold()


def mentions(statements: Statements) -> list[tuple[Mention, EvidenceLines]]:
    """Mentions of places among statements."""
    return [(statement.mention, lines) for statement, lines in statements if statement.mention]


def side_credits(
    mentions: Mentions, statements: Statements, knowledge: Knowledge
) -> Iterator[tuple[RoleCredit, EvidenceLines]]:
    """Credits in lines about something else: people whom an item elsewhere is about, and translators."""
    for mention, lines in mentions:
        if mention.names and (people := named_people(mention.names, knowledge)):
            yield RoleCredit(tuple(people)), lines
    for statement, lines in statements:
        if statement.translation and statement.translation.translators:
            names = ", ".join(statement.translation.translators)
            translators = named_people(names, knowledge, is_labelled=True)
            yield RoleCredit(tuple(translators), "translator"), lines


def translation(statements: Statements) -> Finding[TranslatedFrom] | None:
    """The original's language from the first line that names it, and the translators of all."""
    merged: Finding[TranslatedFrom] | None = None
    for statement, lines in statements:
        if not statement.translation:
            continue
        if merged is None:
            merged = Finding(statement.translation, Certainty.KNOWN, lines)
            continue
        names = dict.fromkeys(merged.value.translators + statement.translation.translators)
        value = replace(merged.value, translators=tuple(names))
        merged = replace(merged, value=value, evidence=merged.evidence + lines)
    return merged


def notes(statements: Statements) -> tuple[Finding[Note], ...]:
    """Notes in the order of the text."""
    return tuple(
        Finding(statement.note, Certainty.KNOWN, lines) for statement, lines in statements if statement.note
    )


def disclosures(statements: Statements) -> tuple[Finding[FoundDisclosure], ...]:
    """Disclosures in the order of the text."""
    return tuple(
        Finding(statement.disclosure, Certainty.KNOWN, lines)
        for statement, lines in statements
        if statement.disclosure
    )


def embargo(statements: Statements) -> Finding[Embargo] | None:
    """The embargo; of several lines the first that names a day, with the words of all."""
    embargoes = [(statement.embargo, lines) for statement, lines in statements if statement.embargo]
    if not embargoes:
        return None
    best = next((embargo for embargo, _ in embargoes if embargo.day), embargoes[0][0])
    words = "; ".join(dict.fromkeys(embargo.words for embargo, _ in embargoes))
    evidence = tuple(line for _, lines in embargoes for line in lines)
    return Finding(replace(best, words=words), Certainty.KNOWN, evidence)


def other_versions(statements: Statements) -> Finding[tuple[str, ...]] | None:
    """Codes of all languages in which the text can be read elsewhere."""
    versions = [(statement.versions, lines) for statement, lines in statements if statement.versions]
    codes = tuple(dict.fromkeys(code for codes, _ in versions for code in codes))
    evidence = tuple(line for _, lines in versions for line in lines)
    return Finding(codes, Certainty.KNOWN, evidence) if codes else None


def licence(mentions: Mentions, statements: Statements) -> Finding[FoundLicence] | None:
    """The licence: of several lines the first with an address, else the first of the CC BY family."""
    licences = [(statement.licence, lines) for statement, lines in statements if statement.licence]
    licences += [
        (licence, lines)
        for mention, lines in mentions
        if mention.licence and (licence := licence_in(f"under {mention.licence}"))
    ]
    if not licences:
        return None
    values = [value for value, _ in licences]
    best = next((value for value in values if value.url), None)
    best = best or next((value for value in values if "BY" in value.name), values[0])
    exceptions = best.exceptions or next((value.exceptions for value in values if value.exceptions), "")
    evidence = tuple(dict.fromkeys(line for _, lines in licences for line in lines))
    return Finding(replace(best, exceptions=exceptions), Certainty.KNOWN, evidence)

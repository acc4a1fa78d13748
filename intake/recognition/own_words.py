"""Where the source's words are not the ones the desk would print: the source's stay, and the difference is told."""

import datetime as dt
from dataclasses import dataclass, replace

from intake.findings import Certainty, Evidence, Found, Pinned, Recognition, Rights
from intake.knowledge import Knowledge, KnownInstitution
from intake.lines.differences import difference
from intake.lines.disclaimers import Match
from intake.recognition import as_printed
from intake.rows import credit, places
from prose import slots
from prose.typography import fold

MAX_OWN = 500  # an article's own attribution is no longer
MAX_REASON = 200

Lines = tuple[Evidence, ...]


def pinned(
    matches: list[tuple[Match, str, Lines]], found: Recognition, knowledge: Knowledge
) -> tuple[Found[Pinned], ...]:
    """The disclaimers found: the known text where it prints the same words on this piece, else the piece's own."""
    return tuple(
        Found(
            Pinned(match.wording.key, text, "" if _prints(match, text, found, knowledge) else text),
            Certainty.KNOWN,
            lines,
            match.difference(text),
        )
        for match, text, lines in matches
    )


def _prints(match: Match, text: str, found: Recognition, knowledge: Knowledge) -> bool:
    """Whether the known text, filled for this piece, says the same but for typography."""
    kind = knowledge.kind(found.kind.value) if found.kind else None
    house = found.institution.value if found.institution else ""
    language = found.language.value if found.language else ""
    label = kind.label_for(house, language) if kind else ""
    authors = sum(person.value.role == "author" for person in found.people)
    return fold(slots.fill(match.wording.text, {"kind": label}, authors=authors)) == fold(text)


def kind_compared(
    found: Found[str] | None, house: str, language: str, knowledge: Knowledge
) -> Found[str] | None:
    """The content type, with the difference between the text's label and the one that will print."""
    kind = knowledge.kind(found.value) if found else None
    if not found or not kind or not found.evidence:
        return found
    label, said = kind.label_for(house, language), found.evidence[0].text.rstrip(": ")
    is_the_label = fold(label).casefold() == fold(said).casefold()
    return replace(found, difference=difference(label, said) if is_the_label else "")


def attributions_compared(
    found: Recognition, house: KnownInstitution | None, knowledge: Knowledge
) -> Recognition:
    """With the text's own sentences on where it ran, if the house would say it in other words; and the difference."""
    language = found.language.value if found.language else "en"
    said = " ".join(dict.fromkeys(one.value.sentence for one in found.ran if one.value.sentence))
    if not said:
        return found
    printed = as_printed.attribution(
        places(one.value for one in found.ran),
        [credit(one.value) for one in found.people],
        language,
        house,
        knowledge,
        has_more=bool(found.has_more_places),
    )
    told = difference(_plain(printed), _plain(said))
    first = next(number for number, one in enumerate(found.ran) if one.value.sentence)
    ran = tuple(
        replace(one, difference=told if number == first else "") for number, one in enumerate(found.ran)
    )
    found = replace(found, ran=ran)
    is_all = all(one.value.sentence for one in found.ran)
    if not told or not is_all or _plain(printed).casefold() == _plain(said).casefold() or len(said) > MAX_OWN:
        return found
    evidence = tuple(dict.fromkeys(line for one in found.ran for line in one.evidence))
    return replace(found, attribution_override=Found(said, Certainty.KNOWN, evidence, told))


def _plain(text: str) -> str:
    """Words to compare: a stop at the end is no word."""
    return text.strip().rstrip(".")


def other_wordings_in_force(found: Recognition, knowledge: Knowledge) -> list[str]:
    """A sentence for each disclaimer found that was not the text of the day, where that day is known."""
    on = found.published_on.value.on if found.published_on else None
    known = {wording.key: wording for wording in knowledge.wordings}
    return [
        f"The disclaimer on this piece was not the text in force on {on.isoformat()}; the one found is kept."
        for one in found.wordings
        if on and not known[one.value.wording].is_in_force(on)
    ]


def rights_found(
    rights: tuple[Rights, Lines] | None, found: Recognition, house: KnownInstitution | None, knowledge: Knowledge
) -> Found[Rights] | None:  # fmt: skip
    """The copyright line, with its difference from the one the house would compose for that year."""
    if not rights:
        return None
    said, language = rights[0], found.language.value if found.language else "en"
    if said.basis == "none":
        return Found(said, Certainty.KNOWN, rights[1])
    if not house or not as_printed.style_of(house, language).words["copyright_format"]:
        return Found(said, Certainty.KNOWN, rights[1], "the house prints no copyright line")
    ours = as_printed.copyright_line(_new_year(said), language, house, knowledge)
    told = difference(ours, said.line) if fold(ours) != fold(said.line) else ""
    return Found(said, Certainty.KNOWN, rights[1], told)


def _new_year(said: Rights) -> dt.date | None:
    return dt.date(int(said.year), said.month or 1, 1) if said.year.isdigit() else None


@dataclass(frozen=True)
class Claim:
    """A copyright claim as the records hold it; `line` only where the facts would print other words."""

    basis: str = "house"
    holders: tuple[str, ...] = ()
    year: int | None = None
    reason: str = ""
    line: str = ""


def claim(found: Recognition, house: KnownInstitution | None, knowledge: Knowledge) -> Claim:
    """The facts of the copyright line, and the line itself where they would not print it."""
    if not found.rights:
        return Claim()
    said = found.rights.value
    if said.basis == "none":
        is_short = len(said.reason) <= MAX_REASON
        return Claim("none", reason=said.reason, line=said.line) if is_short else Claim(line=said.line)
    day = found.published_on.value.on if found.published_on else None
    year = int(said.year) if said.year.isdigit() else None
    is_ours = (
        bool(house) and tuple(map(str.casefold, said.holders)) == (house.holder.casefold(),)
        if house
        else False
    )
    facts = Claim(
        "house" if is_ours else "named",
        () if is_ours else said.holders,
        None if day and year == day.year else year,
    )
    printed = as_printed.copyright_line(
        day,
        found.language.value if found.language else "en",
        house,
        knowledge,
        year=facts.year,
        holders=facts.holders,
    )
    return facts if fold(printed) == fold(said.line) else replace(facts, line=said.line)

"""Differences between the source's words and those the desk would print; the source's words are kept."""

import datetime as dt
from dataclasses import dataclass, replace

from intake.findings import Certainty, EvidenceLines, Finding, FoundCopyright, FoundWording, Recognition
from intake.knowledge import Knowledge, KnownInstitution
from intake.lines.differences import difference
from intake.lines.disclaimers import WordingMatch
from intake.recognition import as_printed
from prose import slots
from prose.typography import fold

MAX_OVERRIDE = 500  # characters of an article's own attribution
MAX_REASON = 200


def wordings_with_difference(
    matches: list[tuple[WordingMatch, str, EvidenceLines]], recognition: Recognition, knowledge: Knowledge
) -> tuple[Finding[FoundWording], ...]:
    """The disclaimers: the known text where it would print the same words on this piece, else the source's."""
    return tuple(
        Finding(
            FoundWording(
                match.wording.key, text, "" if _is_printed(match, text, recognition, knowledge) else text
            ),
            Certainty.KNOWN,
            lines,
            match.difference(text),
        )
        for match, text, lines in matches
    )


def _is_printed(match: WordingMatch, text: str, recognition: Recognition, knowledge: Knowledge) -> bool:
    """True if the known text, filled for this piece, is the same but for typography."""
    kind = knowledge.kind(recognition.kind.value) if recognition.kind else None
    house = recognition.institution.value if recognition.institution else ""
    language = recognition.language.value if recognition.language else ""
    label = kind.label_for(house, language) if kind else ""
    authors = sum(person.value.role == "author" for person in recognition.people)
    return fold(slots.fill(match.wording.text, {"kind": label}, authors=authors)) == fold(text)


def kind_with_difference(
    kind: Finding[str] | None, house: str, language: str, knowledge: Knowledge
) -> Finding[str] | None:
    """The content type with the difference between the text's label and the one that will print."""
    known = knowledge.kind(kind.value) if kind else None
    if not kind or not known or not kind.evidence:
        return kind
    label, own_label = known.label_for(house, language), kind.evidence[0].text.rstrip(": ")
    is_the_label = fold(label).casefold() == fold(own_label).casefold()
    return replace(kind, difference=difference(label, own_label) if is_the_label else "")


def with_attribution_difference(
    recognition: Recognition, house: KnownInstitution | None, knowledge: Knowledge
) -> Recognition:
    """Compare the text's sentences on where it ran with the house's; where they differ, the text's override them."""
    sentences = [place.value.sentence for place in recognition.places]
    own = " ".join(dict.fromkeys(sentence for sentence in sentences if sentence))
    if not own:
        return recognition
    printed = _plain(as_printed.attribution(recognition, house, knowledge))
    differs = difference(printed, _plain(own))
    first = next(number for number, sentence in enumerate(sentences) if sentence)
    places = tuple(
        replace(place, difference=differs if number == first else "")
        for number, place in enumerate(recognition.places)
    )
    recognition = replace(recognition, places=places)
    is_same = not differs or printed.casefold() == _plain(own).casefold()
    if is_same or not all(sentences) or len(own) > MAX_OVERRIDE:
        return recognition
    evidence = tuple(dict.fromkeys(line for place in places for line in place.evidence))
    return replace(recognition, attribution_override=Finding(own, Certainty.KNOWN, evidence, differs))


def _plain(text: str) -> str:
    """Words to compare: a stop at the end is no word."""
    return text.strip().rstrip(".")


def other_wordings_in_force(recognition: Recognition, knowledge: Knowledge) -> list[str]:
    """A sentence for each disclaimer that was not in force on the day of publication, where that is known."""
    day = recognition.day
    known = {wording.key: wording for wording in knowledge.wordings}
    return [
        f"The disclaimer on this piece was not the text in force on {day.isoformat()}; the one found is kept."
        for wording in recognition.wordings
        if day and not known[wording.value.wording].is_in_force(day)
    ]


def copyright_with_difference(
    claim: tuple[FoundCopyright, EvidenceLines] | None,
    recognition: Recognition,
    house: KnownInstitution | None,
    knowledge: Knowledge,
) -> Finding[FoundCopyright] | None:
    """The copyright line with its difference from the one the house would print for that year."""
    if not claim:
        return None
    own, lines = claim
    language = recognition.language_code
    if own.basis == "none":
        return Finding(own, Certainty.KNOWN, lines)
    if not house or not as_printed.style_of(house, language).words["copyright_format"]:
        return Finding(own, Certainty.KNOWN, lines, "the house prints no copyright line")
    first_on = dt.date(int(own.year), own.month or 1, 1) if own.year.isdigit() else None
    printed = as_printed.copyright_line(first_on, language, house, knowledge)
    differs = difference(printed, own.line) if fold(printed) != fold(own.line) else ""
    return Finding(own, Certainty.KNOWN, lines, differs)


@dataclass(frozen=True)
class CopyrightClaim:
    """Copyright fields of an article; `line` only where the other fields would print other words."""

    basis: str = "house"
    holders: tuple[str, ...] = ()
    year: int | None = None
    reason: str = ""
    line: str = ""


def copyright_claim(
    recognition: Recognition, house: KnownInstitution | None, knowledge: Knowledge
) -> CopyrightClaim:
    """The copyright of the piece as the article's fields hold it."""
    if not recognition.copyright:
        return CopyrightClaim()
    own = recognition.copyright.value
    if own.basis == "none":
        is_short = len(own.reason) <= MAX_REASON
        return CopyrightClaim(
            "none" if is_short else "house", reason=own.reason if is_short else "", line=own.line
        )
    day = recognition.day
    year = int(own.year) if own.year.isdigit() else None
    is_ours = house is not None and [name.casefold() for name in own.holders] == [house.holder.casefold()]
    claim = CopyrightClaim(
        # The text itself says whose it is, wherever it ran.
        basis=("ours" if recognition.places else "house") if is_ours else "named",
        holders=() if is_ours else own.holders,
        year=None if day and year == day.year else year,
    )
    printed = as_printed.copyright_line(
        day, recognition.language_code, house, knowledge, year=claim.year, holders=claim.holders
    )
    return claim if fold(printed) == fold(own.line) else replace(claim, line=own.line)

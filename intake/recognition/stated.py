"""Statements from the top and the end of a piece, brought together into what they say of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from intake.findings import Certainty, Disclosed, Embargo, Evidence, Found, Licence, Note, TranslatedFrom
from intake.knowledge import Knowledge
from intake.lines.attribution import Mention
from intake.lines.credits import Credited
from intake.lines.licences import licence
from intake.lines.naming import people_called
from intake.lines.statements import Statement

Lines = tuple[Evidence, ...]
Stated = Sequence[tuple[Statement, Lines]]


def mentions(stated: Stated) -> list[tuple[Mention, Lines]]:
    """What was said of places."""
    return [(one.mention, lines) for one, lines in stated if one.mention]


def credits(
    said: Iterable[tuple[Mention, Lines]], stated: Stated, knowledge: Knowledge
) -> list[tuple[Credited, Lines]]:
    """People whom other lines credit by the way: translators, and whom an item elsewhere is about."""
    found: list[tuple[Credited, Lines]] = []
    for mention, lines in said:
        if mention.names and (people := people_called(mention.names, knowledge)):
            found.append((Credited(tuple(people)), lines))
    for one, lines in stated:
        if one.translation and one.translation.translators:
            named = people_called(", ".join(one.translation.translators), knowledge, is_labelled=True)
            found.append((Credited(tuple(named), "translator"), lines))
    return found


def translation(stated: Stated) -> Found[TranslatedFrom] | None:
    """What it was translated from; two lines that both say so are one."""
    found: Found[TranslatedFrom] | None = None
    for one, lines in stated:
        if one.translation and found is None:
            found = Found(one.translation, Certainty.KNOWN, lines)
        elif one.translation and found:
            both = replace(
                found.value,
                translators=tuple(dict.fromkeys(found.value.translators + one.translation.translators)),
            )
            found = replace(found, value=both, evidence=found.evidence + lines)
    return found


def notes(stated: Stated) -> tuple[Found[Note], ...]:
    """Notes in the order of the text."""
    return tuple(Found(one.note, Certainty.KNOWN, lines) for one, lines in stated if one.note)


def disclosures(stated: Stated) -> tuple[Found[Disclosed], ...]:
    """What was disclosed, in the order of the text."""
    return tuple(Found(one.disclosed, Certainty.KNOWN, lines) for one, lines in stated if one.disclosed)


def embargo(stated: Stated) -> Found[Embargo] | None:
    """The embargo; of several lines the one that names a day, with all of their words."""
    told = [(one.embargo, lines) for one, lines in stated if one.embargo]
    if not told:
        return None
    best = next((one for one, _ in told if one.day), told[0][0])
    words = "; ".join(dict.fromkeys(one.words for one, _ in told))
    return Found(
        replace(best, words=words), Certainty.KNOWN, tuple(line for _, lines in told for line in lines)
    )


def versions(stated: Stated) -> Found[tuple[str, ...]] | None:
    """Every language it can be had in elsewhere."""
    told = [(one.versions, lines) for one, lines in stated if one.versions]
    codes = tuple(dict.fromkeys(code for many, _ in told for code in many))
    evidence = tuple(line for _, lines in told for line in lines)
    return Found(codes, Certainty.KNOWN, evidence) if codes else None


def licensed(said: Iterable[tuple[Mention, Lines]], stated: Stated) -> Found[Licence] | None:
    """The licence of a line of its own, else the one under which the piece was taken from elsewhere."""
    told = [(one.licence, lines) for one, lines in stated if one.licence]
    told += [(found, lines) for one, lines in said if one.licence and (found := licence(_bare(one.licence)))]
    if not told:
        return None
    best = next(
        (one for one in told if one[0].url), next((one for one in told if "BY" in one[0].name), told[0])
    )
    evidence = tuple(dict.fromkeys(line for _, lines in told for line in lines))
    exceptions = best[0].exceptions or next((one.exceptions for one, _ in told if one.exceptions), "")
    return Found(replace(best[0], exceptions=exceptions), Certainty.KNOWN, evidence)


def _bare(words: str) -> str:
    return f"under {words}"

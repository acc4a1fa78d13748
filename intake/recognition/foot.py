"""Foot of a piece: attribution, notes, bios, disclaimers, copyright, in any order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from intake.findings import EvidenceLines, FoundCopyright
from intake.knowledge import Knowledge, KnownStyle
from intake.lines.attribution import mention_in
from intake.lines.bios import FoundBio, bio_in, is_label
from intake.lines.copyright import copyright_in
from intake.lines.credits import RoleCredit, credits_in
from intake.lines.disclaimers import (
    WordingMatch,
    closest_wording,
    closing_wording_start,
    reads_like_a_disclaimer,
)
from intake.lines.naming import named_people
from intake.lines.statements import Statement, statements_in
from intake.patterns import Pattern
from intake.recognition.head_lines import dateline
from intake.recognition.remaining import Remaining, SourceLine

_REACH = 10  # lines from the end in which boilerplate may begin
_JOINED = 3  # paragraphs that one disclaimer may run over
_COPYRIGHT_WORD = Pattern(r"copyright\s*:?\s*$", re.IGNORECASE)
_PRONOUN = Pattern(r"(?:He|She|They|His|Her|Their|Er|Sie|Il|Elle|Ella|Él)\b")


@dataclass
class FootFindings:
    """Findings in a foot, each with its lines as evidence."""

    copyright: tuple[FoundCopyright, EvidenceLines] | None = None
    wordings: list[tuple[WordingMatch, str, EvidenceLines]] = field(default_factory=list)
    statements: list[tuple[Statement, EvidenceLines]] = field(default_factory=list)
    credits: list[tuple[RoleCredit, EvidenceLines]] = field(default_factory=list)
    bios: list[tuple[FoundBio, EvidenceLines]] = field(default_factory=list)


def take_foot(remaining: Remaining, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> FootFindings:
    """Take the foot of the piece: first what is sure in any place, then what depends on its neighbours."""
    foot = FootFindings()
    _part_joined_lines(remaining, knowledge)
    _take_copyright(remaining, foot, knowledge)
    _take_wordings(remaining, foot, knowledge)
    _take_statements(remaining, foot, knowledge, styles)
    while _take_bio(remaining, foot, knowledge, styles):
        pass
    foot.bios.reverse()
    return foot


def _part_joined_lines(remaining: Remaining, knowledge: Knowledge) -> None:
    """Give a copyright line or a known disclaimer that ends another paragraph a line of its own."""
    for line in remaining.last(_REACH):
        start = max(line.text.rfind("©"), line.text.rfind("(c)"))
        word = _COPYRIGHT_WORD.search(line.text[:start]) if start > 0 else None
        start = word.start() if word else start
        if start > 0 and copyright_in(line.text[start:]):
            line, _ = remaining.part(line, start)
        start = closing_wording_start(line.text, knowledge)
        if start > 0:
            remaining.part(line, start)


def _take_copyright(remaining: Remaining, foot: FootFindings, knowledge: Knowledge) -> None:
    for line in reversed(remaining.last(_REACH)):
        claim = copyright_in(line.text, knowledge)
        if claim and foot.copyright is None:
            foot.copyright = (claim, remaining.take([line]))


def _take_wordings(remaining: Remaining, foot: FootFindings, knowledge: Knowledge) -> None:
    """Take known disclaimers, the closest first, each in up to three paragraphs; a repeated one counts once."""
    while wordings := list(_wordings(remaining.last(_REACH), knowledge)):
        match, lines = max(wordings, key=lambda wording: wording[0].likeness)
        text = "\n\n".join(line.text for line in lines)
        _add_wording(foot, match, text, remaining.take(lines))


def _wordings(
    lines: list[SourceLine], knowledge: Knowledge
) -> Iterator[tuple[WordingMatch, list[SourceLine]]]:
    for many in range(1, _JOINED + 1):
        for start in range(len(lines) - many + 1):
            part = lines[start : start + many]
            if match := closest_wording(" ".join(line.text for line in part), knowledge):
                yield match, part


def _add_wording(foot: FootFindings, match: WordingMatch, text: str, evidence: EvidenceLines) -> None:
    for number, (earlier, earlier_text, earlier_evidence) in enumerate(foot.wordings):
        if earlier.wording.key == match.wording.key:
            closer = (match, text) if match.likeness > earlier.likeness else (earlier, earlier_text)
            foot.wordings[number] = (*closer, earlier_evidence + evidence)
            return
    foot.wordings.append((match, text, evidence))


def _take_statements(
    remaining: Remaining, foot: FootFindings, knowledge: Knowledge, styles: Sequence[KnownStyle]
) -> None:
    """Take sentences near the end that are not the text's; bare labels ("Source: …") only as the last lines."""
    place = 0
    while place < len(lines := remaining.last(_REACH)):
        for many in (3, 2, 1):
            part = lines[place : place + many]
            is_last = bool(part) and part[-1] is lines[-1]
            if len(part) == many and _take(remaining, foot, part, is_last, knowledge, styles):
                break
        else:
            place += 1


def _take(
    remaining: Remaining,
    foot: FootFindings,
    part: list[SourceLine],
    is_last: bool,
    knowledge: Knowledge,
    styles: Sequence[KnownStyle],
) -> bool:
    """Take lines that together name one place, or a single line with all its statements; True if taken."""
    html = [line.block.html for line in part]
    if len(part) > 1:
        mention = mention_in([line.text for line in part], knowledge, styles)
        statements: tuple[Statement, ...] = (Statement(mention=mention.with_link(html)),) if mention else ()
    else:
        statements = statements_in(part[0].text, html[0], knowledge, styles)
    is_second_copyright = foot.copyright is not None and any(each.copyright for each in statements)
    if statements and not is_second_copyright and _are_of_the_foot(statements, is_last):
        evidence = remaining.take(part)
        for statement in statements:
            if statement.copyright:
                foot.copyright = foot.copyright or (statement.copyright, evidence)
            else:
                foot.statements.append((statement, evidence))
        return True
    credits = credits_in(part[0].text, knowledge) if len(part) == 1 else ()
    if credits and all(credit.role != "author" for credit in credits):
        evidence = remaining.take(part)
        foot.credits += [(credit, evidence) for credit in credits]
        return True
    return False


def _are_of_the_foot(statements: Sequence[Statement], is_last: bool) -> bool:
    """False for ways to the full text, which wait for the second pass, and for picture credits."""
    for statement in statements:
        if statement.read_on or statement.permission or (statement.is_label and not is_last):
            return False
        if statement.mention and (statement.mention.is_picture or statement.mention.impossible_date):
            return False
    return True


def _take_bio(
    remaining: Remaining, foot: FootFindings, knowledge: Knowledge, styles: Sequence[KnownStyle]
) -> bool:
    """Take the last paragraph if it is a bio, with paragraphs that go on about the same person; True if taken.

    Lines below it that are no part of the text are skipped, also where the desk has no record of them.
    """
    lines = remaining.last(_REACH)
    while lines and _is_beside_the_text(lines[-1], styles):
        lines.pop()
    for many in (1, 2, 3):
        part = lines[-many:]
        if len(part) < many:
            return False
        bio = bio_in(part[0].text, knowledge)
        if bio and all(_goes_on(line.text, bio) for line in part[1:]):
            bio = bio_in(" ".join(line.text for line in part), knowledge) or bio
            if not _is_credible(bio, part, remaining):
                return False
            above = [line for line in lines[: -len(part)][-1:] if is_label(line.text)]
            foot.bios.append((bio, remaining.take([*above, *part])))
            return True
    return False


def _is_beside_the_text(line: SourceLine, styles: Sequence[KnownStyle]) -> bool:
    """True for a disclaimer the desk does not know, a row of stars, a date."""
    is_date = dateline((line,), [line.text], styles) is not None
    return is_date or reads_like_a_disclaimer(line.text) or not re.search(r"\w", line.text)


def _goes_on(text: str, bio: FoundBio) -> bool:
    """True for a paragraph about the same person: it begins with a pronoun, or names them in its first words."""
    families = {person.name.split()[-1] for person, _ in bio.people}
    return bool(_PRONOUN.match(text)) or not families.isdisjoint(text.split()[:3])


def _is_credible(bio: FoundBio, part: Sequence[SourceLine], remaining: Remaining) -> bool:
    """False if the text mentions a person without a record, other than in a byline: it may be about that person."""
    for person, _ in bio.people:
        others = [line.text for line in remaining.lines if line not in part]
        family = person.name.split()[-1]
        mentions = [text for text in others if family in text]
        if person.author is None and any(not _is_byline(text) for text in mentions):
            return False
    return True


def _is_byline(text: str) -> bool:
    """True for a few names, with or without "By"."""
    names = re.sub(r"^(?:By|Von|Par|Por)\s+", "", text)
    return len(text) < 120 and bool(named_people(names, Knowledge()))

"""The end of a piece: attribution, notes, bios, disclaimers, rights, in whatever order, taken off the sheet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from intake.findings import Evidence, Rights
from intake.knowledge import Knowledge, KnownStyle
from intake.lines.attribution import mention
from intake.lines.bios import Bio, bio, is_label
from intake.lines.copyright import copyright_line
from intake.lines.credits import Credited, credited
from intake.lines.disclaimers import Match, closest, reads_like_one, tail_of
from intake.lines.naming import people_called
from intake.lines.statements import Statement, statements
from intake.patterns import Pattern
from intake.recognition.head_lines import dated
from intake.recognition.remaining import Line, Sheet

_REACH = 10  # how many lines from the end boilerplate may begin
_JOINED = 3  # a disclaimer may stand in so many paragraphs
_PRONOUN = Pattern(r"(?:He|She|They|His|Her|Their|Er|Sie|Il|Elle|Ella|Él)\b")


@dataclass
class Foot:
    """What the end of the piece says, each with its evidence."""

    rights: tuple[Rights, tuple[Evidence, ...]] | None = None
    wordings: list[tuple[Match, str, tuple[Evidence, ...]]] = field(default_factory=list)
    stated: list[tuple[Statement, tuple[Evidence, ...]]] = field(default_factory=list)
    credited: list[tuple[Credited, tuple[Evidence, ...]]] = field(default_factory=list)
    bios: list[tuple[Bio, tuple[Evidence, ...]]] = field(default_factory=list)


def take_foot(sheet: Sheet, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> Foot:
    """Take the end of the piece off the sheet: first what is sure wherever it stands, then what stands next to it."""
    foot = Foot()
    _part_grown_together(sheet, knowledge)
    _take_rights(sheet, foot, knowledge)
    _take_wordings(sheet, foot, knowledge)
    _take_stated(sheet, foot, knowledge, styles)
    while _take_bio(sheet, foot, knowledge, styles):
        pass
    foot.bios.reverse()
    return foot


def _end(sheet: Sheet) -> list[Line]:
    """The last lines, but never the first one: a piece is more than its boilerplate."""
    return sheet.lines[1:][-_REACH:]


def _part_grown_together(sheet: Sheet, knowledge: Knowledge) -> None:
    """A copyright line or a known disclaimer that ends another paragraph gets a line of its own."""
    for line in _end(sheet):
        at = max(line.text.rfind("©"), line.text.rfind("(c)"))
        if at > 0 and copyright_line(line.text[at:]):
            line, _ = sheet.part(line, at)
        at = tail_of(line.text, knowledge)
        if at > 0:
            sheet.part(line, at)


def _take_rights(sheet: Sheet, foot: Foot, knowledge: Knowledge) -> None:
    for line in reversed(_end(sheet)):
        found = copyright_line(line.text, knowledge)
        if found and foot.rights is None:
            foot.rights = (found, sheet.take([line]))


def _take_wordings(sheet: Sheet, foot: Foot, knowledge: Knowledge) -> None:
    """Known texts, the closest first, each in up to three paragraphs; a repeated one counts once."""
    while found := max(_wordings(_end(sheet), knowledge), key=lambda one: one[0].likeness, default=None):
        match, part = found
        _add_wording(foot, match, "\n\n".join(line.text for line in part), sheet.take(part))


def _wordings(lines: list[Line], knowledge: Knowledge) -> Iterator[tuple[Match, list[Line]]]:
    for many in range(1, _JOINED + 1):
        for start in range(len(lines) - many + 1):
            part = lines[start : start + many]
            if match := closest(" ".join(line.text for line in part), knowledge):
                yield match, part


def _add_wording(foot: Foot, match: Match, text: str, evidence: tuple[Evidence, ...]) -> None:
    for place, (known, said, before) in enumerate(foot.wordings):
        if known.wording.key == match.wording.key:
            better = (match, text) if match.likeness > known.likeness else (known, said)
            foot.wordings[place] = (*better, before + evidence)
            return
    foot.wordings.append((match, text, evidence))


def _take_stated(sheet: Sheet, foot: Foot, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> None:
    """Sentences beside the text near the end; bare labels such as "Source: …" only when they are the last lines."""
    place = 0
    while place < len(lines := _end(sheet)):
        for many in (3, 2, 1):
            part = lines[place : place + many]
            if len(part) == many and _take(sheet, foot, part, part[-1] is lines[-1], knowledge, styles):
                break
        else:
            place += 1


def _take(
    sheet: Sheet, foot: Foot, part: list[Line], is_last: bool, knowledge: Knowledge, styles: Sequence[KnownStyle]
) -> bool:  # fmt: skip
    """Take lines that belong together where they say one place, or a single line with all that it states."""
    html = [line.block.html for line in part]
    if len(part) > 1:
        said = mention([line.text for line in part], knowledge, styles)
        found: tuple[Statement, ...] = (Statement(mention=said.linked(html)),) if said else ()
    else:
        found = statements(part[0].text, html[0], knowledge, styles)
    has_rights_already = foot.rights is not None and any(one.rights for one in found)
    if found and not has_rights_already and _counts(found, is_last):
        evidence = sheet.take(part)
        foot.stated += [(one, evidence) for one in found if not one.rights]
        foot.rights = next(((one.rights, evidence) for one in found if one.rights), foot.rights)
        return True
    credits = credited(part[0].text, knowledge) if len(part) == 1 else ()
    if credits and all(one.role != "author" for one in credits):
        evidence = sheet.take(part)
        foot.credited += [(one, evidence) for one in credits]
        return True
    return False


def _counts(found: Sequence[Statement], is_last: bool) -> bool:
    """What leads on to a text elsewhere waits until it is known where; a picture's source is the text's."""
    for one in found:
        if one.read_on or one.permission or (one.is_label and not is_last):
            return False
        if one.mention and (one.mention.is_picture or one.mention.impossible):
            return False
    return True


def _take_bio(sheet: Sheet, foot: Foot, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> bool:
    """Take the last paragraph if it is a bio, with paragraphs that go on about the same person.

    Below it may stand what is no part of the text, though the desk knows no record of it.
    """
    lines = _end(sheet)
    while lines and _is_beside_the_text(lines[-1], styles):
        lines.pop()
    for many in (1, 2, 3):
        part = lines[-many:]
        if len(part) < many:
            return False
        found = bio(part[0].text, knowledge)
        if found and all(_goes_on(line.text, found) for line in part[1:]):
            found = bio(" ".join(line.text for line in part), knowledge) or found
            if not _is_credible(found, part, sheet):
                return False
            above = [line for line in lines[: -len(part)][-1:] if is_label(line.text)]
            evidence = sheet.take([*above, *part])
            foot.bios.append((found, evidence))
            return True
    return False


def _is_beside_the_text(line: Line, styles: Sequence[KnownStyle]) -> bool:
    """A disclaimer the desk does not know, a row of stars, a date."""
    is_date = dated((line,), [line.text], styles) is not None
    return is_date or reads_like_one(line.text) or not re.search(r"\w", line.text)


def _goes_on(text: str, found: Bio) -> bool:
    """A paragraph about the person before it: it begins with a pronoun, or names them in its first words."""
    families = {person.name.split()[-1] for person, _ in found.people}
    return bool(_PRONOUN.match(text)) or not families.isdisjoint(text.split()[:3])


def _is_credible(found: Bio, part: Sequence[Line], sheet: Sheet) -> bool:
    """Whom the desk does not know must be named as the author, or nowhere else: a text names those it is about."""
    for person, _ in found.people:
        others = [line.text for line in sheet.lines if line not in part]
        family = person.name.split()[-1]
        named = [text for text in others if family in text]
        if person.key is None and any(not _names_only(text) for text in named):
            return False
    return True


def _names_only(text: str) -> bool:
    """A byline: a few names, with or without "By"."""
    return len(text) < 120 and bool(people_called(re.sub(r"^(?:By|Von|Par|Por)\s+", "", text), Knowledge()))

"""The top of a piece taken off the sheet: what its known forms say, with their lines as evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.findings import Certainty, Day, Evidence, Found
from intake.knowledge import KnownStyle
from intake.lines.attribution import Mention
from intake.lines.credits import Credited
from intake.lines.statements import Statement
from intake.recognition.head import Head
from intake.recognition.head_lines import HeadLine, dated
from intake.recognition.remaining import Line, Sheet

Lines = tuple[Evidence, ...]


@dataclass
class Top:
    """The top of the piece, off the sheet."""

    headline: Found[str] | None = None
    dek: Found[str] | None = None
    kind: Found[str] | None = None
    day: Found[Day] | None = None
    credited: list[tuple[Credited, Lines]] = field(default_factory=list)
    mentions: list[tuple[Mention, Lines]] = field(default_factory=list)
    stated: list[tuple[Statement, Lines]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def take_top(sheet: Sheet, head: Head) -> Top:
    top = Top()
    headline = head.headline
    if headline and head.kicker:
        kind, at = head.kicker
        place = sheet.lines.index(headline)
        top.kind = Found(kind.code, Certainty.KNOWN, sheet.take_prefix(headline, headline.text[:at]))
        headline = sheet.lines[place]
    top.headline, top.dek = _line(sheet, headline), _line(sheet, head.dek)
    if head.no_such_day:
        top.warnings.append(head.no_such_day)
    if head.strange_label:
        top.warnings.append(f"“{head.strange_label}” is no content type of this desk; it stays in the text.")
    for known in head.known:
        if why := known.opaque or _why_not(known, top):
            top.warnings.append(why)
            continue
        html = [line.block.html for line in known.lines]
        lines = sheet.take(known.lines)
        if known.kind:
            top.kind = Found(
                known.kind.code, Certainty.KNOWN, (*(top.kind.evidence if top.kind else ()), *lines)
            )
        if known.day:
            top.day = Found(known.day, Certainty.KNOWN, (*(top.day.evidence if top.day else ()), *lines))
        top.credited += [(one, lines) for one in known.credited]
        if known.mention:
            top.mentions.append((known.mention.linked(html), lines))
        top.stated += [(one, lines) for one in known.stated]
    if head.glued:
        line, prefix, day = head.glued
        top.day = Found(day, Certainty.KNOWN, sheet.take_prefix(line, prefix))
    return top


def take_last_date(sheet: Sheet, top: Top, styles: Sequence[KnownStyle]) -> None:
    """A date that stands alone below the text, where none stands above it."""
    last = sheet.lines[-1:]
    if top.day or len(sheet.lines) < 2:
        return
    found = dated(tuple(last), [last[0].text], styles)
    if found and found.day:
        top.day = Found(found.day, Certainty.KNOWN, sheet.take(last))


def _why_not(known: HeadLine, top: Top) -> str:
    """Why a known form stays in the text: it says something else than an earlier one did."""
    said = " ".join(line.text for line in known.lines)
    if known.day and top.day and known.day != top.day.value:
        return f"“{said}” is a second date; it stays in the text."
    if known.kind and top.kind and known.kind.code != top.kind.value:
        return f"“{said}” is a second content type; it stays in the text."
    return ""


def _line(sheet: Sheet, line: Line | None) -> Found[str] | None:
    return Found(line.text, Certainty.KNOWN, sheet.take([line])) if line else None

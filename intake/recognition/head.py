"""Head of a piece: content type, headline, dek, names, dates and places, in any order.

Known forms tell where the head ends. Of the lines among them that no form explains, the first is the headline and
the second the dek; a line below the last known form belongs to the text, unless the source marks it as a subtitle.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from intake.findings import Certainty, EvidenceLines, Finding, FoundDay
from intake.knowledge import Knowledge, KnownKind, KnownStyle
from intake.lines.attribution import Mention
from intake.lines.credits import RoleCredit
from intake.lines.days.dates import date_at_start, impossible_date
from intake.lines.statements import Statement
from intake.patterns import Pattern
from intake.recognition.bare_names import bare_byline
from intake.recognition.head_lines import (
    HeadLine,
    dateline,
    impossible_day_warning,
    kicker_before,
    read_lines,
)
from intake.recognition.remaining import Remaining, SourceLine
from intake.recognition.template import is_label
from intake.sources.manuscript import BlockKind, Hint, LeftOut
from prose.dates import Precision
from prose.limits import MAX_LINE_CHARS

MAX_DEK_CHARS = 600
_JOINED = 4  # lines that one form may run over: "published by / Hill / on June 11, 2020"
_REACH = 24  # lines that a head may have
MAX_ODD_CHARS = 100
MAX_LABELLED = 150  # of a headline with a label above it
_OPENS_LIKE_A_FORM = Pattern(
    r"(?:By|Von|Par|Por|Di|Door|Autor(?:in)?|Auteur|Автор|Published|Posted|(?:Last\s+)?Updated|Modified|Veröffentlicht"
    r"|Aktualisiert|Publiée?|Mis(?:e)?\s+(?:à\s+jour|en\s+ligne)|Publicado|Actualizado|Atualizado|Pubblicato|Aggiornato"
    r"|Gepubliceerd|Bijgewerkt|Opublikowano|Опубликовано|Обновлено)\b",
    re.IGNORECASE,
)
_ENDS_IN_A_YEAR = Pattern(r"\d[^\n]{0,20}\s(?:19|20)\d\d(?:[,\s]+\d{1,2}[:.h]\d\d.{0,10})?$")
_SENTENCE_END = Pattern(r"[.。…]['\"’”»)\]」』]*$")
_SENTENCE_WORDS = 12  # a line of more words that ends with a stop is a sentence of the text, no headline
_JOINT = Pattern(r"(?:\s*[–—]\s*)?(?=[^\W\d_a-zß-öø-ÿ]|[\"“‘'„«(])")

GluedDate = tuple[SourceLine, str, FoundDay]
"""A line that begins with a date, the words of the date with what joins them to the sentence, and the date."""


@dataclass
class HeadLayout:
    """The lines of a head by what they are, before any of them is taken.

    `kicker` is the content type that the headline's own line opens with, and where the headline begins.
    """

    known: list[HeadLine] = field(default_factory=list)
    headline: SourceLine | None = None
    dek: SourceLine | None = None
    glued_date: GluedDate | None = None
    impossible_day: str = ""
    unknown_label: str = ""
    label: SourceLine | None = None
    kicker: tuple[KnownKind, int] | None = None


@dataclass
class HeadFindings:
    """Findings in a head, each with its lines as evidence."""

    headline: Finding[str] | None = None
    dek: Finding[str] | None = None
    kind: Finding[str] | None = None
    day: Finding[FoundDay] | None = None
    updated: Finding[FoundDay] | None = None
    left_out: list[LeftOut] = field(default_factory=list)
    credits: list[tuple[RoleCredit, EvidenceLines]] = field(default_factory=list)
    mentions: list[tuple[Mention, EvidenceLines]] = field(default_factory=list)
    statements: list[tuple[Statement, EvidenceLines]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def take_head(
    remaining: Remaining, knowledge: Knowledge, styles: Sequence[KnownStyle], *, is_page: bool = False
) -> HeadFindings:
    """Take the head of the piece; a date alone below the text counts where the head has none.

    `is_page`: the source names its headline elsewhere, so that a line is no headline for standing first.
    """
    layout = read_head(remaining.lines, knowledge, styles, is_page=is_page)
    head = _take_layout(remaining, layout)
    if not head.day:
        _take_last_date(remaining, head, styles)
    if head.updated and not head.day:
        head.day = replace(head.updated, certainty=Certainty.ASSUMED)
        head.doubts.append(
            "The only day in the text is that of an update; it was taken for the day of publication."
        )
    return head


def read_head(
    lines: Sequence[SourceLine], knowledge: Knowledge, styles: Sequence[KnownStyle], *, is_page: bool = False
) -> HeadLayout:
    """Tell the lines of the head apart."""
    layout, end_of_known, place = HeadLayout(), 0, 0
    unexplained: list[tuple[int, SourceLine]] = []
    while place < min(len(lines), _REACH) and len(unexplained) <= 3:
        known = read_lines(lines[place : place + _JOINED], knowledge, styles, bool(unexplained))
        if not known and unexplained and not any(line.credits for line in layout.known):
            known = bare_byline(lines[place : place + _JOINED], knowledge)
        glued_date = None if known else _glued_date(layout, lines[place])
        if (known or glued_date) and len(unexplained) == 3 and not _is_first_a_label(unexplained):
            break
        if known:
            layout.known.append(known)
            place += len(known.lines)
            end_of_known = place if known.kind is None or not unexplained else end_of_known
            continue
        if glued_date:
            layout.glued_date, end_of_known = glued_date, place
            break
        line, place = lines[place], place + 1
        if not unexplained and layout.label is None and _is_label(line):
            layout.label = line
        elif line.block.hint is Hint.BESIDE:
            continue
        elif unexplained and (warning := _odd_line_warning(line)):
            layout.known.append(HeadLine((line,), opaque=warning))
            end_of_known = place
        elif _is_short(line, MAX_DEK_CHARS):
            unexplained.append((place - 1, line))
        else:
            break
    if is_page and not any(line.block.hint is Hint.TITLE for _, line in unexplained):
        return layout
    _choose_headline_and_dek(layout, unexplained, end_of_known)
    if layout.headline and not any(known.kind for known in layout.known):
        layout.kicker = kicker_before(layout.headline.text, knowledge)
    return layout


def _glued_date(layout: HeadLayout, line: SourceLine) -> GluedDate | None:
    """A date run together with the first sentence, or set before it by a dash."""
    date = date_at_start(line.text)
    words = date[1] if date else impossible_date(line.text)
    joint = _JOINT.match(line.text, len(words))
    if not words or not joint or any(known.day for known in layout.known):
        return None
    if date is None:
        layout.impossible_day = impossible_day_warning(words)
        return None
    return (line, line.text[: joint.end()], date[0]) if date[0].precision is Precision.DAY else None


def _odd_line_warning(line: SourceLine) -> str:
    """A warning on a short line that opens like a byline or a date and cannot be read: it is no headline or dek."""
    text = line.text
    opens_so = _OPENS_LIKE_A_FORM.match(text) or date_at_start(text) or _ENDS_IN_A_YEAR.search(text)
    if line.block.hint is Hint.TITLE or not opens_so or len(text) > MAX_ODD_CHARS or text[-1] in ".?!":
        return ""
    return f"“{text}” could not be read as a name or a date; it stays in the text."


def _is_first_a_label(unexplained: list[tuple[int, SourceLine]]) -> bool:
    """True if three lines above a known form are a label the desk does not know, a headline and a dek."""
    first, second, third = (line for _, line in unexplained)
    return _is_like_a_label(first, 5) and len(second.text) <= MAX_LABELLED and len(third.text) <= 400


def _is_like_a_label(line: SourceLine, words: int) -> bool:
    is_short = len(line.text.split()) <= words and line.text[-1:] not in ".?!"
    return is_short and line.block.hint is not Hint.TITLE


def _choose_headline_and_dek(
    layout: HeadLayout, unexplained: list[tuple[int, SourceLine]], end_of_known: int
) -> None:
    if len(unexplained) > 2 and unexplained[2][0] < end_of_known:
        layout.unknown_label = unexplained.pop(0)[1].text
    title = next((line for _, line in unexplained if line.block.hint is Hint.TITLE), None)
    # A headline stands above the text: once a sentence has come, what is short is a short paragraph.
    above = takewhile(lambda line: not _is_sentence(line), (line for _, line in unexplained))
    layout.headline = title or next((line for line in above if _is_short(line, MAX_LINE_CHARS)), None)
    if layout.headline is None:
        return
    lines = [line for _, line in unexplained]
    for place, line in unexplained[lines.index(layout.headline) + 1 :]:
        is_above_the_text = place < end_of_known and line.block.hint is not Hint.HEADING
        if is_above_the_text or line.block.hint is Hint.SUBTITLE:
            layout.dek = line
            return


def _is_label(line: SourceLine) -> bool:
    return line.block.hint is not Hint.TITLE and is_label(line.text)


def _is_short(line: SourceLine, limit: int) -> bool:
    return line.block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and len(line.text) <= limit


def _is_sentence(line: SourceLine) -> bool:
    """True for a whole sentence, also a quoted one and one in a script without spaces: no headline."""
    is_long = len(line.text.split()) > _SENTENCE_WORDS or len(line.text) > 10 * _SENTENCE_WORDS
    return bool(_SENTENCE_END.search(line.text)) and (is_long or line.text.endswith("。"))


def _take_layout(remaining: Remaining, layout: HeadLayout) -> HeadFindings:
    head = HeadFindings()
    headline = layout.headline
    if headline and layout.kicker:
        kind, start = layout.kicker
        place = remaining.lines.index(headline)
        evidence = remaining.take_prefix(headline, headline.text[:start])
        head.kind = Finding(kind.code, Certainty.KNOWN, evidence)
        headline = remaining.lines[place]
    head.headline, head.dek = _take_line(remaining, headline), _take_line(remaining, layout.dek)
    if head.headline and not _is_headline_sure(layout):
        head.headline = replace(head.headline, certainty=Certainty.ASSUMED)
    if layout.impossible_day:
        head.warnings.append(layout.impossible_day)
    if layout.label:
        label = layout.label.text
        head.left_out += [LeftOut("label", line.text, line.line) for line in remaining.take([layout.label])]
        head.warnings.append(f"“{label}” above the headline is a label, and no content type of this desk.")
    if layout.unknown_label:
        head.warnings.append(
            f"“{layout.unknown_label}” is no content type of this desk; it stays in the text."
        )
    for known in layout.known:
        if warning := known.opaque or _conflict_warning(known, head):
            head.warnings.append(warning)
        else:
            _take_known(remaining, known, head)
    if layout.glued_date:
        line, prefix, day = layout.glued_date
        head.day = Finding(day, Certainty.KNOWN, remaining.take_prefix(line, prefix))
    return head


def _is_headline_sure(layout: HeadLayout) -> bool:
    """True if more than its place says so: the source's own mark, or a known form beside it."""
    is_marked = layout.headline is not None and layout.headline.block.hint is Hint.TITLE
    has_company = layout.glued_date or layout.kicker or any(not known.opaque for known in layout.known)
    return is_marked or bool(has_company and not _may_be_a_label(layout))


def _may_be_a_label(layout: HeadLayout) -> bool:
    """True for a word or two above a line that may as well be the headline: "Harbours", "Who pays for the quay"."""
    headline, dek = layout.headline, layout.dek
    if headline is None or dek is None or not _is_like_a_label(headline, 2):
        return False
    is_headline = len(dek.text) <= MAX_LABELLED and not _SENTENCE_END.search(dek.text)
    return is_headline and dek.block.hint is not Hint.SUBTITLE


def _take_known(remaining: Remaining, known: HeadLine, head: HeadFindings) -> None:
    html = [line.block.html for line in known.lines]
    lines = remaining.take(known.lines)
    if known.updated:
        head.updated = Finding(known.updated, Certainty.KNOWN, lines)
        head.left_out += [LeftOut("day of an update", line.text, line.line) for line in lines]
    if known.kind:
        earlier = head.kind.evidence if head.kind else ()
        head.kind = Finding(known.kind.code, Certainty.KNOWN, (*earlier, *lines))
    if known.day:
        earlier = head.day.evidence if head.day else ()
        head.day = Finding(known.day, Certainty.KNOWN, (*earlier, *lines))
    head.credits += [(credit, lines) for credit in known.credits]
    if known.mention:
        head.mentions.append((known.mention.with_link(html), lines))
    head.statements += [(statement, lines) for statement in known.statements]


def _conflict_warning(known: HeadLine, head: HeadFindings) -> str:
    """A warning on a known form that contradicts an earlier one: it stays in the text."""
    text = " ".join(line.text for line in known.lines)
    if known.day and head.day and known.day != head.day.value:
        return f"“{text}” is a second date; it stays in the text."
    if known.kind and head.kind and known.kind.code != head.kind.value:
        return f"“{text}” is a second content type; it stays in the text."
    return ""


def _take_line(remaining: Remaining, line: SourceLine | None) -> Finding[str] | None:
    return Finding(line.text, Certainty.KNOWN, remaining.take([line])) if line else None


def _take_last_date(remaining: Remaining, head: HeadFindings, styles: Sequence[KnownStyle]) -> None:
    if len(remaining.lines) < 2:
        return
    last = remaining.lines[-1]
    known = dateline((last,), [last.text], styles)
    if known and known.day:
        head.day = Finding(known.day, Certainty.KNOWN, remaining.take([last]))

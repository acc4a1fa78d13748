"""The top of a piece: content type, headline, dek, names, dates and places, in whatever order they stand.

Known forms tell where the top ends. Of the lines among them that no form explains, the first is the headline and
the second the dek; a line below the last known form is the text's, unless the source marks it as a subtitle.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.findings import Day
from intake.knowledge import Knowledge, KnownKind, KnownStyle
from intake.lines.dates import date_at_start, impossible_date
from intake.patterns import Pattern
from intake.recognition.head_lines import HeadLine, kicker_before, known_line, no_such_day
from intake.recognition.remaining import Line
from intake.sources.manuscript import Hint, Kind
from prose.dates import Precision
from prose.limits import MAX_LINE_CHARS

MAX_DEK_CHARS = 600
_JOINED = 4  # "published by / Hill / on June 11, 2020": a form may run over so many lines
_REACH = 24  # how many lines a top may have
MAX_ODD_CHARS = 100
_OPENS_LIKE_ONE = Pattern(r"(?:By|Von|Published|Posted|Updated|Veröffentlicht)\s", re.IGNORECASE)
_SENTENCE_WORDS = 12  # a line of more words that ends with a stop is a sentence of the text, no headline
_GLUE = Pattern(r"(?:\s*[–—]\s*)?(?=[^\W\d_a-zß-öø-ÿ]|[\"“‘'„«(])")


@dataclass
class Head:
    """The top of the piece, taken apart."""

    known: list[HeadLine] = field(default_factory=list)
    headline: Line | None = None
    dek: Line | None = None
    glued: tuple[Line, str, Day] | None = None
    no_such_day: str = ""
    strange_label: str = ""
    kicker: tuple[KnownKind, int] | None = (
        None  # what the headline's own line opens with, and where it goes on
    )


def read_head(lines: Sequence[Line], knowledge: Knowledge, styles: Sequence[KnownStyle]) -> Head:
    """The top of these lines; nothing is taken yet."""
    head, last_known, place = Head(), 0, 0
    unknown: list[tuple[int, Line]] = []
    while place < min(len(lines), _REACH) and len(unknown) <= 3:
        found = known_line(lines[place : place + _JOINED], knowledge, styles, bool(unknown))
        glued = None if found else _glued(head, lines[place])
        if (found or glued) and len(unknown) == 3 and not _first_is_a_label(unknown):
            break
        if found:
            head.known.append(found)
            place += len(found.lines)
            last_known = place if found.kind is None or not unknown else last_known
            continue
        if glued:
            head.glued, last_known = glued, place
            break
        if unknown and (why := _odd(lines[place])):
            head.known.append(HeadLine((lines[place],), opaque=why))
            place += 1
            last_known = place
            continue
        if not _is_short(lines[place], MAX_DEK_CHARS):
            break
        unknown.append((place, lines[place]))
        place += 1
    _settle(head, unknown, last_known)
    if head.headline and not any(known.kind for known in head.known):
        head.kicker = kicker_before(head.headline.text, knowledge)
    return head


def _glued(head: Head, line: Line) -> tuple[Line, str, Day] | None:
    """A date run together with the first sentence, or set before it by a dash."""
    found = date_at_start(line.text)
    words = found[1] if found else impossible_date(line.text)
    glue = _GLUE.match(line.text, len(words))
    if not words or not glue or any(known.day for known in head.known):
        return None
    if found is None:
        head.no_such_day = no_such_day(words)
        return None
    return (line, line.text[: glue.end()], found[0]) if found[0].precision is Precision.DAY else None


def _odd(line: Line) -> str:
    """A short line that opens like a byline or a date and is none the desk can read: certainly no headline or dek."""
    text = line.text
    opens_so = _OPENS_LIKE_ONE.match(text) or date_at_start(text)
    if line.block.hint is Hint.TITLE or not opens_so or len(text) > MAX_ODD_CHARS or text[-1] in ".?!":
        return ""
    return f"“{text}” could not be read as a name or a date; it stays in the text."


def _first_is_a_label(unknown: list[tuple[int, Line]]) -> bool:
    """Three unexplained lines above a known form: a label the desk does not know, a headline, a dek."""
    first, second, third = (line for _, line in unknown)
    is_label = len(first.text.split()) <= 5 and first.text[-1:] not in ".?!"
    return (
        is_label and first.block.hint is not Hint.TITLE and len(second.text) <= 150 and len(third.text) <= 400
    )


def _settle(head: Head, unknown: list[tuple[int, Line]], last_known: int) -> None:
    """Which of the unexplained lines are headline and dek."""
    if len(unknown) > 2 and unknown[2][0] < last_known:
        head.strange_label = unknown.pop(0)[1].text
    titled = next((line for _, line in unknown if line.block.hint is Hint.TITLE), None)
    candidates = [line for _, line in unknown if _is_short(line, MAX_LINE_CHARS) and not _is_sentence(line)]
    head.headline = titled or next(iter(candidates), None)
    if head.headline is None:
        return
    below = [line for _, line in unknown]
    for place, line in unknown[below.index(head.headline) + 1 :]:
        is_above_the_text = place < last_known and line.block.hint is not Hint.HEADING
        if is_above_the_text or line.block.hint is Hint.SUBTITLE:
            head.dek = line
            return


def _is_short(line: Line, limit: int) -> bool:
    return line.block.kind in (Kind.PARAGRAPH, Kind.HEADING) and len(line.text) <= limit


def _is_sentence(line: Line) -> bool:
    return line.text.endswith(".") and len(line.text.split()) > _SENTENCE_WORDS

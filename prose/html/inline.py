"""One line of inline HTML in canonical form, the form in which the editor writes it.

Readers do not see the order of marks, repeated spaces or the seams between equal marks, so these are made uniform:
marks open in the order of ``prose.html.allowed.MARK_ORDER``; neighbours with equal marks are merged; spaces are
single and never at an end; and an invisible run (a space, a line break, an endnote) has only the marks that the
runs on both its sides have.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from prose.html.allowed import MARK_ORDER

_BLANKS = re.compile(r"[ \t\n\r\f]+")
# A combining stroke without a letter before it would join the ">" of a tag if the HTML were normalised again.
_COMBINING_STROKE = re.compile("(?<![^ \xa0\n\t])\u0338+")
BREAK = "<br>"


class TextRun(NamedTuple):
    """Text with its marks (start tags, outermost first), or an inline element without text (a break, an endnote)."""

    marks: tuple[str, ...]
    text: str = ""
    element: str = ""

    @property
    def is_blank(self) -> bool:
        return bool(self.element) or not self.text.strip(" \xa0")


def name_of(mark: str) -> str:
    """Tag name of a mark: ``a`` for ``<a href="…">``."""
    return mark[1:-1].partition(" ")[0]


def compose(text: str) -> str:
    """The text in NFC, such that normalising it again after a tag changes nothing."""
    return _COMBINING_STROKE.sub("", unicodedata.normalize("NFC", text))


def line_html(runs: Iterable[TextRun]) -> str:
    """The HTML of a line; "" if nothing in it is visible."""
    spaced = _trim(_collapse_spaces(_merge(runs)))
    return runs_html(_settle_marks(list(_split(spaced))))


def runs_html(runs: Iterable[TextRun]) -> str:
    """The HTML of runs as they stand, with equal neighbours merged."""
    return "".join(_serialise(_merge(runs)))


def _merge(runs: Iterable[TextRun]) -> list[TextRun]:
    merged: list[TextRun] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and not last.element and not run.element and last.marks == run.marks:
            merged[-1] = TextRun(run.marks, last.text + run.text)
        elif run.element or run.text:
            merged.append(run)
    return merged


def _collapse_spaces(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    follows_space = True
    for run in runs:
        if run.element:
            yield run
            follows_space = run.element == BREAK
            continue
        text = _BLANKS.sub(" ", compose(run.text))
        text = text.removeprefix(" ") if follows_space else text
        if text:
            yield run._replace(text=text)
            follows_space = text.endswith(" ")


def _trim(runs: Iterable[TextRun]) -> list[TextRun]:
    def is_nothing(run: TextRun) -> bool:
        return run.element == BREAK or not (run.element or run.text.strip(" \xa0"))

    kept = list(runs)
    while kept and is_nothing(kept[-1]):
        kept.pop()
    start = next((index for index, run in enumerate(kept) if not is_nothing(run)), 0)
    kept = kept[start:]
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(" \xa0"))
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip(" \xa0"))
    return kept


def _split(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    """Split the spaces at both ends from each run, so that no link begins with a space."""
    for run in runs:
        if run.element:
            yield run
            continue
        words = run.text.strip(" \xa0")
        before, _words, after = run.text.partition(words) if words else (run.text, "", "")
        yield from (run._replace(text=part) for part in (before, words, after) if part)


def _settle_marks(runs: list[TextRun]) -> Iterator[TextRun]:
    nothing: tuple[str, ...] = ()
    following, marks = [], nothing
    for run in reversed(runs):
        following.append(marks)
        marks = marks if run.is_blank else run.marks
    marks = nothing
    for run, after in zip(runs, reversed(following), strict=True):
        if not run.is_blank:
            marks = run.marks
            yield run._replace(marks=_in_order(marks))
        else:
            on_both_sides = [mark for mark in marks if mark in after and _suits(run, mark)]
            yield run._replace(marks=_in_order(on_both_sides))


def _suits(run: TextRun, mark: str) -> bool:
    # An endnote may hold links, which a link may not contain; code may contain no elements.
    return not run.element or run.element == BREAK or name_of(mark) not in {"a", "code"}


def _in_order(marks: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(marks, key=lambda mark: MARK_ORDER.index(name_of(mark)))) if marks else ()


def _serialise(runs: Iterable[TextRun]) -> Iterator[str]:
    opened: tuple[str, ...] = ()
    for run in (*runs, TextRun(())):
        shared = 0
        while shared < min(len(opened), len(run.marks)) and opened[shared] == run.marks[shared]:
            shared += 1
        yield from (f"</{name_of(mark)}>" for mark in reversed(opened[shared:]))
        yield from run.marks[shared:]
        yield run.element or escape(run.text, quote=False)
        opened = run.marks

"""One line of marked text, written the one way the editor writes it.

The order of marks, the place of spaces and the seams between marks say nothing to a reader, so they are settled:
marks open in the order of ``prose.html.allowed.MARK_ORDER``, equal neighbours are one, a space stands once and never at
an end, and what cannot be seen (a space, a line break, the place of a note) carries only the marks on both its sides.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from prose.html.allowed import MARK_ORDER

_BLANKS = re.compile(r"[ \t\n\r\f]+")
# A stroke that could come to join the ">" of a tag before it, were the whole text composed once more.
_STRAY_STROKE = re.compile("(?<![^ \xa0\n\t])\u0338+")
BREAK = "<br>"


class Run(NamedTuple):
    """A stretch of text in its marks (start tags, outermost first), or an element that takes the place of a letter."""

    marks: tuple[str, ...]
    text: str = ""
    element: str = ""

    @property
    def is_blank(self) -> bool:
        return bool(self.element) or not self.text.strip(" \xa0")


def name_of(mark: str) -> str:
    """``a`` for ``<a href="…">``."""
    return mark[1:-1].partition(" ")[0]


def composed(text: str) -> str:
    """NFC, settled so that composing it again behind a tag changes nothing."""
    return _STRAY_STROKE.sub("", unicodedata.normalize("NFC", text))


def written(runs: Iterable[Run]) -> str:
    """The HTML of a line; "" when nothing of it would be seen."""
    spaced = _trimmed(_spaced(_merged(runs)))
    return "".join(_serialised(_merged(_with_settled_marks(list(_split(spaced))))))


def _merged(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and not last.element and not run.element and last.marks == run.marks:
            merged[-1] = Run(run.marks, last.text + run.text)
        elif run.element or run.text:
            merged.append(run)
    return merged


def _spaced(runs: Iterable[Run]) -> Iterator[Run]:
    follows_space = True
    for run in runs:
        if run.element:
            yield run
            follows_space = run.element == BREAK
            continue
        text = _BLANKS.sub(" ", composed(run.text))
        text = text.removeprefix(" ") if follows_space else text
        if text:
            yield run._replace(text=text)
            follows_space = text.endswith(" ")


def _trimmed(runs: Iterable[Run]) -> list[Run]:
    def is_nothing(run: Run) -> bool:
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


def _split(runs: Iterable[Run]) -> Iterator[Run]:
    """Spaces at the ends of a run apart from its words: no link begins with a space."""
    for run in runs:
        if run.element:
            yield run
            continue
        words = run.text.strip(" \xa0")
        before, _words, after = run.text.partition(words) if words else (run.text, "", "")
        yield from (run._replace(text=part) for part in (before, words, after) if part)


def _with_settled_marks(runs: list[Run]) -> Iterator[Run]:
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


def _suits(run: Run, mark: str) -> bool:
    # A note holds links of its own, and a link in a link is none; in code it would be letters.
    return not run.element or run.element == BREAK or name_of(mark) not in {"a", "code"}


def _in_order(marks: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(marks, key=lambda mark: MARK_ORDER.index(name_of(mark)))) if marks else ()


def _serialised(runs: Iterable[Run]) -> Iterator[str]:
    opened: tuple[str, ...] = ()
    for run in (*runs, Run(())):
        shared = 0
        while shared < min(len(opened), len(run.marks)) and opened[shared] == run.marks[shared]:
            shared += 1
        yield from (f"</{name_of(mark)}>" for mark in reversed(opened[shared:]))
        yield from run.marks[shared:]
        yield run.element or escape(run.text, quote=False)
        opened = run.marks

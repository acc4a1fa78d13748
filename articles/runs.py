"""A printed line as a list of runs: text with, here and there, a link or a machine-readable date.

Runs are plain JSON values, frozen in editions and drawn by one template filter on page, feed and preview.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NotRequired, TypedDict

from prose import slots


class Run(TypedDict):
    """A stretch of text; `href` makes it a link, `datetime` a `<time>`."""

    text: str
    href: NotRequired[str]
    hreflang: NotRequired[str]
    title: NotRequired[str]
    datetime: NotRequired[str]


Line = list[Run]
_FIRST_MARK = 0xE000  # private use: no text that went through prose.typography is broken by it


def fill(template: str, values: Mapping[str, Sequence[Run]]) -> Line:
    """A house template with its slots filled; the empty line where a value it needs is not known.

    What is not known is printed nowhere: a slot outside [brackets] without a value drops the whole line.
    """
    marks = {name: chr(_FIRST_MARK + i) for i, name in enumerate(values)}
    given = {name: marks[name] if runs else "" for name, runs in values.items()}
    if not template or any(not given.get(name) for name in slots.required(template)):
        return []
    line: Line = []
    for part in _parts(slots.fill(template, given), marks.values()):
        name = next((name for name, mark in marks.items() if mark == part), None)
        line += values[name] if name else [{"text": part}]
    return _merged(line)


def joined(groups: Sequence[Sequence[Run]], last: str) -> Line:
    """Several names in one line, `last` between the last two: "A", "A and B", "A, B and C"."""
    line: Line = []
    for i, group in enumerate(groups):
        if i:
            line.append({"text": last if i == len(groups) - 1 else ", "})
        line += group
    return line


def text(line: Iterable[Run]) -> str:
    """A line's words without its links."""
    return "".join(run["text"] for run in line)


def _merged(line: Line) -> Line:
    """Neighbours that are text and nothing else become one run."""
    merged: Line = []
    for run in line:
        if merged and run.keys() == merged[-1].keys() == {"text"}:
            merged[-1] = {"text": merged[-1]["text"] + run["text"]}
        else:
            merged.append(run)
    return merged


def _parts(filled: str, marks: Iterable[str]) -> list[str]:
    parts, marked = [""], set(marks)
    for character in filled:
        if character in marked:
            parts += [character, ""]
        else:
            parts[-1] += character
    return [part for part in parts if part]

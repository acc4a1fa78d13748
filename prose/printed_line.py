"""A printed line as a list of runs: text with, here and there, a link or a machine-readable date.

Runs are plain JSON values, frozen in editions and drawn by one template filter on page, feed and preview.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NotRequired, TypedDict

from prose import slots


class Run(TypedDict):
    """A stretch of text; `href` makes it a link, `datetime` a `<time>`, `is_title` the title of a work."""

    text: str
    href: NotRequired[str]
    hreflang: NotRequired[str]
    title: NotRequired[str]
    datetime: NotRequired[str]
    is_title: NotRequired[bool]


Line = list[Run]
_FIRST_MARK = 0xE000  # private use: no text that went through prose.typography is broken by it


def fill(template: str, values: Mapping[str, Sequence[Run]], *, authors: int | None = None) -> Line:
    """A house template with its slots filled; the empty line where a value it needs is not known.

    What is not known is printed nowhere: a slot outside [brackets] without a value drops the whole line.
    """
    marks = {name: chr(_FIRST_MARK + i) for i, name in enumerate(values)}
    given = {name: marks[name] if runs else "" for name, runs in values.items()}
    if not template or any(not given.get(name) for name in slots.required(template)):
        return []
    line: Line = []
    for part in _parts(slots.fill(template, given, authors=authors), marks.values()):
        name = next((name for name, mark in marks.items() if mark == part), None)
        line += values[name] if name else [{"text": _after(line, part)}]
    return _merged([run for run in line if run["text"]])


def _after(line: Line, part: str) -> str:
    """A template's own words behind a value: an abbreviation that ends a sentence has its stop already."""
    return part[1:] if part.startswith(".") and line and line[-1]["text"].endswith(".") else part


def joined(groups: Sequence[Sequence[Run]], last: str, *, between: str = ", ") -> Line:
    """Several names in one line, `last` between the last two: "A", "A and B", "A, B and C"."""
    line: Line = []
    for i, group in enumerate(groups):
        if i:
            line.append({"text": last if i == len(groups) - 1 else between})
        line += group
    return line


def one_link(line: Iterable[Run]) -> Line:
    """Words between two links to the same place become part of one link: a name with its titles."""
    whole: Line = []
    for run in line:
        if (
            len(whole) > 1
            and run.get("href")
            and whole[-1].keys() == {"text"}
            and _same_place(whole[-2], run)
        ):
            between = whole.pop()["text"]
            whole[-1] = whole[-1] | {"text": whole[-1]["text"] + between + run["text"]}
        else:
            whole.append(run)
    return whole


def _same_place(one: Run, other: Run) -> bool:
    return one.get("href") == other.get("href")


def text(line: Iterable[Run]) -> str:
    """A line's words without its links."""
    return "".join(run["text"] for run in line)


def html(line: Iterable[Run]) -> str:
    """A line as HTML of inline elements, escaped: the same on pages, in feeds and in previews."""
    return "".join(_html(run) for run in line)


def _html(run: Run) -> str:
    text = escape(run["text"])
    if run.get("is_title"):
        text = f"<cite>{text}</cite>"
    if href := run.get("href"):
        facts = {"href": href, "hreflang": run.get("hreflang"), "title": run.get("title")}
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in facts.items() if value)
        return f"<a{attributes}>{text}</a>"
    if "datetime" in run:
        return f'<time datetime="{escape(run["datetime"])}">{text}</time>'
    return text


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

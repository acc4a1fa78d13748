"""A printed line is a list of spans: text, a link, or a date that machines can read.

Spans are JSON values. Editions freeze them, and one template filter draws them on page, feed and preview.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NotRequired, TypedDict

from prose import slots


class Span(TypedDict):
    """A stretch of text; `href` makes it a link, `datetime` a `<time>`, `is_title` the title of a work."""

    text: str
    href: NotRequired[str]
    hreflang: NotRequired[str]
    title: NotRequired[str]
    datetime: NotRequired[str]
    is_title: NotRequired[bool]


PrintedLine = list[Span]
_FIRST_MARK = 0xE000
"""First placeholder for a value: a private use character, which no template holds."""


def fill(template: str, values: Mapping[str, Sequence[Span]], *, authors: int | None = None) -> PrintedLine:
    """A template with its slots filled; [] where a slot outside [brackets] has no value.

    A sentence that lacks a fact is not printed at all.
    """
    marks = {name: chr(_FIRST_MARK + i) for i, name in enumerate(values)}
    given = {name: marks[name] if spans else "" for name, spans in values.items()}
    if not template or any(not given.get(name) for name in slots.required_names(template)):
        return []
    line: PrintedLine = []
    for part in _parts(slots.fill(template, given, authors=authors), marks.values()):
        name = next((name for name, mark in marks.items() if mark == part), None)
        line += values[name] if name else [{"text": _without_second_stop(line, part)}]
    return _merge_plain([span for span in line if span["text"]])


def _without_second_stop(line: PrintedLine, part: str) -> str:
    """The template's words after a value, without their stop where the value ends with one ("Ltd.")."""
    return part[1:] if part.startswith(".") and line and line[-1]["text"].endswith(".") else part


def join(groups: Sequence[Sequence[Span]], last: str, *, between: str = ", ") -> PrintedLine:
    """The groups in one line, with `last` between the last two: "A", "A and B", "A, B and C"."""
    line: PrintedLine = []
    for i, group in enumerate(groups):
        if i:
            line.append({"text": last if i == len(groups) - 1 else between})
        line += group
    return line


def one_link(line: Iterable[Span]) -> PrintedLine:
    """The line with two links to the same address, and the plain words between them, made one link.

    So a name and its titles are one link, though the template sets them as separate slots.
    """
    linked: PrintedLine = []
    for span in line:
        if len(linked) > 1 and _continues_link(span, linked[-2], linked[-1]):
            between = linked.pop()["text"]
            linked[-1] = linked[-1] | {"text": linked[-1]["text"] + between + span["text"]}
        else:
            linked.append(span)
    return linked


def _continues_link(span: Span, link: Span, between: Span) -> bool:
    href = span.get("href")
    return bool(href) and between.keys() == {"text"} and link.get("href") == href


def text(line: Iterable[Span]) -> str:
    """The line as plain text."""
    return "".join(span["text"] for span in line)


def html(line: Iterable[Span]) -> str:
    """The line as inline HTML, escaped."""
    return "".join(_html(span) for span in line)


def _html(span: Span) -> str:
    text = escape(span["text"])
    if span.get("is_title"):
        text = f"<cite>{text}</cite>"
    if href := span.get("href"):
        attributes = {"href": href, "hreflang": span.get("hreflang"), "title": span.get("title")}
        written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
        return f"<a{written}>{text}</a>"
    if "datetime" in span:
        return f'<time datetime="{escape(span["datetime"])}">{text}</time>'
    return text


def _merge_plain(line: PrintedLine) -> PrintedLine:
    """The line with neighbouring spans of plain text made one."""
    merged: PrintedLine = []
    for span in line:
        if merged and span.keys() == merged[-1].keys() == {"text"}:
            merged[-1] = {"text": merged[-1]["text"] + span["text"]}
        else:
            merged.append(span)
    return merged


def _parts(filled: str, marks: Iterable[str]) -> list[str]:
    """The filled template cut at its placeholders, each a part of its own."""
    parts, marked = [""], set(marks)
    for character in filled:
        if character in marked:
            parts += [character, ""]
        else:
            parts[-1] += character
    return [part for part in parts if part]

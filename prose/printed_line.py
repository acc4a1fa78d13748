"""A printed line is a list of spans: text, a link, or a date that machines can read.

Spans are JSON values. Editions freeze them, and one template filter draws them on page, feed and preview.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import NotRequired, TypedDict

from prose import slots
from prose.languages import BY_CODE, direction


class Span(TypedDict):
    """A stretch of text; `href` makes it a link, `datetime` a `<time>`, `is_title` the title of a work.

    `lang`: the language of words that are not in the page's.
    """

    text: str
    href: NotRequired[str]
    hreflang: NotRequired[str]
    title: NotRequired[str]
    datetime: NotRequired[str]
    is_title: NotRequired[bool]
    lang: NotRequired[str]


PrintedLine = list[Span]
_CLOSING = {")": "(", "]": "[", "）": "（", "」": "「", "】": "【"}
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


def words(text: str, lang: str = "", *, href: str = "") -> PrintedLine:
    """A line of one span, marked with its language if it is not the page's; [] without text."""
    span = Span(text=text)
    if href:
        span["href"] = href
    if lang:
        span["lang"] = lang
    return [span] if text else []


def merged(line: PrintedLine) -> PrintedLine:
    """The line with neighbouring spans of plain text made one, without empty ones."""
    return _merge_plain([span for span in line if span["text"]])


def without_links(line: Iterable[Span]) -> PrintedLine:
    """The line with its words and their languages alone."""
    return _merge_plain([span for part in line for span in words(part["text"], part.get("lang", ""))])


def is_marked(line: Iterable[Span]) -> bool:
    """True if some words of the line are in another language than the page."""
    return any(span.get("lang") for span in line)


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

    So a name and its titles are one link, though the template sets them as separate slots. A bracket that opens in
    the link closes in it: "(永井すみれ)". Spans of one link that differ in language stay apart; `html` draws them in
    one `<a>`.
    """
    linked: PrintedLine = []
    for span in line:
        if len(linked) > 1 and _continues_link(span, linked[-2], linked[-1]):
            between, link = linked.pop(), linked[-1]
            same = span.get("lang", "") if link.get("lang") == span.get("lang") else ""
            linked += words(between["text"], same, href=span["href"])
        linked.append(span)
    return _merge_links(_with_closing_bracket(linked))


def _continues_link(span: Span, link: Span, between: Span) -> bool:
    href = span.get("href")
    return bool(href) and between.keys() == {"text"} and link.get("href") == href


def _with_closing_bracket(line: PrintedLine) -> PrintedLine:
    """The line with a bracket behind a link moved into it, if the link opens that bracket."""
    closed: PrintedLine = []
    for span in line:
        href = closed[-1].get("href") if closed else None
        inside = text(part for part in closed if part.get("href") == href)
        opened = _CLOSING.get(span["text"][:1], "")
        if (
            href
            and span.keys() == {"text"}
            and opened
            and inside.count(opened) > inside.count(span["text"][0])
        ):
            closed.append(Span(text=span["text"][0], href=href))
            span = Span(text=span["text"][1:])
        if span["text"]:
            closed.append(span)
    return closed


def _merge_links(line: PrintedLine) -> PrintedLine:
    """The line with neighbouring spans that differ in their text alone made one."""
    merged: PrintedLine = []
    for span in line:
        if merged and span.get("href") and _differ_in_text_alone(merged[-1], span):
            merged[-1] = merged[-1] | {"text": merged[-1]["text"] + span["text"]}
        else:
            merged.append(span)
    return merged


def _differ_in_text_alone(one: Span, other: Span) -> bool:
    return {**one, "text": ""} == {**other, "text": ""}


def text(line: Iterable[Span]) -> str:
    """The line as plain text."""
    return "".join(span["text"] for span in line)


def html(line: Iterable[Span]) -> str:
    """The line as inline HTML, escaped. Neighbouring spans with the same link are one link."""
    parts = (list(spans) for _, spans in groupby(line, key=_link_of))
    return "".join(_link(spans) if spans[0].get("href") else "".join(map(_html, spans)) for spans in parts)


def _link_of(span: Span) -> dict[str, str | None]:
    return {"href": span.get("href"), "hreflang": span.get("hreflang"), "title": span.get("title")}


def _link(spans: PrintedLine) -> str:
    attributes = _link_of(spans[0])
    if len(spans) == 1:
        attributes |= _language_of(spans[0])
        inside = _titled(spans[0])
    else:
        inside = "".join(map(_html, spans))
    return f"<a{_written(attributes)}>{inside}</a>"


def _html(span: Span) -> str:
    if "datetime" in span:
        return f'<time datetime="{escape(span["datetime"])}">{escape(span["text"])}</time>'
    attributes = _language_of(span)
    return f"<span{_written(attributes)}>{_titled(span)}</span>" if attributes else _titled(span)


def _titled(span: Span) -> str:
    text = escape(span["text"])
    return f"<cite>{text}</cite>" if span.get("is_title") else text


def _language_of(span: Span) -> dict[str, str | None]:
    """The attributes of words in another language; `dir` also isolates them from the words around."""
    lang = span.get("lang")
    if not lang:
        return {}
    return {"lang": lang, "dir": "auto" if lang not in BY_CODE else direction(lang)}


def language_attributes(language: str) -> str:
    """' lang="ar" dir="rtl"' for an element of words in another language; "" for the page's own."""
    return _written(_language_of(Span(text="", lang=language)))


def _written(attributes: Mapping[str, str | None]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)


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

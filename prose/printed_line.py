"""A printed line is a list of spans: text, a link, or a date that machines can read.

Spans are JSON values. Editions freeze them, and one template filter draws them on page, feed and preview.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Literal, NotRequired, TypedDict

from prose.languages import BY_CODE, direction, has_names_in, name_in, serves


class Span(TypedDict):
    """A stretch of text; `href` makes it a link, `datetime` a `<time>`, `is_title` the title of a work.

    `lang`: the language of words that are not in the page's. `within`: that of the whole sentence around them, where it
    is another than the page's; a sentence of several spans is drawn in one element.
    """

    text: str
    href: NotRequired[str]
    hreflang: NotRequired[str]
    title: NotRequired[str]
    datetime: NotRequired[str]
    is_title: NotRequired[bool]
    lang: NotRequired[str]
    within: NotRequired[str]


PrintedLine = list[Span]
_CLOSING = {")": "(", "]": "[", "）": "（", "」": "「", "】": "【"}


def date(text: str, datetime: str, lang: str = "") -> Span:
    """A date as people read it and as machines do, marked with its language if that is not the page's."""
    return Span(text=text, datetime=datetime, lang=lang) if lang else Span(text=text, datetime=datetime)


def words(text: str, lang: str = "", *, href: str = "") -> PrintedLine:
    """A line of one span, marked with its language if it is not the page's; [] without text."""
    span = Span(text=text)
    if href:
        span["href"] = href
    if lang:
        span["lang"] = lang
    return [span] if text else []


def language_name(code: str, language: str, page: str, case: Literal["", "from"] = "") -> PrintedLine:
    """The name of a language inside a sentence in `language`; where that has no name for it, the English one, marked.

    `page`: the language of the page. `case`: see `prose.languages.name_in`.
    """
    spoken = language if has_names_in(language) else "en"
    return words(name_in(code, spoken, case), "" if serves(spoken, page) else spoken)


def merged(line: Iterable[Span]) -> PrintedLine:
    """The line without empty spans, and with neighbours that are plain text made one."""
    return _merge([span for span in line if span["text"]], _is_plain)


def without_links(line: Iterable[Span]) -> PrintedLine:
    """The line with its words and their languages alone."""
    kept = ("text", "lang", "within")
    return merged(Span(**{key: part[key] for key in kept if key in part}) for part in line)  # type: ignore[typeddict-item,literal-required]


def is_marked(line: Iterable[Span]) -> bool:
    """True if some words of the line are in another language than the page."""
    return any(span.get("lang") for span in line)


def join(groups: Sequence[Sequence[Span]], last: str | Span, *, between: str = ", ") -> PrintedLine:
    """The groups in one line, with `last` between the last two: "A", "A and B", "A, B and C"."""
    line: PrintedLine = []
    final = Span(text=last) if isinstance(last, str) else last
    for i, group in enumerate(groups):
        if i:
            line.append(final if i == len(groups) - 1 else Span(text=between))
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
            inside = Span(**between | {"href": link["href"]})
            if "lang" not in inside and (own := span.get("lang")) and own == link.get("lang"):
                inside["lang"] = own
            linked.append(inside)
        linked.append(span)
    return _merge(_with_closing_bracket(linked), _has_link)


def _continues_link(span: Span, link: Span, between: Span) -> bool:
    href = span.get("href")
    return bool(href) and _is_plain(between) and link.get("href") == href


def _with_closing_bracket(line: PrintedLine) -> PrintedLine:
    """The line with a bracket behind a link moved into it, if the link opens that bracket."""
    closed: PrintedLine = []
    for span in line:
        href = closed[-1].get("href") if closed else None
        inside = text(part for part in closed if part.get("href") == href)
        opened = _CLOSING.get(span["text"][:1], "")
        if href and _is_plain(span) and opened and inside.count(opened) > inside.count(span["text"][0]):
            closed.append(Span(**span | {"text": span["text"][0], "href": href}))
            span = Span(**span | {"text": span["text"][1:]})
        if span["text"]:
            closed.append(span)
    return closed


def _merge(line: PrintedLine, may_merge: Callable[[Span], object]) -> PrintedLine:
    """The line with neighbouring spans of a kind that differ in their text alone made one."""
    merged: PrintedLine = []
    for span in line:
        if merged and may_merge(span) and _differ_in_text_alone(merged[-1], span):
            merged[-1] = merged[-1] | {"text": merged[-1]["text"] + span["text"]}
        else:
            merged.append(span)
    return merged


def _is_plain(span: Span) -> bool:
    """True for plain text of the page, or of the sentence in another language that it stands in."""
    return span.keys() == {"text"} or (
        span.keys() == {"text", "lang", "within"} and span["lang"] == span["within"]
    )


def _has_link(span: Span) -> bool:
    return bool(span.get("href"))


def _differ_in_text_alone(one: Span, other: Span) -> bool:
    return {**one, "text": ""} == {**other, "text": ""}


def text(line: Iterable[Span]) -> str:
    """The line as plain text."""
    return "".join(span["text"] for span in line)


def html(line: Iterable[Span]) -> str:
    """The line as inline HTML, escaped.

    A sentence in another language is one element, and so are neighbouring spans with the same link.
    """
    sentences = groupby(line, key=lambda span: span.get("within", ""))
    return "".join(_sentence(language, list(spans)) for language, spans in sentences)


def _sentence(language: str, line: PrintedLine) -> str:
    parts = (list(spans) for _, spans in groupby(line, key=_link_of))
    inside = "".join(_link(spans) if spans[0].get("href") else "".join(map(_html, spans)) for spans in parts)
    return f"<span{language_attributes(language)}>{inside}</span>" if language else inside


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
    attributes = _language_of(span)
    if "datetime" in span:
        attributes = {"datetime": span["datetime"], **attributes}
        return f"<time{_written(attributes)}>{escape(span['text'])}</time>"
    return f"<span{_written(attributes)}>{_titled(span)}</span>" if attributes else _titled(span)


def _titled(span: Span) -> str:
    text = escape(span["text"])
    return f"<cite>{text}</cite>" if span.get("is_title") else text


def _language_of(span: Span) -> dict[str, str | None]:
    """The attributes of words in another language than their sentence; `dir` isolates them from the words around."""
    lang = span.get("lang")
    if not lang or lang == span.get("within"):
        return {}
    return {"lang": lang, "dir": "auto" if lang not in BY_CODE else direction(lang)}


def language_attributes(language: str) -> str:
    """' lang="ar" dir="rtl"' for an element of words in another language; "" for the page's own."""
    return _written(_language_of(Span(text="", lang=language)))


def _written(attributes: Mapping[str, str | None]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)

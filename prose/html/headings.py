"""Headings of a body, and lines printed below them: in a round-up, the authors of each part."""

from collections import Counter
from collections.abc import Mapping, Sequence

from lxml import etree

from prose.html.allowed import NOTE, NOTE_MARK
from prose.html.tree import Element, inner_html, parse, parse_printed

_HEADINGS = ("h2", "h3", "h4")
_STRAIGHT = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")


def headings(html: str) -> Counter[str]:
    """How often each heading stands in a body, by its key; empty ones are left out."""
    keys = (_key(heading) for heading in parse(html).iter(*_HEADINGS)) if html else ()
    return Counter(key for key in keys if key)


def heading_key(words: str) -> str:
    """The words of a heading as they are compared: capitals, spaces and the shape of quotation marks do not count."""
    return " ".join(words.translate(_STRAIGHT).casefold().split())


def with_lines(html: str, lines: Mapping[str, Sequence[str]]) -> str:
    """A printed body with lines added below headings.

    `lines`: key of a heading -> inline HTML for the first heading of these words, for the second, and so on.
    """
    if not lines or not html:
        return html
    body = parse_printed(html)
    waiting = {key: list(some) for key, some in lines.items()}
    for heading in list(body.iter(*_HEADINGS)):
        if here := waiting.get(_key(heading)):
            paragraph = etree.fromstring(f'<p class="byline">{here.pop(0)}</p>')
            paragraph.tail, heading.tail = heading.tail, None
            heading.addnext(paragraph)
    return inner_html(body)


def _key(heading: Element) -> str:
    """The key of a heading in a stored or printed body; its notes and their marks are not words of it."""
    return heading_key("".join(_texts(heading)))


def _texts(element: Element) -> list[str]:
    texts = [element.text or ""]
    for child in element:
        is_note = NOTE in child.attrib or child.get("class") == NOTE_MARK
        texts += [*([] if is_note else _texts(child)), child.tail or ""]
    return texts

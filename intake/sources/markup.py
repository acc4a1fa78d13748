"""One block's markup: its words, its links, and cuts in it that leave the rest as it is."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from html import unescape

import lxml.html

from intake.patterns import Pattern
from intake.sources.manuscript import SourceBlock
from prose.typography import clean_line

_TAG = Pattern(r'<(?:[^>"]|"[^"]*")*>')
_PLAIN = Pattern(r"<(p|h[2-4])>([^<]*)</\1>")


def running_text(html: str) -> str:
    """The words in one line, without notes; breaks and cells part words."""
    if plain := _PLAIN.fullmatch(html):  # most paragraphs: not worth a parser
        return clean_line(unescape(plain[2]))
    element = lxml.html.fragment_fromstring(html, create_parent="div")
    for note in element.xpath(".//span[@data-footnote]"):
        note.drop_tree()
    for inner in element.iter("br", "li", "p", "td", "th", "tr", "caption"):
        inner.tail = "\n" + (inner.tail or "")
    return clean_line(element.text_content())


def words_of_html(html: str) -> str:
    """All characters of a block, notes included, for counting."""
    return unescape(_TAG.sub(lambda _: "", html))


def first_link(html: str) -> str:
    """The address of the first link; empty without one."""
    for link in lxml.html.fragment_fromstring(html, create_parent="div").iter("a"):
        return link.get("href") or ""
    return ""


def links_of(html: str) -> list[tuple[str, str]]:
    """(words, address) of every link."""
    if "<a" not in html:
        return []
    links = lxml.html.fragment_fromstring(html, create_parent="div").iter("a")
    return [(clean_line(link.text_content()), link.get("href") or "") for link in links]


def lines_of(block: SourceBlock, *, doubled: bool = False) -> list[SourceBlock]:
    """The block cut at its line breaks, or only at doubled ones; a block without any stays whole."""
    if "<br" not in block.html:
        return [block]
    element = lxml.html.fragment_fromstring(block.html, create_parent="div")
    if len(element) != 1 or (element[0].tag != "p" and not str(element[0].tag).startswith("h")):
        return [block]
    pieces = [(piece, text) for piece in _cut(element[0], doubled) if (text := running_text(piece))]
    if len(pieces) < 2:
        return [block]
    return [replace(block, html=piece, text=text) for piece, text in pieces]


def _cut(element: lxml.html.HtmlElement, doubled: bool) -> list[str]:
    """Markup of the pieces between line breaks, each in an element of its own."""
    pieces = [lxml.html.Element(element.tag)]
    pieces[0].text = element.text
    children = list(element)
    for number, child in enumerate(children):
        if child.tag == "br" and (not doubled or _is_doubled(children, number)):
            pieces.append(lxml.html.Element(element.tag))
            pieces[-1].text = (child.tail or "").lstrip()
        else:
            pieces[-1].append(deepcopy(child))
    return [lxml.html.tostring(piece, encoding="unicode") for piece in pieces]


def _is_doubled(children: list[lxml.html.HtmlElement], number: int) -> bool:
    here = children[number]
    before = children[number - 1] if number else None
    after = children[number + 1] if number + 1 < len(children) else None
    follows = before is not None and before.tag == "br" and not (before.tail or "").strip()
    leads = after is not None and after.tag == "br" and not (here.tail or "").strip()
    return follows or leads


def without_prefix(block: SourceBlock, prefix: str) -> SourceBlock:
    """The block without the words `prefix` that it begins with; the markup of the rest is kept."""
    element = lxml.html.fragment_fromstring(block.html)
    left = len("".join(prefix.split()))
    for node, is_tail in _strings(element):
        words = (node.tail if is_tail else node.text) or ""
        cut = 0
        while cut < len(words) and left:
            left -= not words[cut].isspace()
            cut += 1
        if is_tail:
            node.tail = words[cut:]
        else:
            node.text = words[cut:]
        if not left:
            break
    _drop_empty_start(element)
    element.text = (element.text or "").lstrip() or None
    html = lxml.html.tostring(element, encoding="unicode")
    return replace(block, html=html, text=running_text(html))


def _strings(element: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, bool]]:
    """(element, is_tail) of every text and tail in reading order."""
    yield element, False
    for child in element:
        yield from _strings(child)
        yield child, True


def _drop_empty_start(element: lxml.html.HtmlElement) -> None:
    """Drop elements at the beginning that cutting left empty, such as <strong></strong>."""
    while not (element.text or "").strip() and len(element):
        first = element[0]
        if first.tag != "br" and (len(first) or (first.text or "").strip()):
            break
        first.drop_tree()

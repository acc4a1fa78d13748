"""The plain text of a body, for search, word counts and descriptions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from prose.html.allowed import BLOCKS, CELLS, NOTE
from prose.html.tree import Element, parse, take_out
from prose.words import WORD

# Separators while parts are collected: characters that no text holds, the weakest last.
_PARAGRAPH, _LINE, _CELL = "\x1d", "\x1e", "\x1f"
_BREAKS = {"br": _LINE, "li": _LINE, "tbody": _LINE, "tr": _LINE, "td": _CELL, "th": _CELL}
_ITEMS = CELLS | {"li"}


@lru_cache(maxsize=4)  # printing a page needs the text and its word count
def plain_text(html: str, *, notes: bool = False, captions: bool = True) -> str:
    """The text of a body: an empty line between paragraphs, a line each for items and rows, `notes` at the end."""
    body = parse(html)
    for caption in [] if captions else list(body.iter("figcaption", "caption")):
        take_out(caption)
    blocks = [_join(_parts(body))]
    if notes:
        blocks += [_join(_parts(note, inside=True)) for note in body.iter("span") if NOTE in note.attrib]
    return "\n\n".join(block for block in blocks if block)


def word_count(html: str) -> int:
    """Number of words without endnotes and captions; in scripts without spaces, of characters."""
    text = plain_text(html, captions=False) if "caption" in html else plain_text(html)
    return len(WORD.findall(text))


def _parts(node: Element, *, inside: bool = False) -> Iterator[str]:
    if node.tag == "span" and NOTE in node.attrib and not inside:
        return
    before, after = _edges(node)
    yield before
    yield node.text or ""
    for child in node:
        yield from _parts(child)
        yield child.tail or ""
    yield after


def _edges(node: Element) -> tuple[str, str]:
    """Separators before and after an element."""
    if node.tag == "br":
        return _LINE, ""
    edge = _BREAKS.get(node.tag, _PARAGRAPH if node.tag in BLOCKS else "")
    parent = node.getparent()
    if edge != _PARAGRAPH or parent is None or parent.tag not in _ITEMS:
        return edge, edge
    # The first and last paragraph of an item or cell take its edges; between its paragraphs are line breaks.
    return _LINE if node.getprevious() is not None else "", _LINE if node.getnext() is not None else ""


def _join(parts: Iterator[str]) -> str:
    """The parts joined: the strongest of neighbouring separators wins, and every space is a plain one."""

    def strongest(run: re.Match[str]) -> str:
        if _PARAGRAPH in run[0]:
            return "\n\n"
        return "\n" if _LINE in run[0] else "\t"

    return re.sub(r" *[\x1d-\x1f][ \x1d-\x1f]*", strongest, "".join(parts).replace("\xa0", " ")).strip()

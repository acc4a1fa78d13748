"""A body as plain words: for search, for counting, for descriptions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from prose.html.allowed import BLOCKS, CELLS, NOTE
from prose.html.tree import Element, parse

# Breaks while the pieces are gathered: characters that no text holds, weakest last.
_PARAGRAPH, _LINE, _CELL = "\x1d", "\x1e", "\x1f"
_BREAKS = {"br": _LINE, "li": _LINE, "tbody": _LINE, "tr": _LINE, "td": _CELL, "th": _CELL}
_ITEMS = CELLS | {"li"}
# Scripts written without spaces: each character of Han, kana, Thai, Lao, Khmer and Myanmar counts as a word.
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}](?:[^\s{_UNSPACED}\u2013\u2014/]*[^\W{_UNSPACED}])?")


@lru_cache(maxsize=4)  # a page that is printed asks for its words and for their number
def plain_text(html: str, *, notes: bool = False) -> str:
    """The words of a body, paragraphs an empty line apart, items and rows a line; with ``notes``, these at the end."""
    body = parse(html)
    blocks = [_joined(_pieces(body))]
    if notes:
        blocks += [_joined(_pieces(note, inside=True)) for note in body.iter("span") if NOTE in note.attrib]
    return "\n\n".join(block for block in blocks if block)


def word_count(html: str) -> int:
    """Words of the running text, notes left out; where a script has no spaces, its characters."""
    return len(WORD.findall(plain_text(html)))


def _pieces(node: Element, *, inside: bool = False) -> Iterator[str]:
    if node.tag == "span" and NOTE in node.attrib and not inside:
        return
    before, after = _edges(node)
    yield before
    yield node.text or ""
    for child in node:
        yield from _pieces(child)
        yield child.tail or ""
    yield after


def _edges(node: Element) -> tuple[str, str]:
    """What separates an element from the words before and after it."""
    if node.tag == "br":
        return _LINE, ""
    edge = _BREAKS.get(node.tag, _PARAGRAPH if node.tag in BLOCKS else "")
    parent = node.getparent()
    if edge != _PARAGRAPH or parent is None or parent.tag not in _ITEMS:
        return edge, edge
    # In an item or cell the first and last paragraph have its own edges; what comes between are lines of it.
    return _LINE if node.getprevious() is not None else "", _LINE if node.getnext() is not None else ""


def _joined(pieces: Iterator[str]) -> str:
    """The pieces with every run of breaks drawn together into its strongest, and every space a plain one."""

    def strongest(run: re.Match[str]) -> str:
        if _PARAGRAPH in run[0]:
            return "\n\n"
        return "\n" if _LINE in run[0] else "\t"

    return re.sub(r" *[\x1d-\x1f][ \x1d-\x1f]*", strongest, "".join(pieces).replace("\xa0", " ")).strip()

"""Direction of writing inside a printed text: a paragraph of another script runs its own way.

Computed when a page or feed is drawn, not when the text is printed: so editions printed before this rule show it too,
no stored edition changes, and no page counts as changed. ``dir="auto"`` would go by the first letter alone: "NATO"
would turn an Arabic paragraph around.
"""

import re
import unicodedata
from collections import Counter
from typing import Literal

from prose.html.tree import Element, inner_html, parse_printed

Direction = Literal["ltr", "rtl"]

_LEAVES = frozenset({"p", "h2", "h3", "h4", "li", "td", "th", "pre", "figcaption", "caption"})
_HOLDERS = frozenset({"ul", "ol", "table", "blockquote", "aside"})
_BLOCKS = _LEAVES | _HOLDERS
_ADDRESS = re.compile(r"\w+://\S+|www\.\S+|\S+@\S+")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def with_directions(html: str, base: str) -> str:
    """Printed HTML with `dir` on each block whose letters mostly run against `base`, the direction of the piece.

    Letters of web and mail addresses do not count. A list, table or quotation turns only as a whole.
    """
    if not html or (base == "ltr" and not _RIGHT_TO_LEFT.search(html)):
        return html
    body = parse_printed(html)
    _mark(body, base)
    return inner_html(body)


def direction_of(text: str, base: str) -> str:
    """The direction of one line of plain text, "" where it runs like `base`, the direction of the piece."""
    own = _majority(text)
    return own if own and own != base else ""


def _mark(node: Element, around: str) -> None:
    for child in node:
        own = _own(child) or around if child.tag in _BLOCKS else around
        if own != around:
            child.set("dir", own)
        _mark(child, own)


def _own(block: Element) -> Direction | None:
    """The direction of most letters of a block; None without letters, and for a list or table of several directions."""
    if block.tag in _LEAVES:
        return _majority("".join(map(str, block.itertext())))
    found = {own for inner in block.iter(*_LEAVES) if (own := _own(inner))}
    return found.pop() if len(found) == 1 else None


def _majority(text: str) -> Direction | None:
    ways = Counter(unicodedata.bidirectional(character) for character in _ADDRESS.sub(" ", text))
    right, left = ways["L"], ways["R"] + ways["AL"]
    return "ltr" if right > left else "rtl" if left > right else None

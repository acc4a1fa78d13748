"""One shape for every body, so that two ways of writing the same text are stored alike.

It is the shape the editor writes: text stands in paragraphs, also in lists, quotes and table cells; a table has one
body; empty paragraphs, empty marks and attributes that say nothing are gone. Safety is not made here: the cleaner
runs before and after.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from prose.html.allowed import BLOCKS, CELLS, HEADINGS, LISTS, MARKS, NOTE, PULL_QUOTE, SAME_AS
from prose.html.inline import BREAK, Run, composed, written
from prose.html.tree import Element
from prose.links import is_safe_href
from prose.typography import clean_line

_BREAKS = re.compile(f"(?:{BREAK})+")


class Block(NamedTuple):
    """A block of HTML; an empty one only ends the line before it."""

    html: str = ""


Piece = Run | Block


class Around(NamedTuple):
    """What is open around a stretch of text: marks, also those outside its block, and whether it is a note."""

    marks: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    is_note: bool = False

    def within(self, name: str, mark: str) -> "Around":
        return self._replace(marks=(*self.marks, mark), names=self.names | {name})


def shape(body: Element) -> str:
    """The HTML of everything in ``body``, in the one shape."""
    return _flow(body, Around())


def _flow(node: Element, around: Around) -> str:
    return "".join(_lines(_pieces(node, around), "p"))


def _lines(pieces: Iterable[Piece], tag: str) -> Iterator[str]:
    """Blocks as they are; the runs between them, each stretch in ``tag``."""
    runs: list[Run] = []
    for piece in (*pieces, Block()):
        if isinstance(piece, Run):
            runs.append(piece)
            continue
        if line := written(runs):
            yield f"<{tag}>{line}</{tag}>"
        runs.clear()
        if piece.html:
            yield piece.html


def _pieces(node: Element, around: Around) -> Iterator[Piece]:
    yield Run(around.marks, node.text or "")
    for child in node:
        yield from _element(child, around)
        yield Run(around.marks, child.tail or "")


def _element(node: Element, around: Around) -> Iterator[Piece]:
    tag = SAME_AS.get(node.tag, node.tag)
    if tag == "br":
        yield Run(around.marks, element=BREAK)
    elif tag == "span" and NOTE in node.attrib and not around.is_note:
        if inner := written(piece for piece in _pieces(node, Around(is_note=True)) if isinstance(piece, Run)):
            yield Run(around.marks, element=f'<span {NOTE}="">{_BREAKS.sub(BREAK, inner)}</span>')
    elif tag in MARKS or tag == "span":
        yield from _pieces(node, _marked(node, tag, around))
    elif around.is_note:
        yield Run((), element=BREAK)
        yield from _pieces(node, around)
        yield Run((), element=BREAK)
    else:
        yield Block()
        yield from _block(node, tag, around)
        yield Block()


def _marked(node: Element, tag: str, around: Around) -> Around:
    """What is open inside an inline element."""
    mark = _start_of_link(node) if tag == "a" else f"<{tag}>"
    # A <b> around whole blocks is how one word processor wraps its clipboard; it does not mean bold.
    is_wrapper = node.tag == "b" and any(child.tag in BLOCKS for child in node.iterdescendants())
    if tag == "span" or tag in around.names or not mark or is_wrapper:
        return around
    return around.within(tag, mark)


def _start_of_link(node: Element) -> str:
    """The start tag with what is worth keeping; "" when the address is not, for then there is no link."""
    href = node.get("href", "").strip(" \n")
    title, language = clean_line(node.get("title", "")), node.get("hreflang", "")
    if not re.fullmatch(r"[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*", language):
        language = ""
    return _start_tag("a", href=href, title=title, hreflang=language) if is_safe_href(href) else ""


def _start_tag(tag: str, **attributes: str) -> str:
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    return f"<{tag}{said}>"


def _block(node: Element, tag: str, around: Around) -> Iterator[Piece]:
    if tag == "p" or tag in HEADINGS:
        yield from (Block(line) for line in _lines(_pieces(node, around), tag))
    elif tag == "hr":
        yield Block("<hr>")
    elif tag == "pre":
        code = composed("".join(str(text) for text in node.itertext())).strip("\n")
        yield Block(f"<pre><code>{escape(code, quote=False)}</code></pre>" if code.strip() else "")
    elif tag in LISTS:
        yield Block(_list(node, tag, around))
    elif tag == "table":
        yield from _table(node, around)
    elif tag == "blockquote" or (tag == "aside" and PULL_QUOTE in node.get("class", "").split()):
        inner = _flow(node, around)
        start = f'<aside class="{PULL_QUOTE}">' if tag == "aside" else "<blockquote>"
        yield Block(f"{start}{inner}</{tag}>" if inner else "")
    else:
        yield from _pieces(node, around)


def _list(node: Element, tag: str, around: Around) -> str:
    items: list[str] = []
    for child in node:
        if child.tag == "li":
            items.append(_flow(child, around))
        elif child.tag in LISTS and items:
            # Older word processors put an inner list beside its item, not into it.
            items[-1] += _list(child, child.tag, around)
        else:
            items.append("".join(_lines(_element(child, around), "p")))
    start = _number(node.get("start"), -9999, 9999) if tag == "ol" else ""
    inner = "".join(f"<li>{_opened(item)}</li>" for item in items if item)
    return f"{_start_tag(tag, start='' if start == '1' else start)}{inner}</{tag}>" if inner else ""


def _opened(item: str) -> str:
    """An item begins with a paragraph, be it an empty one: that is where the editor puts its bullet."""
    return item if item.startswith("<p>") else f"<p></p>{item}"


def _table(node: Element, around: Around) -> Iterator[Piece]:
    """One body of rows; a caption becomes the paragraph before the table, where the editor can show it."""
    rows = []
    for part in node.iterdescendants("tr"):
        if next(part.iterancestors("table"), None) is node:
            cells = "".join(_cell(cell, around) for cell in part if cell.tag in CELLS)
            rows.append(f"<tr>{cells}</tr>" if cells else "")
    for child in node:
        if child.tag == "caption":
            yield from (Block(line) for line in _lines(_pieces(child, around), "p"))
    inner = "".join(rows)
    yield Block(f"<table><tbody>{inner}</tbody></table>" if inner else "")


def _cell(node: Element, around: Around) -> str:
    spans = {name: _number(node.get(name), 2, 100) for name in ("colspan", "rowspan")}
    scope = node.get("scope", "") if node.tag == "th" else ""
    said = scope if scope in {"col", "row", "colgroup", "rowgroup"} else ""
    return f"{_start_tag(node.tag, **spans, scope=said)}{_flow(node, around)}</{node.tag}>"


def _number(text: str | None, least: int, most: int) -> str:
    if not text or not re.fullmatch(r"-?[0-9]{1,5}", text) or not least <= int(text) <= most:
        return ""
    return str(int(text))

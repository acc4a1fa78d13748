"""One shape for every body, so that two ways of writing the same text are stored alike.

It is the shape the editor writes: text stands in paragraphs, also in lists, quotes and table cells; a table has one
body; empty paragraphs, empty marks and attributes that say nothing are gone. Safety is not made here: the cleaner
runs before and after.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from prose.allowed import BLOCKS, CELLS, HEADINGS, LISTS, MARKS, NOTE, PULL_QUOTE, SAME_AS
from prose.links import is_safe_href
from prose.tree import Element
from prose.typography import clean_line

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HEAD = re.compile(r"(?:[ \xa0]|<br>)*")
_TAIL_REVERSED = re.compile(r"(?:[ \xa0]|>rb<)*")
# Marks that end where they begin again, and marks around nothing.
_SEAM = re.compile(r"</(strong|em|sub|sup|s|u|code)><\1>|<(strong|em|sub|sup|s|u)></\2>")
_NOTES = re.compile(rf'<span {NOTE}="">.*?</span>', re.DOTALL)
_STRAY_STROKE = re.compile("(?<![^ \xa0\n])\u0338+")
_NOTE_OPEN = f'<span {NOTE}="">'


class Piece(NamedTuple):
    """A stretch of HTML: part of a line, or a block of its own (an empty one only ends the line)."""

    is_block: bool
    html: str


class Around(NamedTuple):
    """What is open around a stretch: marks to repeat inside blocks, and the names not to open again."""

    marks: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()

    def within(self, name: str, mark: str | None = None) -> "Around":
        return Around(self.marks + ((mark,) if mark else ()), self.names | {name})

    def wrap(self, html: str) -> str:
        for mark in reversed(self.marks):
            html = _marked(mark, html)
        return html


END_OF_LINE = Piece(True, "")


def shape(body: Element) -> str:
    """The HTML of everything in ``body``, in the one shape."""
    return _flow(body, Around())


def _flow(node: Element, around: Around) -> str:
    return "".join(_lines(_pieces(node, around), "p"))


def _pieces(node: Element, around: Around) -> Iterator[Piece]:
    yield Piece(False, around.wrap(_text(node.text)))
    for child in node:
        yield from _element(child, around)
        yield Piece(False, around.wrap(_text(child.tail)))


def _element(node: Element, around: Around) -> Iterator[Piece]:
    tag = SAME_AS.get(node.tag, node.tag)
    if tag == "br":
        yield Piece(False, "<br>")
    elif tag in MARKS or tag == "span":
        yield from _inline(node, tag, around)
    else:
        yield END_OF_LINE
        yield from _block(node, tag, around)
        yield END_OF_LINE


def _inline(node: Element, tag: str, around: Around) -> Iterator[Piece]:
    mark = _opening(node, tag)
    if tag == "span" and mark and tag not in around.names:
        yield Piece(False, around.wrap(_note(node)))
    elif any(child.tag in BLOCKS for child in node.iterdescendants()):
        # A <b> around whole blocks is how one word processor wraps its clipboard; it does not mean bold.
        is_wrapper = node.tag == "b" or mark is None or tag in around.names
        yield from _pieces(node, around if is_wrapper else around.within(tag, mark))
    elif mark is None or tag == "span" or tag in around.names:
        yield from _pieces(node, around)
    else:
        inner = "".join(piece.html for piece in _pieces(node, Around(names=around.names | {tag})))
        yield Piece(False, around.wrap(_marked(mark, inner)))


def _marked(mark: str, inner: str) -> str:
    """``inner`` in its mark, bare where nothing would be seen of it. Notes leave links: a link in a link is none."""
    tag = mark[1:-1].partition(" ")[0]
    notes = "".join(_NOTES.findall(inner)) if tag in {"a", "code"} else ""
    line = _joined(_NOTES.sub("", inner)) if notes else inner
    if tag == "code":
        line = _BLANKS.sub(" ", re.sub(r"<[^>]*>", "", line))
    if not re.sub(r"<br>|[ \xa0]", "", line):
        return line + notes
    return f"{mark}{line}</{tag}>{notes}"


def _note(node: Element) -> str:
    inner = "<br>".join(_note_lines(_pieces(node, Around(names=frozenset({"span"})))))
    return f"{_NOTE_OPEN}{inner}</span>" if inner else ""


def _note_lines(pieces: Iterable[Piece]) -> Iterator[str]:
    for line in _lines(pieces, ""):
        text = re.sub(
            r"</?(?:p|h[2-4]|ul|ol|li|blockquote|aside|pre|table|tbody|tr|th|td)\b[^>]*>|<hr>", " ", line
        )
        if text := _trimmed(_BLANKS.sub(" ", text)):
            yield text


def _opening(node: Element, tag: str) -> str | None:
    """The start tag with the attributes that mean something; None when without them there is no mark."""
    if tag == "span":
        return _NOTE_OPEN if NOTE in node.attrib else None
    if tag != "a":
        return f"<{tag}>"
    href = node.get("href", "").strip(" \n")
    if not is_safe_href(href):
        return None
    title, language = clean_line(node.get("title", "")), node.get("hreflang", "")
    if not re.fullmatch(r"[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*", language):
        language = ""
    return _start_tag("a", href=href, title=title, hreflang=language)


def _start_tag(tag: str, **attributes: str) -> str:
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    return f"<{tag}{said}>"


def _block(node: Element, tag: str, around: Around) -> Iterator[Piece]:
    if tag == "p" or tag in HEADINGS:
        yield from (Piece(True, line) for line in _lines(_pieces(node, around), tag))
    elif tag == "hr":
        yield Piece(True, "<hr>")
    elif tag == "pre":
        code = _composed("".join(str(text) for text in node.itertext())).strip("\n")
        yield Piece(True, f"<pre><code>{escape(code, quote=False)}</code></pre>" if code.strip() else "")
    elif tag in LISTS:
        yield Piece(True, _list(node, tag, around))
    elif tag == "table":
        yield from _table(node, around)
    elif tag == "blockquote" or (tag == "aside" and PULL_QUOTE in node.get("class", "").split()):
        inner = _flow(node, around)
        start = f'<aside class="{PULL_QUOTE}">' if tag == "aside" else "<blockquote>"
        yield Piece(True, f"{start}{inner}</{tag}>" if inner else "")
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
    inner = "".join(f"<li>{item}</li>" for item in items if item)
    return f"{_start_tag(tag, start='' if start == '1' else start)}{inner}</{tag}>" if inner else ""


def _table(node: Element, around: Around) -> Iterator[Piece]:
    """One body of rows; a caption becomes the paragraph before the table, where the editor can show it."""
    rows = []
    for part in node.iterdescendants("tr"):
        if next(part.iterancestors("table"), None) is node:
            cells = "".join(_cell(cell, around) for cell in part if cell.tag in CELLS)
            rows.append(f"<tr>{cells}</tr>" if cells else "")
    for child in node:
        if child.tag == "caption":
            yield from (Piece(True, line) for line in _lines(_pieces(child, around), "p"))
    inner = "".join(rows)
    yield Piece(True, f"<table><tbody>{inner}</tbody></table>" if inner else "")


def _cell(node: Element, around: Around) -> str:
    spans = {name: _number(node.get(name), 2, 100) for name in ("colspan", "rowspan")}
    scope = node.get("scope", "") if node.tag == "th" else ""
    said = scope if scope in {"col", "row", "colgroup", "rowgroup"} else ""
    return f"{_start_tag(node.tag, **spans, scope=said)}{_flow(node, around)}</{node.tag}>"


def _number(text: str | None, least: int, most: int) -> str:
    if not text or not re.fullmatch(r"-?[0-9]{1,5}", text) or not least <= int(text) <= most:
        return ""
    return str(int(text))


def _lines(pieces: Iterable[Piece], tag: str) -> Iterator[str]:
    """Blocks as they are; the stretches between them trimmed, each in ``tag`` (bare if that is empty)."""
    line: list[str] = []
    for piece in (*pieces, END_OF_LINE):
        if not piece.is_block:
            line.append(piece.html)
            continue
        if text := _trimmed("".join(line)):
            yield f"<{tag}>{text}</{tag}>" if tag else text
        line.clear()
        if piece.html:
            yield piece.html


def _trimmed(line: str) -> str:
    line = _BLANKS.sub(" ", _joined(line))
    line = line[_HEAD.match(line).end() :]  # type: ignore[union-attr]
    return line[: len(line) - _TAIL_REVERSED.match(line[::-1]).end()]  # type: ignore[union-attr]


def _joined(line: str) -> str:
    while (joined := _SEAM.sub("", line)) != line:
        line = joined
    return line


def _text(text: str | None) -> str:
    return escape(_BLANKS.sub(" ", _composed(text or "")), quote=False)


def _composed(text: str) -> str:
    """NFC, which must never reach across a tag: a stroke that could come to join the ">" of one is dropped."""
    return _STRAY_STROKE.sub("", unicodedata.normalize("NFC", text))

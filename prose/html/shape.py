"""The canonical form of a body, so that two ways of writing the same text are stored alike.

It is the form that the editor writes: text is in paragraphs, also inside lists, quotes and table cells; a table has
one body; empty paragraphs, empty marks and useless attributes are removed. This module does not make HTML safe: the
cleaner runs before and after it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from typing import NamedTuple

from prose.html.allowed import (
    BLOCKS,
    CELLS,
    DROP_CAP,
    HEADINGS,
    LISTS,
    MARKS,
    NOTE,
    NOTE_AGAIN,
    PULL_QUOTE,
    SAME_AS,
)
from prose.html.figures import Figure, figure_of, lift_figures
from prose.html.inline import BREAK, TextRun, compose, line_html
from prose.html.targets.embeds import EMBED, embed_of
from prose.html.targets.own_links import is_own_href
from prose.html.tree import Element, take_out
from prose.links import is_safe_href
from prose.typography import clean_line

_BREAKS = re.compile(f"(?:{BREAK})+")


class BlockHtml(NamedTuple):
    """The HTML of a block; an empty one only ends the line before it."""

    html: str = ""


RunOrBlock = TextRun | BlockHtml


class Context(NamedTuple):
    """The marks open at a place of the tree, those outside its block included, and whether it is inside an endnote."""

    marks: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    is_note: bool = False

    def within(self, name: str, mark: str) -> "Context":
        return self._replace(marks=(*self.marks, mark), names=self.names | {name})


def shape(body: Element) -> str:
    """The HTML inside ``body`` in canonical form."""
    lift_figures(body)
    return _flow(body, Context())


def _flow(node: Element, context: Context) -> str:
    return "".join(_lines(_parts(node, context), "p"))


def _lines(parts: Iterable[RunOrBlock], tag: str) -> Iterator[str]:
    """Blocks unchanged; the runs between two blocks as one line in ``tag``."""
    runs: list[TextRun] = []
    for part in (*parts, BlockHtml()):
        if isinstance(part, TextRun):
            runs.append(part)
            continue
        if line := line_html(runs):
            yield f"<{tag}>{line}</{tag}>"
        runs.clear()
        if part.html:
            yield part.html


def _parts(node: Element, context: Context) -> Iterator[RunOrBlock]:
    yield TextRun(context.marks, node.text or "")
    for child in node:
        yield from _element(child, context)
        yield TextRun(context.marks, child.tail or "")


def _element(node: Element, context: Context) -> Iterator[RunOrBlock]:
    tag = SAME_AS.get(node.tag, node.tag)
    if tag == "br":
        yield TextRun(context.marks, element=BREAK)
    elif tag == "img":
        return
    elif tag == "span" and NOTE in node.attrib and not context.is_note:
        if inner := _one_line(node):
            again = NOTE_AGAIN if node.get(NOTE) == NOTE_AGAIN else ""
            yield TextRun(context.marks, element=f'<span {NOTE}="{again}">{inner}</span>')
    elif tag in MARKS or tag == "span":
        yield from _parts(node, _context_inside(node, tag, context))
    elif context.is_note:
        yield TextRun((), element=BREAK)
        yield from _parts(node, context)
        yield TextRun((), element=BREAK)
    else:
        yield BlockHtml()
        yield from _block(node, tag, context)
        yield BlockHtml()


def _one_line(node: Element) -> str:
    """The words of a note or caption, with line breaks for what would be blocks, and the words of notes in it."""
    parts = _parts(node, Context(is_note=True))
    return _BREAKS.sub(BREAK, line_html(part for part in parts if isinstance(part, TextRun)))


def _context_inside(node: Element, tag: str, context: Context) -> Context:
    """The context inside an inline element."""
    mark = _start_of_link(node) if tag == "a" else f"<{tag}>"
    # One word processor wraps its clipboard in a <b> around whole blocks, which does not mean bold.
    is_wrapper = node.tag == "b" and any(child.tag in BLOCKS for child in node.iterdescendants())
    if tag == "span" or tag in context.names or not mark or is_wrapper:
        return context
    return context.within(tag, mark)


def _start_of_link(node: Element) -> str:
    """The start tag of a link with its useful attributes; "" for an unsafe address, which is no link."""
    href = node.get("href", "").strip(" \n")
    title, language = clean_line(node.get("title", "")), node.get("hreflang", "")
    if not re.fullmatch(r"[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*", language):
        language = ""
    return (
        _start_tag("a", href=href, title=title, hreflang=language)
        if is_safe_href(href) or is_own_href(href)
        else ""
    )


def _start_tag(tag: str, **attributes: str) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    return f"<{tag}{written}>"


def _code(node: Element) -> str:
    """The lines of a block of code, however they were parted."""
    for part in node.iter("br", "p", "div", "li", "tr"):
        if part.tag == "br":
            part.text = "\n"
        else:
            part.tail = f"\n{part.tail or ''}"
    return compose("".join(map(str, node.itertext()))).strip("\n")


def _block(node: Element, tag: str, context: Context) -> Iterator[RunOrBlock]:
    if tag == "p" or tag in HEADINGS:
        lines = list(_lines(_parts(node, context), tag))
        if lines and _has_drop_cap(node):
            lines[0] = lines[0].replace("<p>", f'<p class="{DROP_CAP}">', 1)
        yield from map(BlockHtml, lines)
    elif tag == "hr":
        yield BlockHtml("<hr>")
    elif tag == "pre":
        code = _code(node)
        yield BlockHtml(f"<pre><code>{escape(code, quote=False)}</code></pre>" if code.strip() else "")
    elif figure := figure_of(node):
        yield from _figure(figure, node, context)
    elif tag in LISTS:
        yield BlockHtml(_list(node, tag, context))
    elif tag == "table":
        yield from _table(node, context)
    elif start := _start_of_holder(node, tag):
        inner = _flow(node, context)
        yield BlockHtml(f"{start}{inner}</{tag}>" if inner else "")
    else:
        yield from _parts(node, context)


def _has_drop_cap(node: Element) -> bool:
    parent = node.getparent()
    return DROP_CAP in node.get("class", "").split() and parent is not None and parent.tag == "body"


def _start_of_holder(node: Element, tag: str) -> str:
    """The start tag of a quotation, a pull quote or an embed; "" for anything else."""
    if tag == "aside" and embed_of(node.get(EMBED, "")):
        return _start_tag("aside", **{EMBED: node.get(EMBED, "")})
    if tag == "aside" and PULL_QUOTE in node.get("class", "").split():
        return f'<aside class="{PULL_QUOTE}">'
    return "<blockquote>" if tag == "blockquote" else ""


def _figure(figure: Figure, node: Element, context: Context) -> Iterator[RunOrBlock]:
    """The figure with its first caption. Other words in it follow as paragraphs."""
    caption = next(node.iter("figcaption"), None)
    if caption is not None:
        figure = replace(figure, caption_html=_one_line(caption))
        take_out(caption)
    yield BlockHtml(figure.html)
    yield from _parts(node, context)


def _list(node: Element, tag: str, context: Context) -> str:
    if (
        len(node) == 1 and node[0].tag in LISTS
    ):  # some tools begin a deeper list so, without an item around it
        return _list(node[0], node[0].tag, context)
    items: list[str] = []
    for child in node:
        if child.tag == "li":
            items.append(_flow(child, context))
        elif child.tag in LISTS and items:
            # Older word processors put an inner list beside its item, not into it.
            items[-1] += _list(child, child.tag, context)
        else:
            items.append("".join(_lines(_element(child, context), "p")))
    start = _number(node.get("start"), -9999, 9999) if tag == "ol" else ""
    kind = node.get("type", "") if tag == "ol" else ""
    attributes = {"start": "" if start == "1" else start, "type": kind if kind in tuple("aAiI") else ""}
    inner = "".join(f"<li>{_item_html(item)}</li>" for item in items if item)
    return f"{_start_tag(tag, **attributes)}{inner}</{tag}>" if inner else ""


def _item_html(item: str) -> str:
    """The item with a paragraph at its start, if need be an empty one, because the editor puts its bullet there."""
    return item if item.startswith("<p>") else f"<p></p>{item}"


def _table(node: Element, context: Context) -> Iterator[RunOrBlock]:
    """The table with its caption, one line, and one body of rows. A caption without rows is a paragraph."""
    rows = []
    for row in node.iterdescendants("tr"):
        if next(row.iterancestors("table"), None) is node:
            cells = "".join(_cell(cell, context) for cell in row if cell.tag in CELLS)
            rows.append(f"<tr>{cells}</tr>" if cells else "")
    caption = next((line for child in node if child.tag == "caption" and (line := _one_line(child))), "")
    inner = "".join(rows)
    if not inner:
        yield BlockHtml(f"<p>{caption}</p>" if caption else "")
        return
    head = f"<caption>{caption}</caption>" if caption else ""
    yield BlockHtml(f"<table>{head}<tbody>{inner}</tbody></table>")


def _cell(node: Element, context: Context) -> str:
    spans = {name: _number(node.get(name), 2, 100) for name in ("colspan", "rowspan")}
    scope = node.get("scope", "") if node.tag == "th" else ""
    scope = scope if scope in {"col", "row", "colgroup", "rowgroup"} else ""
    return f"{_start_tag(node.tag, **spans, scope=scope)}{_flow(node, context)}</{node.tag}>"


def _number(text: str | None, least: int, most: int) -> str:
    """The number without leading zeros; "" unless it is within these limits."""
    if not text or not re.fullmatch(r"-?[0-9]{1,5}", text) or not least <= int(text) <= most:
        return ""
    return str(int(text))

"""Endnotes as they are printed: numbered in order, with a link there and one back.

Stored text never holds a number: a note stands as ``span[data-footnote]`` at the place of its mark.
"""

from dataclasses import dataclass

from lxml import etree

from prose.html.allowed import NOTE
from prose.html.tree import Element, inner_html, parse

# The arrow in its text form: some telephones draw the bare character as a coloured picture.
_BACK = "\u21a9\ufe0e"


@dataclass(frozen=True)
class PrintedBody:
    """A body with its note marks, and the list of its notes ("" where there are none), both HTML."""

    body: str
    endnotes: str


def print_body(html: str, *, anchor: str = "") -> PrintedBody:
    """Number the notes of a cleaned body. ``anchor`` begins every id, so that several pieces can share a page."""
    body = parse(html)
    items: list[str] = []
    for note in [span for span in body.iter("span") if NOTE in span.attrib]:
        if note.getparent() is None:  # stood inside another note and is part of its text by now
            continue
        etree.strip_tags(note, "span")
        if inner := inner_html(note).strip():
            items.append(_item(inner, anchor, len(items) + 1))
            _mark(note, anchor, len(items))
        else:
            note.tag = "span-of-nothing"
    etree.strip_tags(body, "span-of-nothing")
    return PrintedBody(inner_html(body), f'<ol class="endnotes">{"".join(items)}</ol>' if items else "")


def _mark(note: Element, anchor: str, number: int) -> None:
    """Turn a note into its mark, in its place."""
    tail = note.tail
    note.clear()
    note.tag, note.tail = "sup", tail
    note.set("class", "noteref")
    link = etree.SubElement(
        note, "a", id=f"{anchor}ref-{number}", href=f"#{anchor}note-{number}", role="doc-noteref"
    )
    link.text = str(number)


def _item(inner: str, anchor: str, number: int) -> str:
    back = f'<a class="backref" href="#{anchor}ref-{number}" role="doc-backlink" aria-label="{number}">{_BACK}</a>'
    return f'<li id="{anchor}note-{number}">{inner} {back}</li>'

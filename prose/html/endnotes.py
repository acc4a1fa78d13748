"""Printed endnotes: numbered in order, linked from the text and back.

Stored text holds no numbers: a note is a ``span[data-footnote]`` at the place of its mark.
"""

from dataclasses import dataclass

from lxml import etree

from prose.html.allowed import NOTE, NOTE_MARK
from prose.html.tables import drop_empty_last_rows
from prose.html.tree import Element, inner_html, parse

# With the variation selector for text, since some phones draw the bare arrow as an emoji.
_BACK = "\u21a9\ufe0e"


@dataclass(frozen=True)
class PrintedBody:
    """The HTML of a body with note marks, and of the list of its notes ("" if there are none)."""

    body: str
    endnotes: str


def print_body(html: str, *, anchor: str = "") -> PrintedBody:
    """Number the notes of a cleaned body, and drop empty last rows of its tables.

    Every id starts with ``anchor``, so that pieces can share a page.
    """
    body = parse(html)
    drop_empty_last_rows(body)
    items: list[str] = []
    for note in [span for span in body.iter("span") if NOTE in span.attrib]:
        if note.getparent() is None:  # was inside another note, whose text now includes it
            continue
        etree.strip_tags(note, "span")
        if inner := inner_html(note).strip():
            items.append(_item(inner, anchor, len(items) + 1))
            _mark(note, anchor, len(items))
        else:
            note.tag = "empty-note"
    etree.strip_tags(body, "empty-note")
    return PrintedBody(inner_html(body), f'<ol class="endnotes">{"".join(items)}</ol>' if items else "")


def _mark(note: Element, anchor: str, number: int) -> None:
    """Turn the note's element into the mark."""
    tail = note.tail
    note.clear()
    note.tag, note.tail = "sup", tail
    note.set("class", NOTE_MARK)
    link = etree.SubElement(
        note, "a", id=f"{anchor}ref-{number}", href=f"#{anchor}note-{number}", role="doc-noteref"
    )
    link.text = str(number)


def _item(inner: str, anchor: str, number: int) -> str:
    back = f'<a class="backref" href="#{anchor}ref-{number}" role="doc-backlink" aria-label="{number}">{_BACK}</a>'
    return f'<li id="{anchor}note-{number}">{inner} {back}</li>'

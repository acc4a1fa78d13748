"""Printed endnotes: numbered in order, linked from the text and back. One that is cited again keeps its number.

Stored text holds no numbers: a note is a ``span[data-footnote]`` at the place of its mark.
"""

from dataclasses import dataclass, field

from lxml import etree

from prose.html.allowed import NOTE, NOTE_AGAIN, NOTE_MARK
from prose.html.tables import drop_empty_last_rows, say_what_headers_head
from prose.html.targets.embeds import link_embeds
from prose.html.tree import Element, inner_html, parse

# With the variation selector for text, since some phones draw the bare arrow as an emoji.
_BACK = "\u21a9\ufe0e"


@dataclass(frozen=True)
class PrintedBody:
    """The HTML of a body with note marks, and of the list of its notes ("" if there are none)."""

    body: str
    endnotes: str


def print_body(html: str, *, anchor: str = "") -> PrintedBody:
    """Number the notes of a cleaned body, settle its tables, and link its embeds.

    Every id starts with ``anchor``, so that pieces can share a page.
    """
    body = parse(html)
    drop_empty_last_rows(body)
    say_what_headers_head(body)
    link_embeds(body)
    items: list[_PrintedNote] = []
    shared: dict[str, _PrintedNote] = {}
    for note, inner, is_shared in _notes(body):
        item = shared.get(inner) if is_shared else None
        if item is None:
            items.append(item := _PrintedNote(inner, anchor, len(items) + 1))
            shared[inner] = item
        _mark(note, item.cite(), f"{anchor}note-{item.number}", item.number)
    etree.strip_tags(body, "empty-note")
    printed = "".join(item.html for item in items)
    return PrintedBody(inner_html(body), f'<ol class="endnotes">{printed}</ol>' if items else "")


@dataclass
class _PrintedNote:
    """A note in the list, and the ids of its marks in the text."""

    inner: str
    anchor: str
    number: int
    marks: list[str] = field(default_factory=list)

    def cite(self) -> str:
        """The id of one more mark."""
        times = f"-{len(self.marks) + 1}" if self.marks else ""
        self.marks.append(f"{self.anchor}ref-{self.number}{times}")
        return self.marks[-1]

    @property
    def html(self) -> str:
        backs = " ".join(
            f'<a class="backref" href="#{mark}" role="doc-backlink" aria-label="{self._place(at)}">{_BACK}</a>'
            for at, mark in enumerate(self.marks, start=1)
        )
        return f'<li id="{self.anchor}note-{self.number}">{self.inner} {backs}</li>'

    def _place(self, at: int) -> str:
        return f"{self.number}" if len(self.marks) == 1 else f"{self.number}.{at}"


def _notes(body: Element) -> list[tuple[Element, str, bool]]:
    """(element, HTML of the note, it may share its number) of each note; what is empty or inside another is none."""
    found: list[tuple[Element, str]] = []
    again: set[str] = set()
    for note in [span for span in body.iter("span") if NOTE in span.attrib]:
        if note.getparent() is None:  # was inside another note, whose text now includes it
            continue
        etree.strip_tags(note, "span")
        if inner := inner_html(note).strip():
            found.append((note, inner))
            if note.get(NOTE) == NOTE_AGAIN:
                again.add(inner)
        else:
            note.tag = "empty-note"
    return [(note, inner, inner in again) for note, inner in found]


def _mark(note: Element, mark: str, target: str, number: int) -> None:
    """Turn the note's element into the mark."""
    tail = note.tail
    note.clear()
    note.tag, note.tail = "sup", tail
    note.set("class", NOTE_MARK)
    link = etree.SubElement(note, "a", id=mark, href=f"#{target}", role="doc-noteref")
    link.text = str(number)

"""The blocks of a Word file: paragraphs by their style, lists, tables, and text boxes after their paragraph."""

from collections.abc import Iterator

import lxml.html

from intake.sources.lists import ListPlace, build_lists
from intake.sources.own_copies import NO_PICTURE
from intake.sources.word.drawings import Drawings, holds_picture
from intake.sources.word.inline import Html, InlineReader
from intake.sources.word.numbering import Numbering
from intake.sources.word.package import Element, attribute, child, is_on, name_of
from intake.sources.word.styles import Styles

_TAGS = {
    "title": "h1",
    "subtitle": "p",
    "quote": "p",
    "pullquote": "p",
    "pre": "pre",
    "caption": "p",
    "byline": "p",
    "missing": "p",
    "": "p",
}
_NAMED = ("subtitle", "caption", "byline")
"""Roles that the HTML keeps as class names."""
_AROUND = {"quote": ("blockquote", ""), "pullquote": ("aside", "pullquote")}
HIDES_SOME = (
    "The style of a table hides some of its rows or columns; here they are shown. Compare them with the file."
)


class BlockReader:
    """Reads containers of paragraphs: the body, a cell, a text box."""

    def __init__(
        self, inline: InlineReader, styles: Styles, numbering: Numbering, drawings: Drawings
    ) -> None:
        self._inline, self._styles, self._numbering, self._drawings = inline, styles, numbering, drawings

    def read(self, parent: Html, container: Element) -> None:
        """Append the container's blocks to an HTML element, one paragraph a line."""
        items: list[tuple[ListPlace, Html]] = []
        for element, carried in _with_carried(container):
            if name_of(element) == "w:tbl":
                _end_list(parent, items)
                self._table(parent, element)
                continue
            properties = child(element, "w:pPr")
            place, label = self._numbering.place(self._styles.numbering(properties))
            role = self._styles.role(properties)
            made = self._paragraph([*carried, element], role, f"{label} " if label else "")
            if place is not None and made.tag == "p" and role == "":
                items.append((place, made))
            else:
                _end_list(parent, items)
                self._add(parent, made, role)
            if self._drawings.boxes:
                _end_list(parent, items)
                self._boxes(parent)
        _end_list(parent, items)

    def _paragraph(self, paragraphs: list[Element], role: str, label: str) -> Html:
        """One paragraph; those before it have a deleted or a hidden end and run on into it."""
        level = role.removeprefix("heading")
        tag = f"h{min(int(level), 6)}" if level.isdigit() else _TAGS[role]
        made = lxml.html.Element(tag, {"class": role} if role in _NAMED else {})
        made.text = label
        self._drawings.notebook.balance.bring_in(label)
        self._inline.is_marked = not tag.startswith("h")
        for paragraph in paragraphs:
            self._inline.fill(made, paragraph)
        made.tail = "\n"
        return made

    def _add(self, parent: Html, made: Html, role: str) -> None:
        """Append a block, unless it stands where a copy of the desk lacks a picture: the draft has that."""
        words, notebook = str(made.text_content()), self._drawings.notebook
        if role != "missing" or made.find(".//img") is not None:
            _add(parent, made, role)
        elif words.strip() == NO_PICTURE:
            notebook.balance.give_out(words)
        else:
            notebook.leave_out("caption of a picture that is not in this file", words)

    def _boxes(self, parent: Html) -> None:
        boxes, self._drawings.boxes = self._drawings.boxes, []
        self._drawings.notebook.counts["boxes"] += len(boxes)
        for box in boxes:
            self.read(parent, box)

    def _table(self, parent: Html, table: Element) -> None:
        if self._styles.may_hide_some(table):
            self._drawings.notebook.doubt(HIDES_SOME)
        rows = [each for each in table if name_of(each) == "w:tr"]
        cells = [[cell for cell in row if name_of(cell) == "w:tc"] for row in rows]
        if all(len(each) == 1 for each in cells) and (len(rows) == 1 or holds_picture(table)):
            for (cell,) in cells:  # a box around a text or a picture, no table
                self.read(parent, cell)
            return
        made = lxml.html.Element("table")
        made.tail = "\n"
        above: dict[int, Html] = {}
        for row in rows:
            made.append(self._row(row, above))
        parent.append(made)

    def _row(self, row: Element, above: dict[int, Html]) -> Html:
        """One row; `above` holds the cells that may reach down into it, by column."""
        made = lxml.html.Element("tr")
        is_head = bool(is_on(child(row, "w:trPr"), "w:tblHeader"))
        column = 0
        for cell in row:
            if name_of(cell) != "w:tc":
                continue
            properties = child(cell, "w:tcPr")
            width = max(_whole(attribute(child(properties, "w:gridSpan"))), 1)
            merge = child(properties, "w:vMerge")
            if merge is not None and attribute(merge) != "restart" and column in above:
                upper = above[column]
                upper.set("rowspan", str(_whole(upper.get("rowspan")) + 1 if upper.get("rowspan") else 2))
                self.read(upper, cell)
            else:
                made.append(self._cell(cell, "th" if is_head or self._styles.heads(cell) else "td", width))
                above.pop(column, None)
                if merge is not None:
                    above[column] = made[-1]
            column += width
        return made

    def _cell(self, cell: Element, tag: str, width: int) -> Html:
        made = lxml.html.Element(tag, {"colspan": str(width)} if width > 1 else {})
        self.read(made, cell)
        return made


def _with_carried(container: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Each paragraph and table, with the paragraphs before it whose end is no end."""
    carried: list[Element] = []
    for element in _blocks(container):
        if name_of(element) == "w:p" and _runs_on(element):
            carried.append(element)
            continue
        if carried and name_of(element) == "w:tbl":
            yield carried[-1], carried[:-1]
            carried = []
        yield element, carried
        carried = []
    if carried:
        yield carried[-1], carried[:-1]


def _blocks(container: Element) -> Iterator[Element]:
    for element in container:
        if name_of(element) in ("w:p", "w:tbl"):
            yield element
        elif name_of(element) and not name_of(element).endswith("Pr"):
            yield from _blocks(element)


def _runs_on(paragraph: Element) -> bool:
    """True if the end of the paragraph was deleted, moved or hidden."""
    mark = child(paragraph, "w:pPr", "w:rPr")
    if mark is None:
        return False
    is_gone = any(child(mark, name) is not None for name in ("w:del", "w:moveFrom"))
    return is_gone or bool(is_on(mark, "w:vanish")) or bool(is_on(mark, "w:specVanish"))


def _end_list(parent: Html, items: list[tuple[ListPlace, Html]]) -> None:
    for made in build_lists(items):
        parent.append(made)
    items.clear()


def _add(parent: Html, made: Html, role: str) -> None:
    """Append a block; neighbours in one quotation, or in one block of code, stay together."""
    last = next(parent.iterchildren(reversed=True), None)  # len() counts all of them
    if role in _AROUND:
        tag, name = _AROUND[role]
        if last is None or last.tag != tag:
            last = lxml.html.Element(tag, {"class": name} if name else {})
            parent.append(last)
        last.append(made)
    elif role == "pre" and last is not None and last.tag == "pre":
        last.append(lxml.html.Element("br"))
        last[-1].tail = made.text_content()
    else:
        parent.append(made)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else 0

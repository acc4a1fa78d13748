"""The blocks of a body as paragraphs, lists, tables and pictures of a Word file."""

from collections.abc import Iterator, Mapping

from lxml import etree

from desk.export.word.drawings import CopiedPicture, drawing
from desk.export.word.links import Relations
from desk.export.word.markup import Element, element, value
from desk.export.word.numbering import WordLists
from desk.export.word.runs import Runs
from desk.export.word.tables import grid_of, table
from intake.sources.own_copies import NO_PICTURE
from prose.html.allowed import HEADINGS, LISTS
from prose.html.directions import direction_of
from prose.html.figures import figure_of

_HEADINGS = {"h2": "Heading2", "h3": "Heading3", "h4": "Heading4"}
_AROUND = {"blockquote": "Quote", "aside": "PullQuote"}
_JOINED = frozenset({"ul", "ol", "blockquote", "aside", "pre", "table"})
"""Elements that Word takes for one if nothing stands between two of them."""


class Blocks:
    """Writes the blocks of a body. `direction`: the way in which the piece's language runs."""

    def __init__(self, direction: str, pictures: Mapping[str, CopiedPicture], relations: Relations) -> None:
        self._direction, self._pictures, self._relations = direction, pictures, relations
        self.runs, self.numbering = Runs(relations), WordLists()
        self.media: dict[str, CopiedPicture] = {}
        self._drawn = 0

    def of(self, body: Element, style: str = "") -> Iterator[Element]:
        """The paragraphs and tables of an element that holds blocks."""
        before = ""
        for block in body:
            if block.tag in _JOINED and block.tag == before:
                yield element("w:p")
            before = block.tag
            yield from self._block(block, style)

    def paragraph(self, node: Element, style: str, *properties: Element) -> Element:
        """A paragraph with the line of text in an element."""
        is_rtl = self._runs_from_right(node)
        named = [value("w:pStyle", style)] if style else []
        turned = [element("w:bidi")] if is_rtl else []
        inner = [*named, *properties, *turned]  # in this order (ECMA-376 17.3.1.26)
        holder = [element("w:pPr", None, *inner)] if inner else []
        return element("w:p", None, *holder, *self.runs.of(node, is_rtl=is_rtl))

    def _runs_from_right(self, node: Element) -> bool:
        own = direction_of("".join(map(str, node.itertext())), self._direction)
        return (own or self._direction) == "rtl"

    def _block(self, block: Element, style: str) -> Iterator[Element]:
        if block.tag in HEADINGS:
            yield self.paragraph(block, _HEADINGS[block.tag])
        elif block.tag in LISTS:
            yield from self._list(block, 0)
        elif block.tag in _AROUND:
            yield from self.of(block, _AROUND[block.tag])
        elif block.tag == "pre":
            yield self.paragraph(block[0] if len(block) else block, "HTMLPreformatted")
        elif block.tag == "hr":
            yield element("w:p", None, element("w:pPr", None, value("w:pStyle", "SectionBreak")))
        elif block.tag == "figure":
            yield from self._figure(block)
        elif block.tag == "table":
            yield table(grid_of(block), self._cell)
        else:
            yield self.paragraph(block, style)

    def _cell(self, cell: Element | None) -> list[Element]:
        """The blocks of a cell. Word wants a paragraph at its end, and one in a cell that an upper one reaches into."""
        is_head = cell is not None and cell.tag == "th"  # its style says so, also if it holds no words
        style = "TableHeading" if is_head else "TableText"
        blocks = list(self.of(cell, style)) if cell is not None else []
        is_ended = bool(blocks) and blocks[-1].tag.endswith("}p")
        if is_ended and (cell is None or not is_head or cell.find("p") is not None):
            return blocks
        return [*blocks, self.paragraph(etree.Element("p"), style if is_head else "")]

    def _list(self, listing: Element, depth: int) -> Iterator[Element]:
        number = self.numbering.add(listing)
        for item in listing:
            place = element(
                "w:numPr", None, value("w:ilvl", str(min(depth, 8))), value("w:numId", str(number))
            )
            first, *rest = list(item) or [element("w:p")]
            yield self.paragraph(first, "ListParagraph", place)
            for block in rest:
                if block.tag in LISTS:
                    yield from self._list(block, depth + 1)
                elif block.tag == "p":
                    yield self.paragraph(block, "ListContinue")
                else:
                    yield from self._block(block, "")

    def _figure(self, block: Element) -> Iterator[Element]:
        figure = figure_of(block)
        picture = self._pictures.get(figure.uuid) if figure else None
        if figure and picture:
            name = f"{figure.uuid}.{picture.ending}"
            self.media[name] = picture
            self._drawn += 1
            key = self._relations.part("image", f"media/{name}")
            yield element("w:p", None, drawing(picture, key, self._drawn, name, figure.alt))
        else:
            told = etree.Element("p")
            told.text = NO_PICTURE
            yield self.paragraph(told, "MissingPicture")
        caption = block.find("figcaption")
        if caption is not None:
            yield self.paragraph(caption, "Caption" if picture else "MissingCaption")

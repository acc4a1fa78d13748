"""Styles of a Word file: which role a paragraph has, and which properties its styles give to its text."""

import re
from dataclasses import dataclass

from intake.sources.word.hiding import first_switch, is_hidden
from intake.sources.word.package import Element, Part, attribute, child, is_on, qname
from intake.sources.word.table_look import Parts, TableLooks
from intake.sources.word.unseen import (
    UNKNOWN,
    CellProperties,
    cell_properties,
    colour_of,
    ground_of,
    hides_some,
)

_ROLES = (
    (re.compile(r"title|headline|hed|überschrift des artikels|titel|titre|título"), "title"),
    (re.compile(r"subtitle|dek|deck|standfirst|strapline|untertitel|sous-titre|subtítulo|vorspann|chapô"), "subtitle"),
    (re.compile(r"(?:intense )?quote|block text|quotations?"), "quote"),
    (re.compile(r"pull ?quote"), "pullquote"),
    (re.compile(r"(?:caption|(?:bild)?beschriftung|bildunterschrift|légende|leyenda|didascalia)\b.*"), "caption"),
    (re.compile(r"html preformatted|preformatted text|plain code|code block"), "pre"),
)  # fmt: skip
_OF_A_COPY = {"byline": "byline", "missing picture": "missing", "caption of a missing picture": "missing"}
"""Styles that the desk's own copies have -> the role of their paragraphs."""
_HEADING = re.compile(r"(?:heading|überschrift|titre|título) ?([1-9])")
_MOST_PARENTS = 20


@dataclass(frozen=True)
class TextProperties:
    """Properties of a run of text. `colour` and `ground` as `intake.sources.word.unseen` has them."""

    marks: tuple[str, ...] = ()
    is_hidden: bool = False
    font: str = ""
    colour: str = ""
    ground: str = ""


class Styles:
    """The styles part; without one every paragraph is a plain one. `is_copy`: the file is a copy that the desk made."""

    def __init__(self, part: Part | None, *, is_copy: bool = False) -> None:
        self._is_copy = is_copy
        self._by_id: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        self._of_all_text = child(part.root, "w:docDefaults", "w:rPrDefault", "w:rPr") if part else None
        for style in part.root.iter(qname("w:style")) if part else ():
            key, kind = attribute(style, "w:styleId"), attribute(style, "w:type")
            self._by_id.setdefault(key, style)
            if attribute(style, "w:default") in ("1", "true", "on"):
                self._default[kind] = key
        self._looks = TableLooks()
        self._cells: dict[tuple[str, Parts | None], CellProperties] = {}
        self._roles: dict[str, str] = {}
        self._plain: dict[str, TextProperties] = {}

    def name(self, key: str) -> str:
        """Name of a style in lower case: "heading 1". A file may name a style that it does not have."""
        return attribute(child(self._by_id.get(key), "w:name")).lower() or key.lower()

    def role(self, properties: Element | None) -> str:
        """Role of a paragraph by style or outline level: title, subtitle, heading1 …, quote, caption; "" for text."""
        key = attribute(child(properties, "w:pStyle"))
        if key not in self._roles:
            self._roles[key] = next(filter(None, map(self._role, self._chain(key))), "") if key else ""
        level = attribute(child(properties, "w:outlineLvl"))
        return f"heading{int(level) + 1}" if level in tuple("012345678") else self._roles[key]

    def _role(self, style: Element) -> str:
        name = attribute(child(style, "w:name")).lower()
        if self._is_copy and name in _OF_A_COPY:
            return _OF_A_COPY[name]
        if heading := _HEADING.fullmatch(name):
            return f"heading{heading[1]}"
        if role := next((role for pattern, role in _ROLES if pattern.fullmatch(name)), ""):
            return role
        level = attribute(child(style, "w:pPr", "w:outlineLvl"))
        return f"heading{int(level) + 1}" if level in tuple("012345678") else ""

    def heads(self, cell: Element) -> bool:
        """True for a cell that heads its row in a copy of the desk, which has a style of paragraphs for that."""
        keys = (attribute(child(each, "w:pPr", "w:pStyle")) for each in cell.iterchildren(qname("w:p")))
        return self._is_copy and any(self.name(key) == "table heading" for key in keys)

    def numbering(self, properties: Element | None) -> Element | None:
        """The `numPr` of a paragraph, its own or the nearest of its styles."""
        own = child(properties, "w:numPr")
        if own is not None:
            return own
        chain = self._chain(attribute(child(properties, "w:pStyle")))
        return next(
            (found for style in chain if (found := child(style, "w:pPr", "w:numPr")) is not None), None
        )

    def of_paragraph(self, properties: Element | None) -> list[Element]:
        """The style of a paragraph and those it is based on, the nearest first."""
        return self._chain(attribute(child(properties, "w:pStyle")) or self._default.get("paragraph", ""))

    def of_cell(self, cell: Element) -> CellProperties:
        """Properties that the style of its table gives a cell."""
        table = next(cell.iterancestors(qname("w:tbl")))
        key, chain = self._of_table(table)
        if key and not chain:
            return CellProperties(ground=UNKNOWN)
        names = self._looks.parts(cell, table, chain)
        if (key, names) not in self._cells:
            self._cells[key, names] = cell_properties(chain, names)
        return self._cells[key, names]

    def may_hide_some(self, table: Element) -> bool:
        """True if a table's style hides some of its rows or columns, and nothing says which cell is one of them."""
        return child(table, "w:tblPr", "w:tblLook") is None and hides_some(self._of_table(table)[1])

    def _of_table(self, table: Element) -> tuple[str, list[Element]]:
        """The key of a table's style; it and those it is based on."""
        key = attribute(child(table, "w:tblPr", "w:tblStyle")) or self._default.get("table", "")
        return key, self._chain(key)

    def text(self, paragraph: Element | None, run: Element | None) -> TextProperties:
        """Properties of a run: its own, else its character style's; for hiding and colours also its paragraph's."""
        style = attribute(child(paragraph, "w:pStyle"))
        if run is None or not len(run):  # most runs: not worth a second look
            if style not in self._plain:
                self._plain[style] = self._text(style, None)
            return self._plain[style]
        return self._text(style, run)

    def _text(self, style: str, run: Element | None) -> TextProperties:
        key = attribute(child(run, "w:rStyle"))
        inherited = [child(style, "w:rPr") for style in self._chain(key)] if key else []
        layers = [run, *inherited]
        name = self.name(key) if key else ""
        is_complex = is_on(run, "w:rtl") or is_on(run, "w:cs")  # these scripts have switches of their own
        marks = [
            mark
            for mark, names in _MARKS
            if any(
                first_switch(layers, f"{each}Cs" if is_complex and each in ("w:b", "w:i") else each)
                for each in names
            )
        ]
        for style_name, mark, switch in (("strong", "strong", "w:b"), ("emphasis", "em", "w:i")):
            if name == style_name and mark not in marks and first_switch(layers, switch) is None:
                marks.append(mark)
        if name == "html code":
            marks.append("code")
        underline = _underline(layers)
        if underline and "hyperlink" not in name:
            marks.append("u")
        vertical = next((value for layer in layers if (value := attribute(child(layer, "w:vertAlign")))), "")
        vertical = vertical or _raised_and_smaller(run)
        marks += {"superscript": ["sup"], "subscript": ["sub"]}.get(vertical, [])
        styles = self._chain(style or self._default.get("paragraph", ""))
        all_layers = [*layers, *(child(each, "w:rPr") for each in styles), self._of_all_text]
        fonts = child(
            next((layer for layer in layers if child(layer, "w:rFonts") is not None), None), "w:rFonts"
        )
        font = attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi")
        return TextProperties(
            tuple(marks), is_hidden(all_layers), font, colour_of(all_layers), ground_of(all_layers)
        )

    def _chain(self, key: str) -> list[Element]:
        """A style and those it is based on, the nearest first."""
        chain: list[Element] = []
        while (style := self._by_id.get(key)) is not None and len(chain) < _MOST_PARENTS:
            chain.append(style)
            key = attribute(child(style, "w:basedOn"))
        return chain


_MARKS = (
    ("strong", ("w:b",)),
    ("em", ("w:i",)),
    ("s", ("w:strike", "w:dstrike")),
)
"""Element of a mark -> on/off properties that give it."""


def _underline(layers: list[Element | None]) -> bool:
    values = (attribute(child(layer, "w:u")) for layer in layers if child(layer, "w:u") is not None)
    return next(values, "none") not in ("none", "")


def _raised_and_smaller(run: Element | None) -> str:
    """ "superscript" or "subscript" for a run that is moved and has a size of its own, as LibreOffice writes them."""
    moved = attribute(child(run, "w:position"))
    if moved in ("", "0") or child(run, "w:sz") is None:
        return ""
    return "subscript" if moved.startswith("-") else "superscript"

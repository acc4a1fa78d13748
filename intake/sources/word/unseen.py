"""Words of a Word file in the colour of their ground: nobody sees them, so they are no text of it.

Colour and ground come from the run, its styles, its paragraph, its cell, the style of its table, or the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.sources.colours import are_alike
from intake.sources.word.hiding import is_hidden
from intake.sources.word.package import Element, attribute, child, name_of, qname
from intake.sources.word.table_look import Parts, parts_of_styles

if TYPE_CHECKING:
    from intake.sources.word.styles import Styles, TextProperties

UNKNOWN = "unknown"
"""A ground of which the file does not say enough: words on it count as seen."""
_PAPER = "FFFFFF"
_THEMES_PAPER = frozenset({"background1", "light1"})
_HIGHLIGHTERS = {
    "black": "000000", "white": "FFFFFF", "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "blue": "0000FF",
    "magenta": "FF00FF", "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0",
}  # fmt: skip
"""Name of a highlighter -> its colour (ECMA-376 17.18.40)."""
_SHAPES = frozenset({"w:txbxContent", "w:pict", "w:drawing"})


def is_unseen(run: Element, properties: "TextProperties", styles: "Styles") -> bool:
    """True if the words of a run have the colour of the ground on which they stand, or a table's style hides them."""
    cell = next(run.iterancestors(qname("w:tc")), None)
    of_table = styles.of_cell(cell) if cell is not None else CellProperties()
    if of_table.is_hidden:
        return True
    colour = properties.colour or of_table.colour
    if colour in ("", "AUTO"):
        return False
    return are_alike(colour, properties.ground or _ground_around(run, styles))


def colour_of(layers: Iterable[Element | None]) -> str:
    """The colour that the nearest of these properties name: "FFFFFF", "AUTO" for Word's own choice, "" for none."""
    return next(filter(None, (_colour(child(layer, "w:color")) for layer in layers)), "")


def _colour(element: Element | None) -> str:
    """The colour; Word writes it beside the name that a theme has for it, other programs write the name alone."""
    value = attribute(element).upper()
    is_paper = attribute(element, "w:themeColor") in _THEMES_PAPER
    return _PAPER if is_paper and value in ("", "AUTO") else value


def ground_of(layers: Iterable[Element | None]) -> str:
    """The ground that the nearest of these properties give by a highlighter or a shading; "" for none."""
    return next((ground for layer in layers if (ground := _highlighter(layer) or _shading(layer))), "")


def _highlighter(properties: Element | None) -> str:
    name = attribute(child(properties, "w:highlight"))
    return "" if name in ("", "none") else _HIGHLIGHTERS.get(name, UNKNOWN)


def _shading(properties: Element | None) -> str:
    shading = child(properties, "w:shd")
    pattern, fill = attribute(shading), attribute(shading, "w:fill").upper()
    if pattern not in ("", "clear", "nil"):
        return UNKNOWN
    return "" if fill in ("", "AUTO") else fill


def _ground_around(run: Element, styles: "Styles") -> str:
    """The ground that the nearest part around a run gives it."""
    ground, cell = "", run
    for around in run.iterancestors():
        name = name_of(around)
        if name == "w:p":
            own = child(around, "w:pPr")
            ground = ground_of([own, *(child(style, "w:pPr") for style in styles.of_paragraph(own))])
        elif name == "w:tc":
            cell, ground = around, _shading(child(around, "w:tcPr"))
        elif name == "w:tr":
            ground = _shading(child(around, "w:tblPrEx"))
        elif name == "w:tbl":
            ground = _shading(child(around, "w:tblPr")) or styles.of_cell(cell).ground
        elif name in _SHAPES:
            ground = UNKNOWN
        elif name == "w:document":
            ground = attribute(around.find(qname("w:background")), "w:color").upper().replace("AUTO", "")
        if ground:
            return ground
    return _PAPER


@dataclass(frozen=True)
class CellProperties:
    """Properties that a table’s style gives a cell: colour of its words and ground, "" for none; if it hides them."""

    colour: str = ""
    ground: str = ""
    is_hidden: bool = False


def cell_properties(chain: Sequence[Element], names: Parts | None) -> CellProperties:
    """Properties from these styles for a cell that has these parts of them; None: nothing says which it has.

    A colour or a ground that only some parts have is unknown then.
    """
    sources = list(parts_of_styles(chain, names or ("wholeTable",)))
    colour = colour_of(child(each, "w:rPr") for each in sources)
    ground = ground_of(child(each, name) for each in sources for name in ("w:tcPr", "w:tblPr"))
    if names is None:
        parts = [part for style in chain for part in style.findall(qname("w:tblStylePr"))]
        if any(next(part.iter(qname("w:color")), None) is not None for part in parts):
            colour = ""
        if any(_shading(each.getparent()) for part in parts for each in part.iter(qname("w:shd"))):
            ground = UNKNOWN
    return CellProperties(colour, ground, is_hidden([child(each, "w:rPr") for each in sources]))


def hides_some(chain: Sequence[Element]) -> bool:
    """True if these styles of a table hide the words of some of its rows or columns."""
    parts = (part for style in chain for part in style.findall(qname("w:tblStylePr")))
    return any(is_hidden([child(part, "w:rPr")]) for part in parts)

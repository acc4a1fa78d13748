"""The parts of its style that a table gives to each of its cells: its first row, every other row (ECMA-376, 17.7.6)."""

from collections.abc import Iterator, Sequence

from intake.sources.word.package import Element, attribute, child, name_of, qname

_SWITCHES = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
"""Attribute of a table's look -> its bit in the older way of writing it (17.4.56)."""
_CORNERS = {("lastRow", "lastCol"): "seCell", ("lastRow", "firstCol"): "swCell",
            ("firstRow", "lastCol"): "neCell", ("firstRow", "firstCol"): "nwCell"}  # fmt: skip

Parts = tuple[str, ...]
"""Names of parts of a style (17.18.89) that a cell has, the strongest first."""


class TableLooks:
    """The parts of each cell, worked out once for a table. `chain`: its style and those it is based on."""

    def __init__(self) -> None:
        self._cells: dict[Element, Parts] = {}
        self._tables: set[Element] = set()

    def parts(self, cell: Element, table: Element, chain: Sequence[Element]) -> Parts | None:
        """The parts of a cell; None if the table does not say which of them it uses."""
        look = child(table, "w:tblPr", "w:tblLook")
        if look is None:
            return None
        if table not in self._tables:
            self._tables.add(table)  # kept, so that it stays the same object
            self._cells.update(_cells(table, _switches(look), _band_size(chain, "w:tblStyleRowBandSize"),
                                      _band_size(chain, "w:tblStyleColBandSize")))  # fmt: skip
        return self._cells.get(cell)


def _switches(look: Element) -> frozenset[str]:
    try:
        bits = int(attribute(look) or "0", 16)
    except ValueError:
        bits = 0
    written = {name: attribute(look, f"w:{name}") for name in _SWITCHES}
    return frozenset(
        name
        for name, bit in _SWITCHES.items()
        if written[name] in ("1", "true", "on") or (not written[name] and bits & bit)
    )


def _band_size(chain: Sequence[Element], name: str) -> int:
    sizes = (attribute(child(style, "w:tblPr", name)) for style in chain)
    return max(int(next((size for size in sizes if size.isdecimal()), "1")), 1)


def _cells(
    table: Element, switches: frozenset[str], row_band: int, column_band: int
) -> Iterator[tuple[Element, Parts]]:
    rows = [row for row in table if name_of(row) == "w:tr"]
    for number, row in enumerate(rows):
        across = _place("Row", number, len(rows), switches)
        cells = [cell for cell in row if name_of(cell) == "w:tc"]
        for place, cell in enumerate(cells):
            down = _place("Column", place, len(cells), switches)
            bands = [
                *_band("Horz", number - ("firstRow" in switches), row_band, "noHBand" in switches),
                *_band("Vert", place - ("firstColumn" in switches), column_band, "noVBand" in switches),
            ]
            corner = _CORNERS.get((across, down), "")
            yield cell, (*filter(None, (corner, down, across)), *bands, "wholeTable")


def _place(kind: str, number: int, count: int, switches: frozenset[str]) -> str:
    """ "firstRow", "lastCol" … where the table's look has that part; else ""."""
    is_at = {"first": number == 0, "last": number == count - 1}
    end = next((end for end, is_there in is_at.items() if is_there and end + kind in switches), "")
    return end and end + kind.removesuffix("umn")


def _band(kind: str, number: int, size: int, is_off: bool) -> Iterator[str]:
    if not is_off and number >= 0:
        yield f"band{number // size % 2 + 1}{kind}"


def parts_of_styles(chain: Sequence[Element], names: Parts) -> Iterator[Element]:
    """Properties of parts of a table in these styles, the strongest part first and in it the nearest style."""
    for name in names:
        for style in chain:
            for part in style.findall(qname("w:tblStylePr")):
                if attribute(part, "w:type") == name:
                    yield part
            if name == "wholeTable":
                yield style

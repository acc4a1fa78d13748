"""Tables: a cell that spans rows is one cell a row in Word, of which all but the first go on (ECMA-376 17.4.84)."""

from collections.abc import Callable
from typing import NamedTuple

from desk.export.word.markup import Element, element, value


class GridCell(NamedTuple):
    """One cell of a row of Word: the body's cell, None below one that reaches down; columns; "" or the merge."""

    cell: Element | None
    columns: int
    merge: str


Grid = list[tuple[bool, list[GridCell]]]
"""Rows: True for one of heading cells alone, and its cells."""


def grid_of(block: Element) -> Grid:
    """The rows of a table of the body."""
    rows: Grid = []
    reaching: dict[int, tuple[int, int]] = {}  # column -> columns and rows that a cell above still takes
    for row in block.iter("tr"):
        cells: list[GridCell] = []
        column, waiting = 0, list(row)
        while waiting or reaching.get(column, (0, 0))[1]:
            columns, left = reaching.get(column, (0, 0))
            if left:
                reaching[column] = (columns, left - 1)
                cells.append(GridCell(None, columns, "continue"))
            else:
                cell = waiting.pop(0)
                columns, down = _span(cell, "colspan"), _span(cell, "rowspan")
                reaching[column] = (columns, down - 1)
                cells.append(GridCell(cell, columns, "restart" if down > 1 else ""))
            column += columns
        rows.append((all(cell.tag == "th" for cell in row), cells))
    return rows


def table(grid: Grid, inside: Callable[[Element | None], list[Element]]) -> Element:
    """The table, as wide as the text; `inside` writes the blocks of a cell."""
    width = max((sum(cell.columns for cell in cells) for _, cells in grid), default=1)
    columns = element("w:tblGrid", None, *(element("w:gridCol") for _ in range(width)))
    look = element(
        "w:tblPr",
        None,
        value("w:tblStyle", "TableGrid"),
        element("w:tblW", {"w:w": "5000", "w:type": "pct"}),
        element("w:tblLook", {"w:val": "0000"}),
    )
    return element("w:tbl", None, look, columns, *(_row(is_head, cells, inside) for is_head, cells in grid))


def _row(is_head: bool, cells: list[GridCell], inside: Callable[[Element | None], list[Element]]) -> Element:
    head = [element("w:trPr", None, element("w:tblHeader"))] if is_head else []
    return element("w:tr", None, *head, *(_cell(cell, inside) for cell in cells))


def _cell(cell: GridCell, inside: Callable[[Element | None], list[Element]]) -> Element:
    given = [value("w:gridSpan", str(cell.columns))] if cell.columns > 1 else []
    given += [value("w:vMerge", cell.merge)] if cell.merge else []
    return element("w:tc", None, element("w:tcPr", None, *given), *inside(cell.cell))


def _span(cell: Element, name: str) -> int:
    text = cell.get(name, "1")
    return max(int(text), 1) if text.isdigit() else 1

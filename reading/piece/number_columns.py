"""Columns of numbers in tables: their cells get a class, by which a page sets them flush right.

The stored text says nothing of it, so it is seen when a page is drawn: a column is one of numbers if each of its cells
below the headers that says anything is a number.
"""

import re
from collections.abc import Iterator

_ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[dh])\b([^>]*)>(.*?)</\1>", re.DOTALL)
_SPAN = re.compile(r'\b(col|row)span="(\d+)"')
_MARKS = re.compile(r'<sup class="noteref">.*?</sup>|<[^>]*>', re.DOTALL)
_MONEY = "[$€£¥₩₽₹₪]?"
_NUMBER = re.compile(rf"[(]?[-+−±~≈<>≤≥]? ?{_MONEY} ?[-+−]?[0-9][0-9 .,:'’–-]*(?:[%‰]|{_MONEY})[)]?")
"""Figures of Latin scripts. Those of Arabic stand at the right anyway, where their lines begin."""
_NOTHING = frozenset({"", "-", "–", "—", "−", "…", "...", "n/a", "·"})


def with_number_columns(table: str) -> str:
    """A table as HTML with the class "numeric" on the cells and headers of each column of numbers."""
    cells = list(_cells(table))
    is_number: dict[int, bool] = {}
    for column, cell in cells:
        words = _words(cell[3])
        if cell[1] == "th" and 'scope="row"' in cell[2]:
            is_number[column] = False
        elif cell[1] == "td" and words not in _NOTHING:
            is_number[column] = is_number.get(column, True) and bool(_NUMBER.fullmatch(words))
    parts, done = [], 0
    for column, cell in cells:
        if is_number.get(column):
            parts += [table[done : cell.end(1)], ' class="numeric"']
            done = cell.end(1)
    return "".join([*parts, table[done:]])


def _cells(table: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each cell that stands in one column, with its number among the columns."""
    taken: dict[int, int] = {}  # columns into which cells of rows above reach, and for how many rows
    for row in _ROW.finditer(table):
        column = 0
        below = {at: rows - 1 for at, rows in taken.items() if rows > 1}
        for cell in _CELL.finditer(table, row.start(1), row.end(1)):
            while column in taken:
                column += 1
            spans = {name: min(int(number), 1000) for name, number in _SPAN.findall(cell[2])}
            wide, high = spans.get("col", 1), spans.get("row", 1)
            if wide == 1:
                yield column, cell
            below |= dict.fromkeys(range(column, column + wide), high - 1) if high > 1 else {}
            column += wide
        taken = below


def _words(cell: str) -> str:
    """The words of a cell without marks of notes; each kind of space is one."""
    return " ".join(
        _MARKS.sub("", cell).replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").split()
    )

"""Tables as they are printed: without empty last rows, each header cell with what it heads."""

from prose.html.allowed import CELLS, NOTE
from prose.html.tree import Element


def drop_empty_last_rows(body: Element) -> None:
    """Remove rows at the end of a table that hold nothing, and a table that holds nothing at all.

    The Tab key makes such a row after the last cell. The stored text keeps it: somebody may be about to fill it.
    """
    for table in list(body.iter("table")):
        rows = list(table.iter("tr"))
        while rows and _is_empty(rows[-1]):
            _remove(rows.pop())
        if not rows:
            _remove(table)


def say_what_headers_head(body: Element) -> None:
    """Give header cells without a scope theirs: those of a first row head columns, those that begin a row head it."""
    for table in body.iter("table"):
        for at, row in enumerate(table.iter("tr")):
            cells = [cell for cell in row if cell.tag in CELLS]
            for cell in cells:
                heads_column = at == 0 and (cell is not cells[0] or _all_head(cells))
                if cell.tag == "th" and not cell.get("scope") and (heads_column or cell is cells[0]):
                    cell.set("scope", "col" if heads_column else "row")


def _all_head(cells: list[Element]) -> bool:
    return all(cell.tag == "th" for cell in cells)


def _remove(node: Element) -> None:
    if (holder := node.getparent()) is not None:
        holder.remove(node)


def _is_empty(row: Element) -> bool:
    has_note = any(NOTE in span.attrib for span in row.iter("span"))
    return not has_note and not "".join(map(str, row.itertext())).strip(" \xa0")

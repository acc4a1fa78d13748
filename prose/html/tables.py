"""Tables as they are printed."""

from prose.html.allowed import NOTE
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


def _remove(node: Element) -> None:
    if (holder := node.getparent()) is not None:
        holder.remove(node)


def _is_empty(row: Element) -> bool:
    has_note = any(NOTE in span.attrib for span in row.iter("span"))
    return not has_note and not "".join(map(str, row.itertext())).strip(" \xa0")

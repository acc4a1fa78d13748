"""The rows of docs/wording-rows.md and the tests that hold them, as a page of docs: `python -m tests.wording.table`.

The page is made from the tests' names and docstrings, and a test compares the two, so it cannot claim too much.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "wording-rows.md"
TABLES = {
    "A": ("Attribution: relation and wording", 21),
    "B": ("Attribution: outlet name, typography, place, date", 13),
    "C": ("Kickers and content types", 8),
    "D": ("Institutional position and other disclaimers", 19),
    "E": ("Bylines, roles, bios", 16),
    "F": ("Copyright, licences, permissions", 12),
    "G": ("Corrections, retractions, versions", 8),
    "H": ("Translations and languages", 6),
    "I": ("Disclosures", 4),
}
"""The tables with the number of their rows."""

ROWS = [f"{table}{number}" for table, (_, last) in TABLES.items() for number in range(1, last + 1)]
_NAME = re.compile(r"test_([a-i])(\d\d)_(\w+)")


def rows_tested() -> Iterator[tuple[str, str, str]]:
    """(row, what it asks, where it is tested) of every test that is named after a row."""
    for module in sorted(HERE.glob("test_*.py")):
        for node in ast.parse(module.read_text()).body:
            if isinstance(node, ast.FunctionDef) and (named := _NAME.fullmatch(node.name)):
                asks = " ".join((ast.get_docstring(node) or "").split())
                yield f"{named[1].upper()}{int(named[2])}", asks, f"`{module.name}::{node.name}`"


def page() -> str:
    """The page, in Markdown."""
    found = list(rows_tested())
    said = [
        "# Rows and tests",
        "",
        "Every row of the tables A to I, what it asks of the desk, and the test that builds such a piece"
        " and reads it as printed: on its page, in its feed item, and as the values both are drawn from."
        " The tests stand in `tests/wording/`.",
        "",
        "Made by `python -m tests.wording.table > docs/wording-rows.md`; a test fails while it is stale.",
    ]
    for table, (title, _) in TABLES.items():
        said += ["", f"## {table}. {title}", "", "| Row | What it asks | Test |", "|---|---|---|"]
        said += [f"| {row} | {asks} | {where} |" for row, asks, where in found if row[0] == table]
    return "\n".join(said) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())

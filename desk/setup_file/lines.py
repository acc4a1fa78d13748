"""Line numbers of the tables and keys of a TOML file, for error messages: `tomllib` does not give them."""

import re
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""Path to a table or a key: `("disclaimer", 0, "wording", 1, "text")`."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\s-]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=(.*)$""", re.DOTALL)


def lines_of(text: str) -> dict[Path, int]:
    """Line (from 1) of every table and key. The text must be valid TOML."""
    lines: dict[Path, int] = {}
    tables: Counter[Path] = Counter()
    table: Path = ()
    for number, statement in _statements(text):
        if header := _HEADER.match(statement):
            table = _table_path(header[2].split("."), header[1] == "[[", tables)
            lines[table] = number
        elif key := _KEY.match(statement):
            lines[(*table, key[1] or key[2] or key[3])] = number
    return lines


def _table_path(names: list[str], is_repeated: bool, tables: "Counter[Path]") -> Path:
    """Path of the table that a header opens. `[[a.b]]` is the next `b` in the latest `[[a]]`; `tables` counts them."""
    path: Path = ()
    for name in (name.strip() for name in names[:-1]):
        path = (*path, name)
        if tables[path]:
            path = (*path, tables[path] - 1)
    path = (*path, names[-1].strip())
    if not is_repeated:
        return path
    tables[path] += 1
    return (*path, tables[path] - 1)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Statements with the number of their first line; a value may span several lines."""
    first, statement = 1, ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not statement:
            first = number
        statement += line + "\n"
        if not _is_open(statement):
            yield first, statement
            statement = ""
    if statement:
        yield first, statement


_QUOTED = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|(?P<open>""")|"(?:\\.|[^"\\\n])*"|'''
    r"""'''.*?'''|(?P<open_too>''')|'[^'\n]*'|#[^\n]*""",
    re.DOTALL,
)


def _is_open(statement: str) -> bool:
    """True if a triple quote or a bracket of the value is not closed yet."""
    if _HEADER.match(statement):
        return False
    if any(quoted["open"] or quoted["open_too"] for quoted in _QUOTED.finditer(statement)):
        return True
    unquoted = _QUOTED.sub("", statement)
    return unquoted.count("[") > unquoted.count("]")

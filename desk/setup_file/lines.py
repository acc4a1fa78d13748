"""Where things stand in a TOML file: `tomllib` reads values and forgets their lines, an editor needs them."""

import re
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""The way to a table or a key: `("disclaimer", 0, "wording", 1, "text")`."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\s-]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=(.*)$""", re.DOTALL)


def lines_of(text: str) -> dict[Path, int]:
    """The line (from 1) of every table and key of a file that `tomllib` has already taken."""
    found: dict[Path, int] = {}
    tables: Counter[Path] = Counter()
    here: Path = ()
    for number, statement in _statements(text):
        if header := _HEADER.match(statement):
            here = _table(header[2].split("."), header[1] == "[[", tables)
            found[here] = number
        elif key := _KEY.match(statement):
            found[(*here, key[1] or key[2] or key[3])] = number
    return found


def _table(names: list[str], is_repeated: bool, tables: "Counter[Path]") -> Path:
    """The path a header opens; `[[a.b]]` counts up below the latest `[[a]]`."""
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
    """Lines with their number; a value that goes on over several lines stays with its first."""
    begun, whole = 1, ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not whole:
            begun = number
        whole += line + "\n"
        if not _goes_on(whole):
            yield begun, whole
            whole = ""
    if whole:
        yield begun, whole


_QUOTED = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|(?P<open>""")|"(?:\\.|[^"\\\n])*"|'''
    r"""'''.*?'''|(?P<open_too>''')|'[^'\n]*'|#[^\n]*""",
    re.DOTALL,
)


def _goes_on(statement: str) -> bool:
    """Whether a triple quote or a bracket of a value is still open."""
    if _HEADER.match(statement):
        return False
    if any(quoted["open"] or quoted["open_too"] for quoted in _QUOTED.finditer(statement)):
        return True
    bare = _QUOTED.sub("", statement)
    return bare.count("[") > bare.count("]")

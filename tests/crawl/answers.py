"""Folder of answers: one file per answer and an index with one line per answer; comparison of two such folders.

A line of the index: status, length in bytes, SHA-256, role, method, address. A POST's method carries its note:
`POST:07`.
"""

import difflib
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

INDEX = "index.txt"
MAX_QUERY = 180  # characters of a query in a file name
MAX_SHOWN, MAX_LINES, MAX_WIDTH = (
    60,
    40,
    240,
)  # differences shown in full, lines of each, characters of a line


def write_answer(
    out: Path, role: str, method: str, address: str, status: int, headers: list[str], body: bytes
) -> str:
    """Write an answer to its file and return its line of the index."""
    content = "\n".join([f"{method} {address}", str(status), *headers, "", ""]).encode() + body
    file = out / role / _file_name(method, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return f"{status} {len(content)} {hashlib.sha256(content).hexdigest()} {role} {method} {address}"


def compare(before: Path, after: Path) -> Iterator[str]:
    """Lines of a report: answers that only one folder has, then those that differ, each with a short diff."""
    old, new = _index(before), _index(after)
    for key in sorted(old.keys() ^ new.keys()):
        folder, index = (before, old) if key in old else (after, new)
        yield f"only in {folder}: {' '.join(key)}: {index[key].partition(' ')[0]}"
    changed = [key for key in sorted(old.keys() & new.keys()) if old[key] != new[key]]
    for number, key in enumerate(changed):
        yield f"differs: {' '.join(key)}"
        if number < MAX_SHOWN:
            role, method, address = key
            file = Path(role) / _file_name(method, address)
            yield from _diff((before / file).read_bytes(), (after / file).read_bytes())
    if len(changed) > MAX_SHOWN:
        yield f"(The first {MAX_SHOWN} of {len(changed)} differences are shown in full.)"


def _diff(before: bytes, after: bytes) -> Iterator[str]:
    """Indented unified diff, tag by tag; line by line if only white space between tags differs."""
    for separator in (r">\s*<|\n", r"\n"):
        parts = [re.split(separator, content.decode(errors="replace")) for content in (before, after)]
        lines = list(difflib.unified_diff(*parts, "before", "after", n=1, lineterm=""))
        if lines:
            yield from (f"    {line[:MAX_WIDTH]}" for line in lines[:MAX_LINES])
            if len(lines) > MAX_LINES:
                yield f"    … and {len(lines) - MAX_LINES} lines more"
            return


def _index(folder: Path) -> dict[tuple[str, str, str], str]:
    """(role, method, address) -> status and hash."""
    lines = (line.split(" ", 5) for line in (folder / INDEX).read_text().splitlines())
    return {(role, method, address): f"{status} {sha}" for status, _, sha, role, method, address in lines}


def _file_name(method: str, address: str) -> str:
    """A folder per path; in it a file per method and query."""
    parts = urlsplit(address)
    query = f"?{parts.query}".replace("/", "%2F") if parts.query else ""
    if len(query) > MAX_QUERY:
        query = f"{query[:MAX_QUERY]}…{hashlib.sha256(query.encode()).hexdigest()[:12]}"
    return f"{parts.path.strip('/') or '_'}/{method}{query}"

"""A desk file as entries with their lines, or everything that is wrong with it. Touches no database."""

import datetime as dt
import difflib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.setup_file.lines import Path, lines_of
from desk.setup_file.tables import SAID_TYPES, TABLES, Table, Words


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the line (from 1), the field ("author.appointment.from_on"), a sentence."""

    line: int
    field: str
    sentence: str

    def __str__(self) -> str:
        place = f"line {self.line}, {self.field}" if self.field else f"line {self.line}"
        return f"{place}: {self.sentence}"


class DeskFileError(ValueError):
    """The file cannot be loaded; `problems` holds every reason found, in the order of its lines."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Entry:
    """One table of the file: what it says, where it says it, and the tables inside it."""

    table: str
    values: dict[str, Any]
    line: int
    lines: dict[str, int]
    inner: dict[str, list["Entry"]] = field(default_factory=dict)

    def problem(self, name: str, sentence: str) -> Problem:
        where = ".".join(part for part in (self.table, name) if part)
        return Problem(self.lines.get(name, self.line), where, sentence)


def read(text: str) -> dict[str, list[Entry]]:
    """The file's entries by table name, empty lists included. Raises `DeskFileError`."""
    try:
        document = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise DeskFileError([_not_toml(str(error), text)]) from error
    reader = _Reader(lines_of(text.removeprefix("\ufeff")))
    entries = reader.entries(document, (), "", Table({}, inner=TABLES)).inner
    reader.problems += _said_twice(entries)
    if reader.problems:
        raise DeskFileError(reader.problems)
    return entries


def _not_toml(message: str, text: str) -> Problem:
    """`tomllib` says "… (at line 3, column 5)" or "(at end of document)"."""
    said, _, place = message.partition(" (at ")
    number = place.removeprefix("line ").partition(",")[0]
    line = int(number) if number.isdigit() else text.rstrip("\n").count("\n") + 1
    return Problem(line, "", f"this is not TOML: {said}.")


def _said_twice(entries: Mapping[str, list[Entry]]) -> list[Problem]:
    """Codes that name two tables of one kind: the second would quietly overwrite the first."""
    problems = []
    for rows in entries.values():
        seen: dict[str, int] = {}
        for row in rows:
            code = str(row.values.get("code", ""))
            if code and code in seen:
                problems.append(row.problem("code", f"“{code}” is described in line {seen[code]} already."))
            seen.setdefault(code, row.line)
    return problems


@dataclass
class _Reader:
    lines: Mapping[Path, int]
    problems: list[Problem] = field(default_factory=list)

    def entries(self, values: dict[str, Any], path: Path, name: str, table: Table) -> Entry:
        """One table of the document and all tables inside it."""
        lines = {key: self._line((*path, key), (*path, key, 0)) for key in values}
        own = {key: value for key, value in values.items() if key not in table.inner}
        entry = Entry(name, own, self._line(path), lines)
        for key, value in own.items():
            self._check(entry, table, key, value)
        for key in table.needs:
            if own.get(key) in (None, ""):
                self.problems.append(entry.problem(key, "this cannot be left out."))
        for key, inner in table.inner.items():
            entry.inner[key] = self._rows(entry, values.get(key, []), (*path, key), inner)
        return entry

    def _rows(self, entry: Entry, rows: Any, path: Path, table: Table) -> list[Entry]:
        name = ".".join(str(part) for part in path if isinstance(part, str))
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            line = self.lines.get(path, entry.line)
            self.problems.append(Problem(line, name, f"write it as a table of its own: [[{name}]]."))
            return []
        return [self.entries(row, (*path, at), name, table) for at, row in enumerate(rows)]

    def _check(self, entry: Entry, table: Table, key: str, value: Any) -> None:
        if key not in table.keys:
            self.problems.append(entry.problem(key, _unknown(key, [*table.keys, *table.inner])))
        elif not _is_a(value, wanted := table.keys[key]):
            self.problems.append(entry.problem(key, f"write {SAID_TYPES[wanted]}."))

    def _line(self, *ways: Path) -> int:
        """The line of the first of these that is found; what is written inline has that of what it stands in."""
        if found := next((self.lines[way] for way in ways if way in self.lines), None):
            return found
        return self._line(ways[0][:-1]) if ways[0] else 1


def _is_a(value: Any, wanted: type) -> bool:
    if wanted is Words:
        return isinstance(value, list) and all(isinstance(word, str) for word in value)
    if wanted is dt.date:
        return isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    return isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))


def _unknown(key: str, known: list[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"“{key}” is not known here; " + (
        f"did you mean “{close[0]}”?" if close else f"known are {', '.join(sorted(known))}."
    )

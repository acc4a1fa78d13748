"""Parse a desk file into entries with line numbers, and check its tables, keys and types. Uses no database."""

import datetime as dt
import difflib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.setup_file.lines import Path, lines_of
from desk.setup_file.tables import TABLES, TYPES_IN_WORDS, StringList, Table


@dataclass(frozen=True)
class Problem:
    """A mistake in the file: its line (from 1), its field ("author.appointment.from_on") and a sentence."""

    line: int
    field: str
    sentence: str

    def __str__(self) -> str:
        place = f"line {self.line}, {self.field}" if self.field else f"line {self.line}"
        return f"{place}: {self.sentence}"


class DeskFileError(ValueError):
    """The file cannot be loaded. `problems` are all mistakes, in the order of their lines."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Entry:
    """A table of the file: its values, the lines of its keys, and the tables inside it by name."""

    table: str
    values: dict[str, Any]
    line: int
    lines: dict[str, int]
    inner: dict[str, list["Entry"]] = field(default_factory=dict)

    def problem(self, name: str, sentence: str) -> Problem:
        path = ".".join(part for part in (self.table, name) if part)
        return Problem(self.lines.get(name, self.line), path, sentence)


def read_entries(text: str) -> dict[str, list[Entry]]:
    """The file's entries by the name of their table; each table of `TABLES` has a key. Raises `DeskFileError`."""
    try:
        document = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise DeskFileError([_not_toml(str(error), text)]) from error
    reader = _Reader(lines_of(text.removeprefix("\ufeff")))
    entries = reader.read_table(document, (), "", Table({}, inner=TABLES)).inner
    reader.problems += _repeated_codes(entries)
    if reader.problems:
        raise DeskFileError(reader.problems)
    return entries


def _not_toml(message: str, text: str) -> Problem:
    """The problem for an error of `tomllib`, which ends with "(at line 3, column 5)" or "(at end of document)"."""
    reason, _, place = message.partition(" (at ")
    number = place.removeprefix("line ").partition(",")[0]
    line = int(number) if number.isdigit() else text.rstrip("\n").count("\n") + 1
    return Problem(line, "", f"this is not TOML: {reason}.")


def _repeated_codes(entries: Mapping[str, list[Entry]]) -> list[Problem]:
    """Codes that two entries of a table share: the second would overwrite the first."""
    problems = []
    for rows in entries.values():
        line_of: dict[str, int] = {}
        for row in rows:
            code = str(row.values.get("code", ""))
            if code and code in line_of:
                problems.append(
                    row.problem("code", f"“{code}” is described in line {line_of[code]} already.")
                )
            line_of.setdefault(code, row.line)
    return problems


@dataclass
class _Reader:
    lines: Mapping[Path, int]
    problems: list[Problem] = field(default_factory=list)

    def read_table(self, values: dict[str, Any], path: Path, name: str, table: Table) -> Entry:
        """The entry of one table of the document, with all tables inside it. Collects problems."""
        lines = {key: self._line((*path, key), (*path, key, 0)) for key in values}
        plain = {key: value for key, value in values.items() if key not in table.inner}
        entry = Entry(name, plain, self._line(path), lines)
        for key, value in plain.items():
            self._check(entry, table, key, value)
        for key in table.required:
            if plain.get(key) in (None, ""):
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
        return [self.read_table(row, (*path, index), name, table) for index, row in enumerate(rows)]

    def _check(self, entry: Entry, table: Table, key: str, value: Any) -> None:
        if key not in table.keys:
            self.problems.append(entry.problem(key, _unknown(key, [*table.keys, *table.inner])))
        elif not _has_type(value, expected := table.keys[key]):
            self.problems.append(entry.problem(key, f"write {TYPES_IN_WORDS[expected]}."))

    def _line(self, *paths: Path) -> int:
        """Line of the first of these paths that has one. An inline table has the line of the table around it."""
        if line := next((self.lines[path] for path in paths if path in self.lines), None):
            return line
        return self._line(paths[0][:-1]) if paths[0] else 1


def _has_type(value: Any, expected: type) -> bool:
    if expected is StringList:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if expected is dt.date:
        return isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    return isinstance(value, expected) and (expected is bool or not isinstance(value, bool))


def _unknown(key: str, allowed: list[str]) -> str:
    similar = difflib.get_close_matches(key, allowed, n=1)
    return f"“{key}” is not known here; " + (
        f"did you mean “{similar[0]}”?" if similar else f"known are {', '.join(sorted(allowed))}."
    )

"""Regular expressions that compile at their first use, and only as far as a text calls for."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, ClassVar


class Pattern:
    """A regular expression with the methods of `re.Pattern`, compiled when the first of them is called.

    Intake has about 450 of them, many of them long: compiling all would delay a start by three seconds. `costly` are
    parts of the source, such as the names of all months: the pattern is tried as far as the first of them before the
    whole is compiled, and most lines fail there.
    """

    every: ClassVar[list["Pattern"]] = []

    def __init__(self, source: str, flags: int = 0, *, costly: Sequence[str] = ()) -> None:
        self._source, self._flags = source, flags
        self._lead = Pattern(lead, flags) if (lead := lead_of(source, costly)) else None
        self.every.append(self)

    def compile(self) -> None:
        """Compile now what the first use would compile."""
        if self._lead is None:
            _ = self._pattern

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._pattern.match(text, start) if self._may_match(text, start) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._pattern.fullmatch(text) if self._may_match(text) else None

    def _may_match(self, text: str, start: int = 0) -> bool:
        return self._lead is None or self._lead.match(text, start) is not None

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text)

    def findall(self, text: str) -> list[Any]:
        return self._pattern.findall(text)

    def split(self, text: str) -> list[str]:
        return self._pattern.split(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._pattern.sub(replacement, text)


def lead_of(source: str, costly: Sequence[str]) -> str:
    """The part of a pattern before the first costly part, or before the outermost group that holds it."""
    end = min((at for part in costly if (at := source.find(part)) >= 0), default=0)
    depth, start, place = 0, 0, 0
    while place < end:
        if source[place] == "\\":
            place += 1
        elif source[place] == "[":
            place = source.index("]", place + 2)
        elif source[place] == "(":
            start, depth = (start if depth else place), depth + 1
        elif source[place] == ")":
            depth -= 1
        place += 1
    return source[: start if depth else end]


def compile_usual() -> None:
    """Compile the patterns of all imported modules that every text meets: for a process whose children read."""
    for pattern in Pattern.every:
        pattern.compile()

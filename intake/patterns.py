"""Regular expressions that compile at their first use."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import ClassVar


class Pattern:
    """A regular expression with the methods of `re.Pattern`, compiled when the first of them is called.

    Intake has about 250 of them, many of them long: compiling all at import would delay every start by 0.8 s.
    """

    every: ClassVar[list["Pattern"]] = []

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source, self._flags = source, flags
        self.every.append(self)

    def compile(self) -> None:
        """Compile now what the first use would compile."""
        _ = self._pattern

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._pattern.fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text)

    def findall(self, text: str) -> list[str]:
        return self._pattern.findall(text)

    def split(self, text: str) -> list[str]:
        return self._pattern.split(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._pattern.sub(replacement, text)


def compile_all() -> None:
    """Compile the patterns of all modules that are imported: for a process whose children read."""
    for pattern in Pattern.every:
        pattern.compile()

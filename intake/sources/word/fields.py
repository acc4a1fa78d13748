"""Fields of a Word file (ECMA-376 17.16): a code, which is never text, and a result, which is unless a program made it.

A field's code, result and end may stand in different paragraphs; fields may stand in each other.
"""

import re
from dataclasses import dataclass

from intake.sources.word.symbols import symbol

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|“([^”]*)”|(\\[A-Za-z*#@!])|([^\s"“]+)')
_WITH_ARGUMENT = {"\\l", "\\o", "\\t", "\\s", "\\f"}
_NO_TEXT = frozenset({"TOC", "INDEX", "TOA", "RD"})
"""Fields whose result a program makes from the rest of the text."""
_SILENT = frozenset(
    ("XE", "TC", "TA", "RD", "SET", "ASK", "ADVANCE", "PRIVATE", "BIDIOUTLINE", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT",
     "LISTNUM", "NEXT", "SKIPIF", "NEXTIF")
)  # fmt: skip
"""Fields that print nothing of their own, and numbers that Word gives."""


@dataclass(frozen=True)
class FieldLink:
    """A link made by a field: its address and the words that show when a pointer rests on it."""

    href: str
    title: str = ""


@dataclass
class OpenField:
    """A field that has begun; `is_result` once its code is over."""

    code: str = ""
    is_result: bool = False

    @property
    def kind(self) -> str:
        return (self.code.split() or [""])[0].upper()

    @property
    def is_text(self) -> bool:
        """False while the field's code, or a list that a program makes, is read."""
        return self.is_result and self.kind not in _NO_TEXT

    @property
    def link(self) -> FieldLink | None:
        return link_of(self.code) if self.kind == "HYPERLINK" else None


def link_of(code: str) -> FieldLink | None:
    r"""The link of a HYPERLINK code: `\l` is a place in the page, `\o` a tip; `\t`, `\m` and `\n` say how it opens."""
    address, place, title = "", "", ""
    tokens = [_token(match) for match in _TOKEN.finditer(code)][1:]
    while tokens:
        word = tokens.pop(0)
        argument = tokens.pop(0) if word in _WITH_ARGUMENT and tokens else ""
        if word == "\\l":
            place = argument
        elif word == "\\o":
            title = argument
        elif not word.startswith("\\") and not address:
            address = word
    href = f"{address}#{place}" if place else address
    return FieldLink(href, title) if href else None


def _token(match: re.Match[str]) -> str:
    quoted, curly, switch, bare = match.groups()
    if quoted is not None:
        return re.sub(r"\\(.)", r"\1", quoted)
    return (curly if curly is not None else switch.lower() if switch else bare) or ""


def printed_without_result(code: str) -> str | None:
    """The words of a field without a result: a SYMBOL's sign, "" for one that prints nothing; None if unknown."""
    words = [_token(match) for match in _TOKEN.finditer(code)]
    kind = words[0].upper() if words else ""
    if kind == "SYMBOL" and len(words) > 1:
        font = words[words.index("\\f") + 1] if "\\f" in words[:-1] else ""
        try:
            number = int(words[1], 0)
        except ValueError:
            return None
        return (
            symbol(font, number)
            if font or "\\u" in words
            else bytes([number % 256]).decode("cp1252", "replace")
        )
    if kind == "MACROBUTTON" or not kind or kind in _SILENT or kind in _NO_TEXT:
        return ""
    return None

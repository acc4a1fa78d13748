"""The notes of a piece as endnotes of Word, which numbers them itself (ECMA-376 17.11)."""

from collections.abc import Sequence

from desk.export.word.markup import Element, element, value
from desk.export.word.runs import Runs

_LINES = (("-1", "separator"), ("0", "continuationSeparator"))
"""Lines that Word draws between text and notes, and asks for in every file with notes."""


def root(notes: Sequence[Element], runs: Runs) -> Element:
    """The part; `runs` writes the inside of its notes."""
    lines = [element("w:endnote", {"w:type": kind, "w:id": key}, _line(kind)) for key, kind in _LINES]
    written = [_note(str(number), runs.of(note)) for number, note in enumerate(notes, start=1)]
    return element("w:endnotes", None, *lines, *written)


def settings() -> Element:
    """The part that names the lines."""
    names = [element("w:endnote", {"w:id": key}) for key, _ in _LINES]
    return element("w:settings", None, element("w:endnotePr", None, *names))


def _note(key: str, inside: list[Element]) -> Element:
    look = element("w:rPr", None, value("w:rStyle", "EndnoteReference"))
    number = element("w:r", None, look, element("w:endnoteRef"))
    paragraph = element(
        "w:p", None, element("w:pPr", None, value("w:pStyle", "EndnoteText")), number, *inside
    )
    return element("w:endnote", {"w:id": key}, paragraph)


def _line(kind: str) -> Element:
    return element("w:p", None, element("w:r", None, element(f"w:{kind}")))

"""A house's sentence with gaps, read backwards: the template becomes a pattern that finds what filled its slots."""

import re
from collections.abc import Sequence

from articles.intake.dates import MAYBE_DATE
from prose.typography import fold

SLOT_PATTERNS = {
    "outlet": r"(?P<outlet>[^\n]+?)",
    "date": rf"(?P<date>{MAYBE_DATE})",
    "noun": r"(?P<noun>[^\W\d][\w' -]{1,40}?)",
}
"""A slot's value never runs over a line's end, so that lines standing apart do not grow together."""
_PIECES = re.compile(r"(\{[^{}]*\}|[\[\]])")


def pattern(template: str) -> re.Pattern[str] | None:
    """What a filled `template` looks like in folded text, letter case aside; None for an empty template."""
    if not template.strip():
        return None
    found = "".join(_piece(piece) for piece in _PIECES.split(fold(template).rstrip(".")))
    return re.compile(found + r"\.?", re.IGNORECASE)


def _piece(piece: str) -> str:
    if piece == "[":
        return "(?:"
    if piece == "]":
        return ")?"
    if piece.startswith("{"):
        return SLOT_PATTERNS.get(piece[1:-1], r"[^\n]*?")
    return re.sub(r"(?:\\ )+", r"\\s+", re.escape(piece))


def folded(lines: Sequence[str]) -> str:
    """Lines ready for such patterns: typography made alike, line ends kept."""
    return "\n".join(fold(line) for line in lines)


def said(found: re.Match[str], group: str, text: str) -> str:
    """A group's words as the source spells them, where folding kept every character in its place."""
    value = found[group] or ""
    if len(text) == len(found.string) and value:
        return text[found.start(group) : found.end(group)].strip()
    return value.strip()

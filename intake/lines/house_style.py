"""A house's sentence with gaps, read backwards: the template becomes a pattern that finds what filled its slots."""

import re
from collections.abc import Sequence
from functools import lru_cache

from intake.lines.dates import MAYBE_DATE
from intake.lines.language import LANGUAGE
from intake.patterns import Pattern
from prose.typography import fold

SLOT_PATTERNS = {
    "outlet": r"(?P<outlet>[^\n]+?)",
    "date": rf"(?P<date>{MAYBE_DATE})",
    "noun": r"(?P<noun>[^\W\d][\w' -]{1,40}?)",
    "preposition": r"[^\W\d]{1,12}",
    "language": rf"(?P<language>{LANGUAGE})",
    "names": r"(?P<names>[^\n]{3,200}?)",
    "headline": r"\"?(?P<headline>[^\n\"]{1,300}?)\"?",
}
"""A slot's value never runs over a line's end, so that lines standing apart do not grow together."""
_ANYTHING = r"[^\n]{0,200}?"
_PIECES = Pattern(r"(\{[^{}]*\}|[\[\]])")
SAYS_A_PLACE = Pattern(r"\{outlet\}")
"""A template without a place for the outlet says of no text where it ran."""


@lru_cache(maxsize=4096)
def pattern(template: str) -> re.Pattern[str] | None:
    """What a filled `template` looks like in folded text, letter case aside; None for an empty template.

    A slot used twice is read where it stands first.
    """
    if not template.strip() or template.strip() == "-":
        return None
    seen: set[str] = set()
    found = "".join(_piece(piece, seen) for piece in _PIECES.split(fold(template).rstrip(".")))
    return re.compile(found + r"\.?", re.IGNORECASE)


def _piece(piece: str, seen: set[str]) -> str:
    if piece == "[":
        return "(?:"
    if piece == "]":
        return ")?"
    if piece.startswith("{"):
        name, _, number = piece[1:-1].partition(":")
        if number:
            return "(?:" + "|".join(map(re.escape, number.split("|"))) + ")"
        form = _ANYTHING if name in seen else SLOT_PATTERNS.get(name, _ANYTHING)
        seen.add(name)
        return form
    return re.sub(r"(?:\\ )+", r"\\s+", re.escape(piece))


def folded(lines: Sequence[str]) -> str:
    """Lines ready for such patterns: typography made alike, line ends kept."""
    return "\n".join(fold(line) for line in lines)


def said(found: re.Match[str], group: str, text: str) -> str:
    """A group's words as the source spells them, where folding kept every character in its place."""
    value = found[group] or ""
    flat = folded(text.split("\n"))
    if value and len(flat) == len(text) and flat.startswith(found.string):
        return text[found.start(group) : found.end(group)].strip()
    return value.strip()

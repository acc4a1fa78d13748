"""A house's templates read backwards: each becomes a pattern that finds the values of its slots."""

import re
from collections.abc import Sequence
from functools import lru_cache

from intake.lines.days.dates import MAYBE_DATE
from intake.lines.languages.names import LANGUAGE
from intake.patterns import Pattern
from prose.typography import fold

SLOT_PATTERNS = {
    "outlet": r"(?P<outlet>[^\n]+?)",
    "date": rf"(?P<date>{MAYBE_DATE})",
    "noun": r"(?P<noun>[^\W\d][\w' -]{1,40}?)",
    "preposition": r"[^\W\d]{1,12}",
    "language": rf"(?P<language>{LANGUAGE})",
    "names": r"(?P<names>[^\n]{3,200}?)",
    "headline": r"\"?(?P<headline>[^\n\"]{1,400}?)\"?",
}
"""A slot's value never runs over a line's end, so that separate lines do not grow together."""
_ANYTHING = r"[^\n]{0,200}?"
_PARTS = Pattern(r"(\{[^{}]*\}|[\[\]])")
OUTLET_SLOT = Pattern(r"\{outlet\}")
"""A template without this slot does not tell where a piece ran."""


@lru_cache(maxsize=4096)
def template_pattern(template: str) -> Pattern | None:
    """The pattern of a filled `template` in folded text, letter case aside; None for an empty template.

    A slot used twice is read at its first place.
    """
    if not template.strip() or template.strip() == "-":
        return None
    seen: set[str] = set()
    parts = [_part_pattern(part, seen) for part in _PARTS.split(fold(template).rstrip("."))]
    return Pattern("".join(parts) + r"\.?", re.IGNORECASE, costly=(MAYBE_DATE, LANGUAGE))


def _part_pattern(part: str, seen: set[str]) -> str:
    if part == "[":
        return "(?:"
    if part == "]":
        return ")?"
    if part.startswith("{"):
        name, _, number = part[1:-1].partition(":")
        if number:
            return "(?:" + "|".join(map(re.escape, number.split("|"))) + ")"
        slot = _ANYTHING if name in seen else SLOT_PATTERNS.get(name, _ANYTHING)
        seen.add(name)
        return slot
    return re.sub(r"(?:\\ )+", r"\\s+", re.escape(part))


def folded_lines(lines: Sequence[str]) -> str:
    """Lines ready for such patterns: typography made alike, line ends kept."""
    return "\n".join(fold(line) for line in lines)


def as_spelled(match: re.Match[str], group: str, text: str) -> str:
    """A group's words as the source spells them, if folding kept every character in its place."""
    value = match[group] or ""
    flat = folded_lines(text.split("\n"))
    if value and len(flat) == len(text) and flat.startswith(match.string):
        return text[match.start(group) : match.end(group)].strip()
    return value.strip()

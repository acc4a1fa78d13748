"""Lists of a Word file: Word keeps only paragraphs with a list's number and a level; the reader counts.

ECMA-376 17.9. Lists of one `abstractNum` go on counting after a paragraph between them; `startOverride` restarts one.
"""

import re
from dataclasses import dataclass, field

from intake.sources.lists import ListPlace
from intake.sources.word.package import Element, Part, attribute, child, qname

_KINDS = {
    "bullet": "", "none": "", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I",
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]{2,}")
_SLOT = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass
class _Level:
    format: str = "decimal"
    start: int = 1
    label: str = ""


@dataclass
class _List:
    """One `num`: the list of which it is an instance, its levels, and levels at which it starts anew."""

    abstract: str
    levels: dict[int, _Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbering part, and the numbers given so far."""

    def __init__(self, part: Part | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is None:
            return
        abstract = {
            attribute(each, "w:abstractNumId"): _levels(each)
            for each in part.root.iter(qname("w:abstractNum"))
        }
        for num in part.root.iter(qname("w:num")):
            key = attribute(child(num, "w:abstractNumId"))
            listing = _List(key, dict(abstract.get(key, {})))
            for override in num.iter(qname("w:lvlOverride")):
                level = _number(attribute(override, "w:ilvl"), 0)
                listing.levels |= _levels(override)
                if (start := child(override, "w:startOverride")) is not None:
                    listing.restarts[level] = _number(attribute(start), 1)
            self._lists[attribute(num, "w:numId")] = listing

    def place(self, properties: Element | None) -> tuple[ListPlace | None, str]:
        """The place of the next paragraph with this `numPr`, or words that its list prints before it ("Case 3:")."""
        listing = self._lists.get(attribute(child(properties, "w:numId")))
        if properties is None or listing is None:
            return None, ""
        depth = min(_number(attribute(child(properties, "w:ilvl")), 0), 8)
        level = listing.levels.get(depth, _Level())
        number = self._count(listing, depth, level)
        if _WORDS.search(_SLOT.sub("", level.label)):
            return None, self._label(listing, level.label)
        if level.format == "none":
            return None, ""
        is_ordered = level.format != "bullet"
        return ListPlace(depth, is_ordered, _KINDS.get(level.format, ""), number if is_ordered else 1), ""

    def _count(self, listing: _List, depth: int, level: _Level) -> int:
        counts = self._counts.setdefault(listing.abstract, {})
        if depth in listing.restarts:
            counts[depth] = listing.restarts.pop(depth)
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return counts[depth]

    def _label(self, listing: _List, label: str) -> str:
        counts = self._counts[listing.abstract]

        def number(slot: re.Match[str]) -> str:
            depth = int(slot[1]) - 1
            level = listing.levels.get(depth, _Level())
            return _written(counts.get(depth, level.start), level.format)

        return _SLOT.sub(number, label)


def _levels(parent: Element) -> dict[int, _Level]:
    return {
        _number(attribute(level, "w:ilvl"), 0): _Level(
            attribute(child(level, "w:numFmt")) or "decimal",
            _number(attribute(child(level, "w:start")), 1),
            attribute(child(level, "w:lvlText")),
        )
        for level in parent.iter(qname("w:lvl"))
    }


def _number(text: str, usual: int) -> int:
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else usual


def _written(number: int, style: str) -> str:
    kind = _KINDS.get(style, "1")
    if kind in ("a", "A") and number > 0:
        letters = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letters.upper() if kind == "A" else letters
    if kind in ("i", "I") and 0 < number < 4000:
        written = ""
        for value, sign in _ROMAN:
            written, number = written + sign * (number // value), number % value
        return written.upper() if kind == "I" else written
    return str(number)

"""Lists: each has a numbering of its own, so that none goes on counting where another ended (ECMA-376 17.9)."""

from desk.export.word.markup import Element, element, value

_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVELS = 9
_INDENT = 720  # twentieths of a point: half an inch
_HANGING = 360
_BULLETS = "•◦▪"


class WordLists:
    """The numbering part. `add` gives the number by which paragraphs name their list."""

    def __init__(self) -> None:
        self._lists: list[Element] = []

    def add(self, listing: Element) -> int:
        """Take up a list of the body."""
        self._lists.append(listing)
        return len(self._lists)

    def root(self) -> Element:
        """The part: all abstract lists first, then their instances."""
        abstract = [_abstract(number, listing) for number, listing in enumerate(self._lists, start=1)]
        instances = [
            element("w:num", {"w:numId": str(number)}, value("w:abstractNumId", str(number)))
            for number in range(1, len(self._lists) + 1)
        ]
        return element("w:numbering", None, *abstract, *instances)


def _abstract(number: int, listing: Element) -> Element:
    levels = [_level(depth, listing) for depth in range(_LEVELS)]
    return element(
        "w:abstractNum",
        {"w:abstractNumId": str(number)},
        value("w:multiLevelType", "hybridMultilevel"),
        *levels,
    )


def _level(depth: int, listing: Element) -> Element:
    is_ordered = listing.tag == "ol"
    form = _FORMATS.get(listing.get("type", ""), "decimal") if is_ordered else "bullet"
    label = f"%{depth + 1}." if is_ordered else _BULLETS[depth % len(_BULLETS)]
    indent = element("w:ind", {"w:start": str(_INDENT * (depth + 1)), "w:hanging": str(_HANGING)})
    return element(
        "w:lvl",
        {"w:ilvl": str(depth)},
        value("w:start", listing.get("start", "1") if is_ordered else "1"),
        value("w:numFmt", form),
        value("w:lvlText", label),
        value("w:lvlJc", "start"),
        element("w:pPr", None, indent),
    )

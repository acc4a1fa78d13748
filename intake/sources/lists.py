"""Lists built from paragraphs that each name their place: so Word and Google Docs keep them."""

from collections.abc import Iterable
from dataclasses import dataclass

import lxml.html


@dataclass(frozen=True)
class ListPlace:
    """A paragraph's place in a list: level from 0, bullets or numbers, kind (a, A, i, I, "" for 1) and number."""

    level: int
    is_ordered: bool = False
    kind: str = ""
    number: int = 1


@dataclass
class _Open:
    level: int
    place: ListPlace
    element: lxml.html.HtmlElement


def build_lists(items: Iterable[tuple[ListPlace, lxml.html.HtmlElement]]) -> list[lxml.html.HtmlElement]:
    """Nested lists of neighbouring items; each element is the content of one.

    Levels count relative to each other: the first item is of the outermost level, whatever its number. An item whose
    kind or number does not follow the one before it begins a list of its own.
    """
    tops: list[lxml.html.HtmlElement] = []
    opened: list[_Open] = []
    for place, content in items:
        while len(opened) > 1 and opened[-1].level > place.level:
            opened.pop()
        if opened:
            opened[-1].level = min(opened[-1].level, place.level)
        if opened and opened[-1].level == place.level and not _follows(opened[-1].place, place):
            opened.pop()
        if not opened or opened[-1].level < place.level:
            opened.append(
                _Open(place.level, place, _begin(place, opened[-1].element if opened else None, tops))
            )
        opened[-1].place = place
        item = lxml.html.Element("li")
        item.append(content)
        opened[-1].element.append(item)
    return tops


def _follows(before: ListPlace, place: ListPlace) -> bool:
    if (before.is_ordered, before.kind) != (place.is_ordered, place.kind):
        return False
    return not place.is_ordered or place.number == before.number + 1


def _begin(
    place: ListPlace, around: lxml.html.HtmlElement | None, tops: list[lxml.html.HtmlElement]
) -> lxml.html.HtmlElement:
    """A new list, inside the last item of the one around it."""
    element = lxml.html.Element("ol" if place.is_ordered else "ul")
    if place.is_ordered and place.number != 1:
        element.set("start", str(place.number))
    if place.kind:
        element.set("type", place.kind)
    if around is not None:
        around[-1].append(element)
    else:
        tops.append(element)
    return element

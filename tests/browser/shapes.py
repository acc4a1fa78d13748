"""Pages that show an element as no other page shows it: what axe finds on the others, it finds on one of these.

The shape of an element is all that decides what may be wrong with it: its kind, its classes and attributes, its label,
whether there are words in it, and what it stands in. The list, the new record and the record of each model are drawn
by the same templates, so that half of the pages of a desk bring no shape of their own.
"""

import re
from collections.abc import Mapping
from typing import Any

from lxml import html

# Classes that name a field, a column or a model, as the stock admin writes them.
NAMES = re.compile(r"^(field-|column-|model-|app-|change-|dynamic-|int-|type|vForeign|error)|\d")
KEPT = ("role", "type", "title", "alt", "lang", "dir", "tabindex", "hidden", "disabled", "scope", "for")
UNSEEN = ("script", "option", "template")
Shape = tuple[Any, ...]


def shapes(page: str) -> frozenset[Shape]:
    """The shapes of the elements of a page's content, and the order of its headings."""
    tree = html.fromstring(page)
    labelled = {label.get("for") for label in tree.iter("label")}
    content = tree.get_element_by_id("content", tree)
    elements = [each for each in content.iter() if isinstance(each.tag, str) and each.tag not in UNSEEN]
    found = {(*_looks(each), *_words(each, labelled), *_looks(each.getparent())[:2]) for each in elements}
    levels = [each.tag for each in elements if re.fullmatch("h[1-6]", each.tag)]
    steps = {("heading", *step) for step in zip(["start", *levels], levels, strict=False)}
    return frozenset(found | steps)


def _looks(element: Any) -> Shape:
    if element is None:  # what a page stands in that has no part for its content
        return ()
    classes = sorted(name for name in element.get("class", "").split() if not NAMES.search(name))
    names = sorted(name for name in element.attrib if name in KEPT or name.startswith("aria-"))
    return element.tag, tuple(classes), tuple(names), element.get("type"), element.get("role")


def _words(element: Any, labelled: set[str | None]) -> Shape:
    is_named = element.get("id") in labelled or any(up.tag == "label" for up in element.iterancestors())
    has_words = any(text.strip() for text in element.xpath("text()"))
    has_more = any(text.strip() for text in element.itertext())
    return is_named, has_words, has_more, len(element) > 0


def with_all_shapes(pages: Mapping[str, frozenset[Shape]]) -> list[str]:
    """The fewest addresses, or nearly, whose pages together show every shape."""
    left, seen, chosen = dict(pages), set[Shape](), list[str]()
    while left:
        best = max(left, key=lambda address: len(left[address] - seen))
        new = left.pop(best) - seen
        if not new:
            break
        seen |= new
        chosen.append(best)
    return chosen

"""JSON-LD in the head of a page: written so that no value can end its element or begin another."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.safestring import SafeString

from articles.addresses import absolute

Thing = dict[str, Any]
"""An object of schema.org by the names of its properties."""

_ESCAPED = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def without_empty(**members: Any) -> Thing:
    """An object without the members that say nothing; `type_`, `id_` stand for "@type", "@id"."""
    special = {"type_": "@type", "id_": "@id"}
    return {
        special.get(name, name): value
        for name, value in members.items()
        if value is not None and value != "" and value != [] and value != {}
    }


def script(things: Iterable[Mapping[str, Any]]) -> SafeString:
    """The objects as one graph in a script element; "" for none."""
    graph = list(things)
    if not graph:
        return SafeString("")
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":")
    )
    return SafeString(f'<script type="application/ld+json">{text.translate(_ESCAPED)}</script>')


def trail_of(steps: Iterable[tuple[str, str]]) -> Thing:
    """A BreadcrumbList of names and paths, from the front page to the page itself; {} for fewer than two."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
        for place, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if len(items) > 1 else {}

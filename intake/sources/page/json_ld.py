"""Claims in a page's JSON-LD (schema.org): the first node that is an article of any kind.

Real pages hold broken JSON, arrays, graphs with references, and single values where lists are due.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import lxml.html

from intake.patterns import Pattern
from intake.sources.claims import Claim, Claimed

_ARTICLES = Pattern(
    r"(?:\w*article|blogposting|posting|report|scholarlyarticle|review|howto|recipe|videoobject|podcastepisode"
    r"|audioobject|\w*webpage|itempage|creativework)",
    re.IGNORECASE,
)
_PAGES = frozenset({"webpage", "itempage", "aboutpage", "medicalwebpage", "creativework"})
_LESSER = frozenset({"howto", "recipe", "videoobject", "audioobject", "podcastepisode", "review"})
"""Kinds of thing that may stand beside the article instead of being it."""
_STRING = r'("(?:[^"\\\n]|\\.){2,400}")'
_SALVAGED = Pattern(rf'"(headline|datePublished|dateModified|inLanguage)"\s*:\s*{_STRING}')
_SALVAGED_AUTHOR = Pattern(rf'"author"\s*:\s*\[?\s*\{{[^{{}}]{{0,200}}"name"\s*:\s*{_STRING}')
_WRAPPING = Pattern(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)?\s*;?\s*$")
_CONTROLS = Pattern(r"[\x00-\x1f]+")
_MOST_NODES = 400

_KIND = Pattern(r'"@type"\s*:\s*"(\w{3,40})"')
Node = dict[str, Any]


def json_ld_claims(root: lxml.html.HtmlElement) -> Iterator[Claim]:
    """Claims of the page's article node, else of its page node."""
    nodes: list[tuple[Node, int]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes += [(node, int(script.sourceline or 0)) for node in _nodes(_load(script.text or ""))]
    by_id = {node["@id"]: node for node, _ in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [(node, line) for node, line in nodes if _is_article(node)]
    articles.sort(key=lambda each: _rank(each[0]))  # stable: the first of its kind counts
    for node, line in articles[:1]:
        yield from _claims(node, by_id, line)


def _load(text: str) -> Any:
    text = _CONTROLS.sub(" ", _WRAPPING.sub("", text))
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return _salvaged(text)


def _salvaged(text: str) -> Node | None:
    """What can still be read in broken JSON about an article: a comma too many must not cost the headline."""
    if not any(_ARTICLES.fullmatch(kind) and kind.lower() not in _PAGES for kind in _KIND.findall(text)):
        return None
    node: Node = {"@type": "Article"}
    for match in _SALVAGED.finditer(text):
        node.setdefault(match[1], _string(match[2]))
    if author := _SALVAGED_AUTHOR.search(text):
        node["author"] = _string(author[1])
    return node


def _string(literal: str) -> str:
    """A JSON string with its escapes resolved; "" if even that is broken."""
    try:
        return unescape(str(json.loads(literal, strict=False)))
    except ValueError:
        return ""


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    """Nodes of a document: its own, those in lists and in `@graph`, and the main entity of a page."""
    if depth > 5:
        return
    if isinstance(value, list):
        for each in value[:_MOST_NODES]:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(name), depth + 1)


def _types(node: Node) -> list[str]:
    types = node.get("@type")
    return [str(each).lower().rpartition("/")[2] for each in (types if isinstance(types, list) else [types])]


def _is_article(node: Node) -> bool:
    has_words = any(node.get(name) for name in ("headline", "name", "datePublished", "author"))
    return has_words and any(_ARTICLES.fullmatch(each) for each in _types(node))


def _rank(node: Node) -> int:
    types = set(_types(node))
    return 2 if types <= _PAGES else 1 if types & _LESSER else 0


def _claims(node: Node, by_id: dict[str, Node], line: int) -> Iterator[Claim]:
    for name, what in (
        ("headline", Claimed.HEADLINE), ("datePublished", Claimed.DAY), ("inLanguage", Claimed.LANGUAGE),
        ("description", Claimed.SUMMARY), ("dateModified", Claimed.UPDATED),
    ):  # fmt: skip
        for value in _texts(node.get(name), by_id)[:1]:
            yield Claim(what, value, f"JSON-LD {name}", line)
    for name in ("uploadDate", "dateCreated") if not node.get("datePublished") else ():
        for value in _texts(node.get(name), by_id)[:1]:
            yield Claim(Claimed.DAY, value, f"JSON-LD {name}", line)
    if not node.get("headline"):
        for value in _texts(node.get("name"), by_id)[:1]:
            yield Claim(Claimed.HEADLINE, value, "JSON-LD name", line)
    for value in _texts(node.get("author") or node.get("creator"), by_id, is_person=True):
        yield Claim(Claimed.AUTHOR, value, "JSON-LD author", line)
    for value in _texts(node.get("publisher"), by_id)[:1]:
        yield Claim(Claimed.OUTLET, value, "JSON-LD publisher", line)
    page = node.get("mainEntityOfPage")
    address = (
        page.get("@id") if isinstance(page, dict) else page if isinstance(page, str) else node.get("url")
    )
    if isinstance(address, str) and address.startswith("http"):
        yield Claim(Claimed.ADDRESS, address, "JSON-LD address", line)


def _texts(value: Any, by_id: dict[str, Node], *, is_person: bool = False) -> list[str]:
    """The words of a value: of a text, of a thing with a name, of a reference to one, of a list of these."""
    if isinstance(value, list):
        return [text for each in value[:20] for text in _texts(each, by_id, is_person=is_person)]
    if isinstance(value, dict):
        if is_person and "organization" in " ".join(_types(value)):
            return []
        if "name" not in value:
            value = by_id.get(str(value.get("@id")), value)
        return _texts(value.get("name") or value.get("@value") or value.get("alternateName"), {})
    return [value] if isinstance(value, str) and value.strip() else []

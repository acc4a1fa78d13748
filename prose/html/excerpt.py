"""The first words of a body, for a piece of which no more may be shown."""

from prose.html.allowed import NOTE
from prose.html.clean import clean_html
from prose.html.text import WORD
from prose.html.tree import Element, inner_html, parse

ELLIPSIS = "…"


def excerpt(html: str, words: int) -> str:
    """The body up to its `words`-th word, well formed; not one word of what follows is in it.

    Notes and the titles of links are left out: they are words, too. A body that is short enough stays whole.
    """
    body = parse(html)
    for note in [span for span in body.iter("span") if NOTE in span.attrib]:
        _remove(note)
    for node in body.iter():
        node.attrib.pop("title", "")
    _cut(body, words)
    return clean_html(inner_html(body))


def _cut(node: Element, left: int) -> int:
    """Keep at most `left` words inside a node and give back how many may still follow."""
    node.text, left = _kept(node.text, left)
    for child in list(node):
        if left <= 0:
            node.remove(child)
            continue
        left = _cut(child, left)
        child.tail, left = _kept(child.tail, left)
    return left


def _kept(text: str | None, left: int) -> tuple[str | None, int]:
    """The beginning of a text with at most `left` words in it, and how many are left then."""
    if not text or left <= 0:
        return None, left
    found = list(WORD.finditer(text))
    if len(found) <= left:
        return text, left - len(found)
    return f"{text[: found[left - 1].end()]}{ELLIPSIS}", 0


def _remove(node: Element) -> None:
    """Take an element out and keep the text after it in its place."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "")
    else:
        parent.text = (parent.text or "") + (node.tail or "")
    parent.remove(node)

"""The first words of a body, for pieces that may be shown only in part."""

from prose.html.allowed import NOTE, NOTE_MARK
from prose.html.clean import clean_html
from prose.html.tree import Element, inner_html, parse, take_out
from prose.words import WORD

ELLIPSIS = "…"


def excerpt(html: str, words: int) -> str:
    """The body up to its `words`-th word, as valid HTML without any later word.

    Endnotes, their printed marks and titles of links are removed, because they are words too. Captions count, and a
    figure whose caption does not fit is left out. A short enough body stays whole.
    """
    body = parse(html)
    for note in [node for node in body.iter() if NOTE in node.attrib or node.get("class") == NOTE_MARK]:
        take_out(note)
    for node in body.iter():
        node.attrib.pop("title", "")
    _cut(body, words)
    return clean_html(inner_html(body))


def _cut(node: Element, left: int) -> int:
    """Keep at most `left` words inside a node; return the number that may still follow."""
    node.text, left = _cut_text(node.text, left)
    for child in list(node):
        if left <= 0 or (child.tag == "figure" and _words(child) > left):
            node.remove(child)
            continue
        left = _cut(child, left)
        child.tail, left = _cut_text(child.tail, left)
    return left


def _words(figure: Element) -> int:
    return len(WORD.findall("".join(map(str, figure.itertext()))))


def _cut_text(text: str | None, left: int) -> tuple[str | None, int]:
    """The start of a text with at most `left` words, and the number that may still follow."""
    if not text or left <= 0:
        return None, left
    words = list(WORD.finditer(text))
    if len(words) <= left:
        return text, left - len(words)
    return f"{text[: words[left - 1].end()]}{ELLIPSIS}", 0

"""An account of a text's characters and links: what came in, what went out, and the difference in words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from html import unescape

import lxml.html

from intake.patterns import Pattern
from prose.typography import without_unseen

_WORD = re.compile(r"\S+")
_SHOWN = 160
_LINK = Pattern(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = Pattern(r'<(?:[^>"]|"[^"]*")*>')


class Balance:
    """Characters in and out. Spaces do not count: a reader may part words, and join what the source had parted."""

    def __init__(self) -> None:
        self._in: list[str] = []
        self._out: list[str] = []

    def bring_in(self, text: str) -> None:
        self._in.append(text)

    def give_out(self, text: str) -> None:
        self._out.append(text)

    def doubts(self, *, may_add: bool = False) -> list[str]:
        """A sentence for words that are nowhere, and one for words that are there more often than they came in."""
        lost = _difference(self._in, self._out)
        added = "" if may_add else _difference(self._out, self._in)
        sentences = []
        if lost:
            sentences.append(f"These words of the source are not in the text: “{lost}”. Look at the source.")
        if added:
            sentences.append(f"These words stand in the text more often than in the source: “{added}”.")
        return sentences


def _difference(texts: list[str], others: list[str]) -> str:
    """The words of `texts` that hold the characters which `others` lack; "" if it lacks none."""
    missing = _characters(texts) - _characters(others)
    if not missing:
        return ""
    words = Counter(word for text in texts for word in _WORD.findall(text))
    words -= Counter(word for text in others for word in _WORD.findall(text))
    named = " ".join(word for word in words.elements() if missing & Counter(word)) or "".join(
        missing.elements()
    )
    return named if len(named) <= _SHOWN else f"{named[: _SHOWN - 1]}…"


def _characters(texts: list[str]) -> Counter[str]:
    # Decomposed: a letter and its accent may come in two pieces of the source.
    count = Counter(unicodedata.normalize("NFKD", without_unseen("\n".join(texts))))
    return Counter({character: many for character, many in count.items() if not character.isspace()})


def links_in(body: lxml.html.HtmlElement) -> list[tuple[str, str]]:
    """(address, words) of every link with words."""
    links = ((link.get("href") or "", " ".join(str(link.text_content()).split())) for link in body.iter("a"))
    return [(href.strip(), words) for href, words in links if href.strip() and words]


def lost_links(links: Iterable[tuple[str, str]], texts: Iterable[str]) -> list[str]:
    """A sentence for each link that is in none of these HTML texts. Neighbours to one address may be one link there."""
    kept: dict[str, str] = {}
    for link in (link for text in texts for link in _LINK.finditer(text)):
        href = unescape(link[1])
        kept[href] = kept.get(href, "") + _packed(unescape(_TAG.sub("", link[2])))
    return [
        f"The link “{words[:80]}” to {href[:80]} is not in the text."
        for href, words in links
        if _packed(words) not in kept.get(href, "")
    ]


def _packed(words: str) -> str:
    """The words as they are compared: without spaces and invisible characters, in one form of Unicode."""
    return "".join(unicodedata.normalize("NFKD", without_unseen(words)).split())

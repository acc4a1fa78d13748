"""Claims by markup on a page's own words: microdata, RDFa, rel=author, hAtom, `<time>`, and classes that name them."""

import re
from collections.abc import Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.claims import Claim, Claimed
from intake.sources.page.other_texts import is_of_another_text
from prose.typography import clean_line

ITEMS = {"headline": Claimed.HEADLINE, "datepublished": Claimed.DAY, "datecreated": Claimed.DAY, "uploaddate":
         Claimed.DAY, "author": Claimed.AUTHOR, "inlanguage": Claimed.LANGUAGE,
         "datemodified": Claimed.UPDATED}  # fmt: skip
_NAME_CLASS = Pattern(
    r"(?:^|\s)(?:fn|[\w-]*author[-_]{0,2}name|[\w-]*author[-_]{1,2}link|byline[-_]{0,2}name|p-author|post-author"
    r"|entry-author-name|url fn n)(?:\s|$)",
    re.IGNORECASE,
)
_TOKEN = Pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BYLINE_TOKENS = frozenset((
    "author", "authors", "authorname", "authornames", "autor", "autoren", "autores", "auteur", "auteurs", "autore",
    "byline", "bylines", "verfasser", "writer", "redacteur", "reporter", "autorenzeile", "autorzeile",
))  # fmt: skip
_DATE_TOKENS = frozenset((
    "date", "datum", "fecha", "published", "publishdate", "pubdate", "publication", "created", "timestamp", "posted",
    "dateline", "submitted", "datetime", "authored", "meldung",
))  # fmt: skip
_NOT_TOKENS = frozenset((
    "bio", "image", "avatar", "photo", "picture", "comment", "comments", "social", "follow", "description", "event",
    "events", "updated", "modified", "today", "current", "weather", "header", "calendar",
))  # fmt: skip
BY_CLASS = "class of a line"
"""Place of a claim that only the class name of a line makes: "byline", "entry-date"."""
IN_A_BOX = "box on the author"
_BOX_TOKENS = frozenset((
    "bio", "box", "card", "info", "about", "profile", "profil", "vita", "description", "details", "portrait",
))  # fmt: skip
_NAMING = ("h2", "h3", "h4", "h5", "h6", "a", "strong", "b", "p", "span", "div")
_MOST_LINES = 4
_LONGEST_BYLINE, _LONGEST_DATE, _LONGEST_NAME = 200, 100, 60
_BLOCKS = ("div", "p", "li", "a", "h3", "h4", "h5", "h6", "span", "time", "small", "td", "ul", "em", "address",
           "cite", "strong", "header", "footer", "section")  # fmt: skip


def marked_claims(root: lxml.html.HtmlElement) -> Iterator[Claim]:
    """Claims by markup that means it, then those by class names."""
    elements = [
        each for each in root.iter() if isinstance(each.tag, str) and each.tag not in ("meta", "link", "body")
    ]
    for element in elements:
        if _is_marked(element) and not is_of_another_text(element):
            yield from _claims(element)
    yield from _by_class(elements)
    yield from _in_boxes(elements)


def _claims(element: lxml.html.HtmlElement) -> Iterator[Claim]:
    line, names = int(element.sourceline or 0), element.get("class") or ""
    for item in _items(element):
        if item in ITEMS:
            yield Claim(ITEMS[item], _item_value(element, item), f"itemprop {item}", line)
    if "author" in (element.get("rel") or "").lower().split():
        yield Claim(Claimed.AUTHOR, element.text_content(), "rel=author", line)
    elif _NAME_CLASS.search(names):
        yield Claim(Claimed.AUTHOR, element.text_content(), "byline", line)
    if element.get("datetime") and not element.get("itemprop"):
        what = Claimed.UPDATED if "updated" in names else Claimed.DAY
        yield Claim(what, element.get("datetime") or "", "time", line)
    elif element.get("title") and {"published", "updated"} & set(names.split()):
        what = Claimed.DAY if "published" in names.split() else Claimed.UPDATED
        yield Claim(what, element.get("title") or "", "published", line)


def _items(element: lxml.html.HtmlElement) -> list[str]:
    """Names of schema.org or Dublin Core on an element, by microdata or RDFa: "schema:dateCreated" -> "datecreated"."""
    names = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()
    return [name.rpartition(":")[2] for name in names if not name.startswith("og:")]


def _is_marked(element: lxml.html.HtmlElement) -> bool:
    names = element.get("class") or ""
    return bool(
        element.get("itemprop") or element.get("property") or element.get("rel") or element.get("datetime")
        or _NAME_CLASS.search(names) or "published" in names or "updated" in names
    )  # fmt: skip


def _item_value(element: lxml.html.HtmlElement, item: str) -> str:
    if item == "author":
        for inner in element.iter():
            if "name" in str(inner.get("itemprop") or "").lower().split():
                return str(inner.get("content") or inner.text_content())
    return str(element.get("content") or element.get("datetime") or element.text_content())


def _by_class(elements: list[lxml.html.HtmlElement]) -> Iterator[Claim]:
    """Lines that their class calls a byline or a date: several links or items of one are parted by a bar."""
    for what, tokens, longest in (
        (Claimed.AUTHOR, _BYLINE_TOKENS, _LONGEST_BYLINE), (Claimed.DAY, _DATE_TOKENS, _LONGEST_DATE),
    ):  # fmt: skip
        values: list[str] = []
        for element in elements:
            if element.tag not in _BLOCKS or not tokens & (found := _tokens(element)) or found & _NOT_TOKENS:
                continue
            words = _parted(element)
            is_fit = 4 < len(words) <= longest and (what is Claimed.AUTHOR or any(map(str.isdigit, words)))
            if is_fit and words not in values and not is_of_another_text(element):
                values.append(words)
                yield Claim(what, words, BY_CLASS, int(element.sourceline or 0))
            if len(values) == _MOST_LINES:
                break


def _in_boxes(elements: list[lxml.html.HtmlElement]) -> Iterator[Claim]:
    """The first words of the first box that its class calls one on the author: "author-bio"."""
    for element in elements:
        tokens = _tokens(element)
        if not (tokens & _BYLINE_TOKENS and tokens & _BOX_TOKENS) or is_of_another_text(element):
            continue
        for inner in element.iter(*_NAMING):
            runs = _parted(inner).split(" | ") if inner is not element else [""]
            words = runs[0] if " " in runs[0] else " ".join(runs)  # behind the name stands a button
            if words and len(words) <= _LONGEST_NAME:
                yield Claim(Claimed.AUTHOR, words, IN_A_BOX, int(inner.sourceline or 0))
                return


def _tokens(element: lxml.html.HtmlElement) -> set[str]:
    return {
        token.lower() for token in _TOKEN.findall(f"{element.get('class') or ''} {element.get('id') or ''}")
    }


def _parted(element: lxml.html.HtmlElement) -> str:
    """The words of an element, each run of them apart: "Nora Quill | 3 March 2021"."""
    if sum(1 for _ in element.iter()) > 40:
        return ""
    return " | ".join(words for text in element.itertext() if (words := clean_line(str(text)).strip(" |,·")))

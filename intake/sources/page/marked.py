"""Claims by markup on a page's own words: microdata, RDFa, rel=author, hAtom, `<time>`, and classes that name them."""

import re
from collections.abc import Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.claims import Claim, Claimed
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
    "byline", "bylines", "verfasser", "writer", "redacteur", "reporter",
))  # fmt: skip
_DATE_TOKENS = frozenset((
    "date", "datum", "fecha", "published", "publishdate", "pubdate", "publication", "created", "timestamp", "posted",
    "dateline", "submitted", "datetime", "authored", "meldung",
))  # fmt: skip
_NOT_TOKENS = frozenset((
    "bio", "image", "avatar", "photo", "picture", "comment", "comments", "social", "follow", "description", "event",
    "events", "updated", "modified", "today", "current", "weather", "header", "calendar",
))  # fmt: skip
_ANOTHER = Pattern(
    r"comment|related|recommend|sidebar|(?<!elementor-)widget(?! blog)|trending|popular|latest|recent",
    re.IGNORECASE,
)
"""Names of parts that hold other texts; two site builders call every part of a page a widget."""
_TEASER = Pattern(r"teaser", re.IGNORECASE)
_FOOTER = Pattern(r"footer", re.IGNORECASE)
_PIECE = Pattern(r"(?:^|[\s_-])(?:h?entry|post|article|artikel|news|story|single)(?:[\s_-]|$)", re.IGNORECASE)
BY_CLASS = "class of a line"
"""Place of a claim that only the class name of a line makes: "byline", "entry-date"."""
_MOST_LINES = 4
_LONGEST_BYLINE, _LONGEST_DATE = 200, 100
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


def is_of_another_text(element: lxml.html.HtmlElement) -> bool:
    """True inside comments, lists of other pieces and the like, and in the footer of the page, not of the piece."""
    for each in element.iterancestors():
        if each.tag in ("body", "html"):
            return False
        names = f"{each.get('class') or ''} {each.get('id') or ''}"
        if each.tag in ("aside", "nav") or _ANOTHER.search(names):
            return True
        if _TEASER.search(names) and next(each.iter("h2", "h3", "h4"), None) is not None:
            return True
        if (each.tag == "footer" or _FOOTER.search(names)) and not _is_in_a_piece(each):
            return True
    return False


def _is_in_a_piece(element: lxml.html.HtmlElement) -> bool:
    return any(
        each.tag == "article" or _PIECE.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in (element, *element.iterancestors())
        if each.tag not in ("body", "html")
    )


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


def _tokens(element: lxml.html.HtmlElement) -> set[str]:
    return {
        token.lower() for token in _TOKEN.findall(f"{element.get('class') or ''} {element.get('id') or ''}")
    }


def _parted(element: lxml.html.HtmlElement) -> str:
    """The words of an element, each run of them apart: "Nora Quill | 3 March 2021"."""
    if sum(1 for _ in element.iter()) > 40:
        return ""
    return " | ".join(words for text in element.itertext() if (words := clean_line(str(text)).strip(" |,·")))

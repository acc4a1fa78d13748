"""Parts of a page that belong to other texts: comments, lists of other pieces, the foot of the page."""

import re

import lxml.html

from intake.patterns import Pattern

_ANOTHER = Pattern(
    r"comment|related|recommend|(?<!with)(?<!with[-_])(?<!has[-_])(?<!no[-_])sidebar"
    r"|(?<!elementor-)widget(?! blog)|trending|popular|latest|recent",
    re.IGNORECASE,
)
"""Names of parts that hold other texts; two site builders call every part of a page a widget,
and "with-sidebar" is the whole of it."""
_TEASER = Pattern(r"teaser", re.IGNORECASE)
_FOOTER = Pattern(r"footer", re.IGNORECASE)
_PIECE = Pattern(r"(?:^|[\s_-])(?:h?entry|post|article|artikel|news|story|single)(?:[\s_-]|$)", re.IGNORECASE)
_HEADINGS = ("h2", "h3", "h4")
_LONGEST_META = 300  # characters of a box beside the text that holds a byline and a day


def is_of_another_text(element: lxml.html.HtmlElement) -> bool:
    """True inside comments, lists of other pieces and the like, and in the footer of the page, not of the piece."""
    for each in element.iterancestors():
        if each.tag in ("body", "html"):
            return False
        names = f"{each.get('class') or ''} {each.get('id') or ''}"
        if each.tag in ("aside", "nav") and not _is_of_the_piece(each):
            return True
        if _ANOTHER.search(names):
            return True
        if _TEASER.search(names) and next(each.iter(*_HEADINGS), None) is not None:
            return True
        if (each.tag == "footer" or _FOOTER.search(names)) and not _is_in_a_piece(each):
            return True
    return False


def _is_of_the_piece(box: lxml.html.HtmlElement) -> bool:
    """True for a short box without a heading, inside a piece or with microdata: its byline, day and topics."""
    is_short = len(" ".join(box.text_content().split())) <= _LONGEST_META
    is_alone = is_short and next(box.iter("h1", *_HEADINGS), None) is None
    return is_alone and (_is_in_a_piece(box) or any(each.get("itemprop") for each in box.iter()))


def _is_in_a_piece(element: lxml.html.HtmlElement) -> bool:
    return any(
        each.tag == "article" or _PIECE.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in (element, *element.iterancestors())
        if each.tag not in ("body", "html")
    )

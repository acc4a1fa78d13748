"""Rivals of a headline: other lines above the text of a page that look like its headline, too."""

import re
from collections.abc import Collection, Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.claims import Claim, Claimed
from intake.sources.page.headline import bare
from intake.sources.page.other_texts import is_of_another_text
from intake.sources.page.prose_mass import LEAST_PROSE, own_prose
from prose.typography import clean_line

_LEVELS = ("h1", "h2", "h3", "h4")
_TITLES = frozenset(("headline", "title", "titel", "titre", "titulo", "titolo"))
_OF_A_PIECE = frozenset(
    ("article", "content", "entry", "header", "main", "news", "page", "piece", "post", "story", "text")
)
"""Words that may stand before these in the class of a headline: "header__headline-title", "text_titel"."""
_TOKEN = Pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BYLINE = Pattern(r"(?:by|von|par|por|di|door)\s", re.IGNORECASE)
_SHORTEST, _LONGEST = 6, 200


def look_alikes(body: lxml.html.HtmlElement, headline: lxml.html.HtmlElement) -> set[lxml.html.HtmlElement]:
    """Headings of the headline's own level, and elements that their class calls a headline."""
    level = headline.tag if headline.tag in _LEVELS else None
    return {
        each
        for each in body.iter(*_LEVELS, "p", "div")
        if each is not headline and (each.tag == level or _is_called_headline(each))
    }


def rivals(
    body: lxml.html.HtmlElement, headline: lxml.html.HtmlElement, alike: Collection[lxml.html.HtmlElement]
) -> Iterator[Claim]:
    """Those of the look-alikes that stand between the headline and the first words of the text, as claims."""
    wanted, is_below = bare(headline.text_content()), False
    for element in body.iter():
        if element is headline:
            is_below = True
        elif is_below and element in alike and not is_of_another_text(element):
            words = clean_line(element.text_content())
            is_other = bare(words) not in wanted and wanted not in bare(words) and not _BYLINE.match(words)
            if is_other and " " in words and _SHORTEST <= len(words) <= _LONGEST:
                yield Claim(Claimed.RIVAL, words, str(element.tag), int(element.sourceline or 0))
        elif is_below and isinstance(element.tag, str) and _begins_the_text(element):
            return


def _begins_the_text(element: lxml.html.HtmlElement) -> bool:
    """True for prose, also for loose words before the element; not for a box that holds headings among its words."""
    previous = element.getprevious()
    before = "" if previous is None else clean_line(previous.tail or "")
    return len(before) >= LEAST_PROSE or bool(
        own_prose(element) and next(element.iter(*_LEVELS), None) is None
    )


def _is_called_headline(element: lxml.html.HtmlElement) -> bool:
    """True for a class such as "entry-title"; "title" alone names the heads of boxes, too."""
    names = element.get("class") or ""
    for name in names.split() if any(title in names.lower() for title in _TITLES) else ():
        *before, last = [token.lower() for token in _TOKEN.findall(name)] or [""]
        if last in _TITLES and (last != "title" or before) and {*before} <= _TITLES | _OF_A_PIECE:
            return True
    return False

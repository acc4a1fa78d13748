"""The part of a web page that is its text, told from what stands around it by where the prose is."""

import re
from collections.abc import Iterable, Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.manuscript import LeftOut
from intake.sources.page.furniture import left_out
from intake.sources.page.prose_mass import is_list_of_links, prose_by_element

BESIDE = "data-beside"
"""Mark on elements beside the text: their lines count only if recognition knows their form."""
_FOOT_NAMES = (
    "author", "autor", "bio", "biography", "about-?(?:the-?)?author", "contributors?", "byline", "copyright",
    "licen[cs]e", "legal", "credits?", "disclaimer", "disclosure", "correction", "editors?-?note", "footnotes?",
    "endnotes?", "notes", "source", "syndication", r"republish\w*", "attribution", "written-?by", r"article-?foot\w*",
    r"entry-?foot\w*",
)  # fmt: skip
_FOOT = Pattern(rf"(?:^|[\s_-])(?:{'|'.join(_FOOT_NAMES)})", re.IGNORECASE)


def text_part(body: lxml.html.HtmlElement, headline: lxml.html.HtmlElement | None) -> lxml.html.HtmlElement:
    """The element of the page's text: the one article or main part that holds it, else the body."""
    prose_of = prose_by_element(body)
    part = body
    for tag in ("main", "article"):
        inside = [each for each in part.iter(tag) if headline is None or headline in each.iterdescendants()]
        inside = inside or list(part.iter(tag))
        best = max(inside, key=lambda each: prose_of[each], default=None)
        holds_headline = best is not None and headline is not None and best in headline.iterancestors()
        least = 0.2 if holds_headline and tag == "article" else 0.5
        if best is not None and prose_of[best] and prose_of[best] >= least * prose_of[body]:
            part = best
    return part


def core_of(part: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The smallest element that still holds nearly all prose of a part."""
    prose_of = prose_by_element(part)
    core, all_of_it = part, prose_of[part]
    while all_of_it:
        children = [(prose_of[child], child) for child in core if isinstance(child.tag, str)]
        most, child = max(children, key=lambda each: each[0], default=(0.0, core))
        if child is core or child.tag in ("p", "ul", "ol", "table", "blockquote", "pre", "li", "tbody", "tr"):
            return core
        if most < 0.75 * all_of_it or most < 0.85 * sum(each for each, _ in children):
            return core
        core = child
    return core


def mark_lines_beside(
    part: lxml.html.HtmlElement, core: lxml.html.HtmlElement, headline: lxml.html.HtmlElement | None
) -> Iterator[LeftOut]:
    """Mark what stands around headline and core; remove what follows the text and does not look like its foot."""
    inside_core = {core, *core.iterdescendants()}
    path = {core, *core.iterancestors()} | (
        {headline, *headline.iterancestors()} if headline is not None else set()
    )
    passed_headline, passed_core = headline is None, False
    for element in list(_off_the_path(part, core, path)) if part is not core else ():
        if element is headline:
            passed_headline = True
        elif element is core:
            passed_core = True
            passed_headline = passed_headline or headline not in inside_core
        elif passed_core and not _is_foot(element):
            yield from left_out(element, "after the text")
        elif passed_core or not _is_prose(element) or not passed_headline:
            element.set(BESIDE, "1")
    if headline is not None and headline in inside_core and headline is not core:
        for element in _before(headline, core):
            element.set(BESIDE, "1")


def _off_the_path(
    part: lxml.html.HtmlElement, core: lxml.html.HtmlElement, path: set[lxml.html.HtmlElement]
) -> Iterator[lxml.html.HtmlElement]:
    """Elements beside the way from a part to its core and headline, in order, and these two themselves."""
    for child in part:
        if not isinstance(child.tag, str):
            continue
        if child is core or child not in path or not any(each in path for each in child):
            yield child
        else:
            yield from _off_the_path(child, core, path)


def _before(headline: lxml.html.HtmlElement, core: lxml.html.HtmlElement) -> Iterable[lxml.html.HtmlElement]:
    """Elements inside the core that stand before the headline."""
    element = headline
    while element is not None and element is not core:
        yield from element.itersiblings(preceding=True)
        element = element.getparent()


def _is_prose(element: lxml.html.HtmlElement) -> bool:
    return prose_by_element(element)[element] >= 120


def _is_foot(element: lxml.html.HtmlElement) -> bool:
    names = " ".join(
        f"{each.get('class') or ''} {each.get('id') or ''}" for each in (element, *list(element)[:3])
        if isinstance(each.tag, str)
    )  # fmt: skip
    return bool(_FOOT.search(names)) and not is_list_of_links(element)

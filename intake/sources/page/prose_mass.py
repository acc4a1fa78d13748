"""Prose in a page's elements: how much running text each holds, and which are lists of links."""

import lxml.html

from intake.patterns import Pattern
from prose.typography import clean_line

LEAST_PROSE = 60
_EASTERN = Pattern(r"[\u3041-\u30fa\u4e00-\u9fff]{3}")
_EASTERN_WEIGHT = 2.5  # a Chinese character says as much as so many letters
_BLOCKS = frozenset(
    ("p", "li", "blockquote", "td", "pre", "dd", "div", "section", "article", "h2", "h3", "h4")
)


def is_list_of_links(element: lxml.html.HtmlElement) -> bool:
    """True where most words are links and there are several."""
    words = len(clean_line(element.text_content()))
    linked = [len(clean_line(link.text_content())) for link in element.iter("a")]
    return len(linked) > 1 and sum(linked) > 0.6 * words


def prose_by_element(root: lxml.html.HtmlElement) -> dict[lxml.html.HtmlElement, float]:
    """Characters of running text in each element below a root: long paragraphs with few links."""
    prose: dict[lxml.html.HtmlElement, float] = {}
    for element in reversed([each for each in root.iter() if isinstance(each.tag, str)]):
        prose[element] = prose.get(element, 0) + own_prose(element)
        parent = element.getparent()
        if parent is not None and element is not root:
            prose[parent] = prose.get(parent, 0) + prose[element]
    return prose


def own_prose(element: lxml.html.HtmlElement) -> float:
    """Characters of an element's own words, links and children that are blocks aside; 0 for a short one."""
    if element.tag not in _BLOCKS:
        return 0
    words, linked = len((element.text or "").strip()), 0
    for child in element:
        if not isinstance(child.tag, str) or (child.tag in _BLOCKS):
            words += len((child.tail or "").strip())
            continue
        inner = len(clean_line(child.text_content()))
        words += inner + len((child.tail or "").strip())
        linked += (
            inner if child.tag == "a" else sum(len(clean_line(a.text_content())) for a in child.iter("a"))
        )
    weight = _EASTERN_WEIGHT if _EASTERN.search(element.text_content()[:200]) else 1
    if words * weight < LEAST_PROSE or linked > 0.5 * words:
        return 0
    return (words - linked) * weight

"""The text of a saved page: its headline singled out, its text kept, everything around it left out by name."""

from collections.abc import Sequence
from dataclasses import dataclass

import lxml.html

from intake.sources.claims import Claim
from intake.sources.manuscript import LeftOut
from intake.sources.page.content import BESIDE, core_of, mark_lines_beside, text_part
from intake.sources.page.furniture import left_out, remove_furniture, remove_related
from intake.sources.page.headline import bare, claimed_headline, headline_element
from intake.sources.page.rivals import look_alikes, rivals
from prose.typography import clean_line

_NO_TEXT = ("script", "style", "template", "noscript", "link", "meta", "head", "title")


@dataclass(frozen=True)
class PageText:
    """The part of a page that holds its text, what was left out around it, and the rivals of its headline."""

    part: lxml.html.HtmlElement
    left_out: tuple[LeftOut, ...]
    rivals: tuple[Claim, ...] = ()


def text_of_page(root: lxml.html.HtmlElement, claims: Sequence[Claim]) -> PageText:
    """The text of a page, which is changed in place."""
    body = root.find("body")
    body = root if body is None else body
    for element in list(body.iter(*_NO_TEXT)):
        element.drop_tree()
    _unwrap_layout_tables(body)
    headline = headline_element(body, claims)
    alike = set() if headline is None else look_alikes(body, headline)
    if headline is not None:
        headline = _single_out(headline, claims)
    around = list(remove_furniture(body, headline))
    found = () if headline is None else tuple(rivals(body, headline, alike))
    part = text_part(body, headline)
    core = core_of(part)
    around += remove_related(core)
    if headline is not None and part not in headline.iterancestors():
        part = _common_part(part, headline)
    around += mark_lines_beside(part, core, headline)
    around += _remove_around(body, part)
    return PageText(part, tuple(around), found)


def _unwrap_layout_tables(body: lxml.html.HtmlElement) -> None:
    """Make boxes of tables that hold a page instead of figures, as pages did before style sheets."""
    for table in list(body.iter("table")):
        holds_page = next(table.iter("h1"), None) is not None or any(
            len(cell.findall("p")) > 1 or cell.find(".//table") is not None for cell in table.iter("td")
        )
        if holds_page:
            own = [part for part in table.iter("tbody", "thead", "tfoot", "tr", "td", "th")
                   if next(part.iterancestors("table"), None) is table]  # fmt: skip
            for part in (*own, table):
                part.tag = "div"


def _single_out(headline: lxml.html.HtmlElement, claims: Sequence[Claim]) -> lxml.html.HtmlElement:
    """Make the element of the headline the page's title; other words in the same heading stand beside it."""
    wanted = bare(claimed_headline(claims))
    if wanted and bare(headline.text_content()) != wanted:
        for inner in headline.iterdescendants():
            if isinstance(inner.tag, str) and bare(inner.text_content()) == wanted:
                title = lxml.html.Element("h1")
                title.text = clean_line(inner.text_content())
                inner.drop_tree()
                headline.tag = "p"
                headline.set(BESIDE, "1")
                headline.addnext(title)
                title.tail, headline.tail = headline.tail, None
                return title
        _part_kicker(headline, wanted)
    headline.tag = "h1"
    for inner in list(headline.iter("div", "p", "h2", "h3", "h1")):
        if inner is not headline:
            inner.drop_tag()
    for other in list(headline.getroottree().getroot().iter("h1")):
        if other is not headline:
            other.tag = "h2"
    return headline


def _part_kicker(headline: lxml.html.HtmlElement, wanted: str) -> None:
    """Move an element that a heading holds beside the headline's own words out of it, before it."""
    whole = bare(headline.text_content())
    for inner in headline.iterdescendants():
        words = bare(inner.text_content()) if isinstance(inner.tag, str) else ""
        if words and whole in (words + wanted, wanted + words):
            kicker = lxml.html.Element("p")
            kicker.text = clean_line(inner.text_content())
            kicker.set(BESIDE, "1")
            inner.drop_tree()
            headline.addprevious(kicker)
            headline.text = (headline.text or "").lstrip(" :|–-\n") or None
            return


def _common_part(part: lxml.html.HtmlElement, headline: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The smallest element around the text and a headline outside of it."""
    around_headline = set(headline.iterancestors())
    return next((each for each in part.iterancestors() if each in around_headline), part)


def _remove_around(body: lxml.html.HtmlElement, part: lxml.html.HtmlElement) -> list[LeftOut]:
    """Remove everything outside of the part."""
    removed: list[LeftOut] = []
    element = part
    while element is not body and element is not None:
        parent = element.getparent()
        for sibling in [each for each in parent if each is not element and isinstance(each.tag, str)]:
            removed += left_out(sibling, "around the text")
        words = clean_line(f"{parent.text or ''} {' '.join(each.tail or '' for each in parent)}")
        if words:
            removed.append(LeftOut("around the text", words, int(parent.sourceline or 0)))
        element = parent
    return removed

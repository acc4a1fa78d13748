"""Claims in a web page's own metadata: `meta`, `link`, `title`, microdata and the classes of hAtom.

Names are those of Open Graph, Dublin Core, Highwire Press (Google Scholar), schema.org, Parse.ly and Sailthru.
"""

import re
from collections.abc import Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.claims import Claim, Claimed
from intake.sources.page.json_ld import json_ld_claims
from prose.typography import clean_line

_NAMES = {
    Claimed.HEADLINE: "og:title twitter:title title dc.title dcterms.title citation_title parsely-title sailthru.title"
    " headline article.headline fb_title",
    Claimed.AUTHOR: "author article:author og:article:author dc.creator dcterms.creator citation_author parsely-author"
    " sailthru.author byl authors article.author dcsext.author bylines",
    Claimed.DAY: "article:published_time og:article:published_time og:published_time datepublished dc.date"
    " dc.date.issued dc.date.created dcterms.date dcterms.created dcterms.issued citation_publication_date"
    " citation_date citation_online_date parsely-pub-date sailthru.date date pubdate publishdate publish-date"
    " publish_date publication_date article.published originalpublicationdate displaydate article_date_original"
    " published_at ptime bt:pubdate rnews:datepublished published_time date.created",
    Claimed.ADDRESS: "og:url twitter:url parsely-link",
    Claimed.OUTLET: "og:site_name application-name dc.publisher citation_journal_title",
    Claimed.LANGUAGE: "og:locale content-language dc.language dcterms.language",
    Claimed.SUMMARY: "og:description description twitter:description dc.description sailthru.description",
}
_BY_NAME = {name: what for what, names in _NAMES.items() for name in names.split()}
_ITEMS = {"headline": Claimed.HEADLINE, "datepublished": Claimed.DAY, "author": Claimed.AUTHOR,
          "inlanguage": Claimed.LANGUAGE}  # fmt: skip
_SAVED_FROM = Pattern(r"<!--\s*saved from url=\(\d{1,5}\)(https?://[^\s>]{4,2000})\s*-->")
_BYLINE_CLASS = Pattern(
    r"(?:^|\s)(?:fn|[\w-]*author[-_]{0,2}name|[\w-]*author[-_]{1,2}link|byline[-_]{0,2}name|p-author|post-author"
    r"|entry-author-name|url fn n)(?:\s|$)",
    re.IGNORECASE,
)
_ANOTHER = Pattern(
    r"comment|related|recommend|sidebar|widget|teaser|trending|popular|latest|recent"
    r"|footer",
    re.IGNORECASE,
)
MAX_CLAIM_CHARS = 600
_MAX_CLAIMS = 12  # of one kind: a page that lists more is a list of pages


def page_claims(root: lxml.html.HtmlElement, source: str = "") -> tuple[Claim, ...]:
    """Everything that a page says of itself, the strongest places first. `source` is its text, with its comments."""
    claims = [*_meta_claims(root), *json_ld_claims(root), *_link_claims(root), *_marked_claims(root)]
    claims += _title_claims(root)
    if saved := _SAVED_FROM.search(source[:4096]):
        claims.append(Claim(Claimed.ADDRESS, saved[1], "the browser that saved it"))
    kept: dict[Claimed, list[Claim]] = {}
    for claim in claims:
        value = clean_line(claim.value)
        of_kind = kept.setdefault(claim.what, [])
        if value and len(value) <= MAX_CLAIM_CHARS and len(of_kind) < _MAX_CLAIMS:
            of_kind.append(Claim(claim.what, value, claim.where, claim.line))
    return tuple(claim for of_kind in kept.values() for claim in of_kind)


def _meta_claims(root: lxml.html.HtmlElement) -> Iterator[Claim]:
    for meta in root.iter("meta"):
        content = meta.get("content") or ""
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in (meta.get(attribute) or "").lower().split():
                what = _BY_NAME.get(name) or (_ITEMS.get(name) if attribute == "itemprop" else None)
                if what and content.strip():
                    yield Claim(what, content, name, int(meta.sourceline or 0))


def _link_claims(root: lxml.html.HtmlElement) -> Iterator[Claim]:
    """The canonical address, and the language of the page."""
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield Claim(Claimed.ADDRESS, link.get("href") or "", "canonical", int(link.sourceline or 0))
    language = (
        root.get("lang") or root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    if language:
        yield Claim(Claimed.LANGUAGE, language, "html lang", int(root.sourceline or 0))


def _marked_claims(root: lxml.html.HtmlElement) -> Iterator[Claim]:
    """Claims by markup on the words themselves: itemprop, rel=author, a byline's class, `<time datetime>`."""
    for element in root.iter("a", "span", "div", "p", "time", "h1", "h2", "address", "strong", "li", "cite"):
        if not _is_marked(element) or _is_of_another_text(element):
            continue
        line = int(element.sourceline or 0)
        for item in (element.get("itemprop") or "").lower().split():
            if item in _ITEMS:
                yield Claim(_ITEMS[item], _item_value(element, item), f"itemprop {item}", line)
        if "author" in (element.get("rel") or "").lower().split():
            yield Claim(Claimed.AUTHOR, element.text_content(), "rel=author", line)
        elif _BYLINE_CLASS.search(element.get("class") or ""):
            yield Claim(Claimed.AUTHOR, element.text_content(), "byline", line)
        if element.tag == "time" and element.get("datetime") and not element.get("itemprop"):
            if "updated" not in (element.get("class") or ""):
                yield Claim(Claimed.DAY, element.get("datetime") or "", "time", line)
        elif "published" in (element.get("class") or "").split() and element.get("title"):
            yield Claim(Claimed.DAY, element.get("title") or "", "published", line)


def _is_marked(element: lxml.html.HtmlElement) -> bool:
    names = element.get("class") or ""
    return bool(
        element.get("itemprop") or element.get("rel") or element.tag == "time" or _BYLINE_CLASS.search(names)
        or "published" in names
    )  # fmt: skip


def _is_of_another_text(element: lxml.html.HtmlElement) -> bool:
    """True inside comments, lists of other pieces and the like."""
    return any(
        _ANOTHER.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        or each.tag in ("aside", "footer", "nav")
        for each in element.iterancestors()
        if each.tag not in ("body", "html")
    )


def _item_value(element: lxml.html.HtmlElement, item: str) -> str:
    if item == "author":
        for inner in element.iter():
            if "name" in str(inner.get("itemprop") or "").lower().split():
                return str(inner.get("content") or inner.text_content())
    return str(element.get("content") or element.get("datetime") or element.text_content())


def _title_claims(root: lxml.html.HtmlElement) -> Iterator[Claim]:
    for title in root.iter("title"):
        if title.getparent() is not None and title.getparent().tag == "head":
            yield Claim(Claimed.HEADLINE, title.text_content(), "title", int(title.sourceline or 0))
            return

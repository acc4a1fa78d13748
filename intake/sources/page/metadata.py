"""Claims in a web page's head: `meta`, `link` and `title`; and all claims of the page together.

Names are those of Open Graph, Dublin Core, Highwire Press (Google Scholar), schema.org, Parse.ly and Sailthru.
"""

import re
from collections.abc import Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.claims import Claim, Claimed
from intake.sources.page.headline import bare
from intake.sources.page.json_ld import json_ld_claims
from intake.sources.page.marked import ITEMS, marked_claims
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
    Claimed.UPDATED: "article:modified_time og:article:modified_time og:updated_time datemodified dateupdate"
    " dcterms.modified dc.date.modified last-modified article.updated lastmod revised",
    Claimed.ADDRESS: "og:url twitter:url parsely-link",
    Claimed.OUTLET: "og:site_name application-name dc.publisher citation_journal_title",
    Claimed.LANGUAGE: "og:locale content-language dc.language dcterms.language",
    Claimed.SUMMARY: "og:description description twitter:description dc.description sailthru.description",
}
_BY_NAME = {name: what for what, names in _NAMES.items() for name in names.split()}
_AUTHOR_NAME = Pattern(r"[.:_-](?:authors?|byline)(?:[._-]?names?)?$")
_DAY_NAME = Pattern(r"(?:^|[.:_-])(?:pub(?:lish(?:ed)?)?[._-]?(?:date|time)|date[._-]?published)$")
"""Ends of the names that sites make up: "cxenseparse:author", "sailthru.byline_name", "pub_date"."""
_WRITTEN_BY = Pattern(
    r"(?:written|posted)?\s*by|verfasst\s+von|geschrieben\s+von|autor(?:in)?|author|(?:écrit|rédigé)\s+par|escrito\s+por"
    r"|scritto\s+da|geschreven\s+door|napisane\s+przez|автор",
    re.IGNORECASE,
)
_HOME = Pattern(
    r"(?:https?:)?(?://[^\s?#]{0,200}/(?=https?://))?(?:https?:)?(?://[^/\s?#]{3,100})?/?(?:index\.\w{3,5})?"
)
_SAVED_FROM = Pattern(r"<!--\s*saved from url=\(\d{1,5}\)(https?://[^\s>]{4,2000})\s*-->")
_PART_TAGS = frozenset(("span", "small", "div", "p"))  # in a heading: what its parts are set in
MAX_CLAIM_CHARS = 600
_MAX_CLAIMS = 40  # of one kind: as many authors as a paper may have


def page_claims(root: lxml.html.HtmlElement, source: str = "") -> tuple[Claim, ...]:
    """Everything that a page says of itself, the strongest places first. `source` is its text, with its comments."""
    claims = [*_meta_claims(root), *json_ld_claims(root), *_link_claims(root), *marked_claims(root)]
    claims += _title_claims(root)
    if any(claim.what is Claimed.HEADLINE for claim in claims):
        claims += _heading_claims(root)
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
    labels = {meta.get("name"): _content(meta) for meta in root.iter("meta")}
    for meta in root.iter("meta"):
        content = _content(meta)
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in (meta.get(attribute) or "").lower().split():
                what = ITEMS.get(name) if attribute == "itemprop" else None
                what = what or _meant_by(name, labels.get(name.replace("data", "label")) or "")
                if what and content.strip():
                    yield Claim(what, content, name, int(meta.sourceline or 0))


def _content(meta: lxml.html.HtmlElement) -> str:
    return meta.get("content") or meta.get("value") or ""


def _meant_by(name: str, label: str) -> Claimed | None:
    """The fact that a `meta` element of this name states; `label` is what "twitter:label1" says of "twitter:data1"."""
    if what := _BY_NAME.get(name):
        return what
    if _AUTHOR_NAME.search(name) or (
        name.startswith("twitter:data") and _WRITTEN_BY.fullmatch(label.strip())
    ):
        return Claimed.AUTHOR
    return Claimed.DAY if _DAY_NAME.search(name) else None


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


def _title_claims(root: lxml.html.HtmlElement) -> Iterator[Claim]:
    """The page's title: the first one that is not a drawing's."""
    for title in root.iter("title"):
        if next(title.iterancestors("svg"), None) is None:
            yield Claim(Claimed.HEADLINE, title.text_content(), "title", int(title.sourceline or 0))
            return


def _heading_claims(root: lxml.html.HtmlElement) -> Iterator[Claim]:
    """The page's only heading, and its parts; one that leads to the site's front page is the site's name."""
    headings = [each for each in root.iter("h1") if clean_line(each.text_content())]
    words = {clean_line(each.text_content()) for each in headings}
    home = [link for each in headings for link in (*each.iter("a"), *each.iterancestors("a"))]
    if len(words) == 1:
        is_the_site = any(_leads_home(link.get("href") or "") for link in home)
        what = Claimed.OUTLET if is_the_site else Claimed.HEADLINE
        line = int(headings[0].sourceline or 0)
        yield Claim(what, words.pop(), "h1", line)
        yield from (Claim(Claimed.HEADING_PART, part, "h1", line) for part in _parts_of(headings[0]))


def _parts_of(heading: lxml.html.HtmlElement) -> list[str]:
    """The parts that a heading is set in: "Olympic Games" over "Drinks come by ship"; empty if it is one."""
    if len(heading) == 1 and not clean_line((heading.text or "") + (heading[0].tail or "")):
        return _parts_of(heading[0])
    parts: list[str] = [heading.text or ""]
    for child in heading:
        if child.tag in _PART_TAGS:
            parts += [child.text_content(), child.tail or ""]
        else:
            parts[-1] += f"{child.text_content()}{child.tail or ''}"
    parts = [words for part in parts if bare(words := clean_line(part))]
    return parts if len(parts) > 1 else []


def _leads_home(address: str) -> bool:
    """True for the address of a front page, also of one kept in a web archive."""
    return bool(address.strip() and _HOME.fullmatch(address.strip()))

"""Furniture of a web page: menus, adverts, share bars, comments … by their tags, roles and class names.

Words that are removed are named: nothing leaves a page silently.
"""

import re
from collections.abc import Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.manuscript import LeftOut
from intake.sources.page.prose_mass import is_list_of_links, prose_by_element
from prose.typography import clean_line

_NAMES = {
    "navigation": "nav navi navbar navigation menu menus submenu breadcrumb breadcrumbs skip skiplink skiplinks toolbar"
    " topbar pagination pager toc",
    "notice about cookies": "cookie cookies consent gdpr cmp onetrust privacy",
    "advert": "ad ads advert adverts advertorial anzeige promo promos promotion banner outbrain taboola dfp adslot"
    " adbox billboard mpu affiliate",
    "sharing": "share sharing shares sharebar sharebutton sharebuttons addthis addtoany sharedaddy social socials"
    " socialmedia follow teilen shariff print printer bookmark",
    "newsletter": "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp paywall paid abo"
    " donate donation",
    "comments": "disqus respond kommentar kommentare livefyre",
    "related pieces": "related readmore teaser teasers trending popular mostread meistgelesen recent latest carousel"
    " crp yarpp similar upnext playlist",
    "beside the text": "sidebar sidebars widget widgets aside rail masthead overlay modal popup lightbox dialog "
    "login search searchform footer colophon tagcloud tags taglist keywords rating ratings poll weather",
}
_BY_NAME = {name: what for what, names in _NAMES.items() for name in names.split()}
_BY_START = {"advertis": "advert", "sponsor": "advert", "comment": "comments", "recommend": "related pieces",
             "recirc": "related pieces", "suggest": "related pieces"}  # fmt: skip
_TOKEN = Pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ROLES = {"navigation": "navigation", "banner": "beside the text", "search": "beside the text",
          "complementary": "beside the text", "contentinfo": "beside the text", "dialog": "beside the text",
          "alertdialog": "beside the text", "menu": "navigation", "menubar": "navigation"}  # fmt: skip
_TAGS = {"nav": "navigation", "footer": "beside the text", "aside": "beside the text"}
_NEVER = frozenset(
    ("body", "html", "main", "a", "p", "h1", "h2", "time", "b", "strong", "em", "i", "sup", "tr", "td")
)
_LONG = 600  # characters of prose: too much for furniture, unless nearly all of it is links
_SHORT = 200
_BYLINE = Pattern(r"\b(?i:by|von|par|por)\s+[^\W\d_a-zß-öø-ÿ]|\b(?:19|20)\d\d\b")
_RELATED = (
    r"related(?:\s+\w+){0,2}", r"read\s+(?:more|next|also)",
    r"more\s+(?:from|on|in|about|stories|articles)\b.{0,40}",
    r"you\s+(?:may|might)\s+also\s+like.{0,20}", r"recommended(?:\s+\w+){0,2}", r"see\s+also",
    r"most\s+(?:read|popular)",
    r"latest(?:\s+\w+){0,2}", r"mehr\s+(?:zum\s+thema|aus|von)\b.{0,30}", r"lesen\s+sie\s+(?:auch|mehr).{0,20}",
    r"das\s+könnte\s+(?:sie|dich)\s+auch\s+interessieren", r"weitere\s+(?:artikel|beiträge|themen).{0,20}",
    r"à\s+lire\s+(?:aussi|également)", r"lire\s+aussi", r"sur\s+le\s+même\s+(?:sujet|thème)",
    r"articles?\s+(?:liés|similaires)", r"(?:te|le)\s+puede\s+interesar", r"lea\s+también",
    r"noticias?\s+relacionad[oa]s?", r"leggi\s+anche", r"leia\s+(?:também|mais)", r"lees\s+ook",
    r"czytaj\s+(?:także|też|również)", r"читайте\s+также", r"関連(?:記事|リンク)?", r"اقرأ\s+أيضا[ًا]?", r"관련\s*기사",
)  # fmt: skip
_RELATED_WORDS = Pattern(rf"(?:{'|'.join(_RELATED)})\s*[:.…»>-]*", re.IGNORECASE)


def remove_furniture(body: lxml.html.HtmlElement, kept: lxml.html.HtmlElement | None) -> Iterator[LeftOut]:
    """Remove what tags, roles and class names call furniture, unless it holds the headline or most of the prose."""
    prose_of = prose_by_element(body)
    total = prose_of[body]
    holders = set() if kept is None else {kept, *kept.iterancestors()}
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or element is body or element in holders:
            continue
        what = _furniture(element)
        if not what or (element.getparent() is None) or body not in element.iterancestors():
            continue
        prose = prose_of[element]
        is_long = prose > _LONG and prose > 0.15 * total and not is_list_of_links(element)
        if prose > 0.35 * total or (is_long and what != "comments") or _may_be_a_byline(element, what):
            continue
        yield from left_out(element, what)


def _furniture(element: lxml.html.HtmlElement) -> str:
    """What an element is called, if that is no text: "navigation"; else empty."""
    tag, role = str(element.tag), (element.get("role") or "").lower()
    if tag in _NEVER:
        return ""
    if role in _ROLES or (tag in _TAGS and element.get("class") != "pullquote"):
        return _ROLES.get(role) or _TAGS.get(tag, "")
    if _is_hidden(element):
        return "hidden on the page"
    if tag == "article":
        return ""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    for word in (*names.lower().split(), *(token.lower() for token in _TOKEN.findall(names))):
        what = _BY_NAME.get(word) or next(
            (_BY_START[start] for start in _BY_START if word.startswith(start)), ""
        )
        if what:
            return what
    return ""


def _may_be_a_byline(element: lxml.html.HtmlElement, what: str) -> bool:
    """True for a share bar or a teaser that begins like a byline, as some sites build it."""
    if what not in ("sharing", "related pieces"):
        return False
    words = clean_line(element.text_content())
    if what == "related pieces":
        return len(words) < _SHORT and bool(_BYLINE.match(words))
    return len(words) < _SHORT and bool(_BYLINE.search(words))


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def left_out(element: lxml.html.HtmlElement, what: str) -> Iterator[LeftOut]:
    """Remove an element; yields its words, if it has any."""
    words = clean_line(" ".join(element.itertext()))
    line = int(element.sourceline or 0)
    element.drop_tree()
    if words:
        yield LeftOut(what, words, line)


def remove_related(core: lxml.html.HtmlElement) -> Iterator[LeftOut]:
    """Remove headings such as "Related" with the list of links below them."""
    for element in list(core.iter("h2", "h3", "h4", "h5", "p", "div", "strong")):
        words = clean_line(element.text_content()) if len(element) < 4 else ""
        if not words or len(words) > 80 or not _RELATED_WORDS.fullmatch(words):
            continue
        holder = element.getparent() if element.tag == "strong" else element
        following = holder.getnext() if holder is not None else None
        if following is not None and isinstance(following.tag, str) and is_list_of_links(following):
            yield from left_out(following, "related pieces")
            yield from left_out(holder, "related pieces")

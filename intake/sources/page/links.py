"""Links of a page: full addresses for relative ones, redirects undone; what cannot be kept is named.

A link without an address of its own (a fragment, a script, a file on a disk) loses its markup, never its words.
"""

from collections.abc import Sequence

import lxml.html

from intake.sources.claims import Claim, Claimed, claims_of
from prose.errors import ProseError
from prose.links import check_url, is_safe_href
from prose.redirects import resolved
from prose.typography import clean_line

_SHOWN = 80
_MOST_NAMED = 20


def base_of(root: lxml.html.HtmlElement, claims: Sequence[Claim]) -> str:
    """The address against which a page's relative links count: its `<base href>`, else its own address."""
    own = next((claim.value for claim in claims_of(claims, Claimed.ADDRESS) if _is_full(claim.value)), "")
    base = next((each.get("href") or "" for each in root.iter("base") if each.get("href")), "")
    return resolved(base, own) or own


def _is_full(address: str) -> bool:
    try:
        return bool(check_url(address))
    except ProseError:
        return False


def keep_links(body: lxml.html.HtmlElement, base: str) -> list[str]:
    """Give every link in the text its full address; returns a sentence for each that could not be kept."""
    lost: list[str] = []
    for link in list(body.iter("a")):
        href = (link.get("href") or "").strip()
        if not href:
            continue
        full = "" if href.startswith("#") else resolved(href, base)
        if full and is_safe_href(full):
            link.set("href", full)
            continue
        words = clean_line(link.text_content())
        del link.attrib["href"]
        if words:
            lost.append(f"The link “{words[:_SHOWN]}” was dropped, its words stay: {_reason(href, base)}")
    named = list(dict.fromkeys(lost))
    if len(named) > _MOST_NAMED:
        more = len(named) - _MOST_NAMED
        named = [*named[:_MOST_NAMED], f"{more} more links were dropped in the same way."]
    return named


def _reason(href: str, base: str) -> str:
    shown = href if len(href) <= _SHOWN else f"{href[:_SHOWN]}…"
    scheme = href.partition(":")[0].lower() if ":" in href.partition("/")[0] else ""
    if href.startswith("#"):
        return f"{shown} leads to a place on the old page only."
    if scheme and scheme not in ("http", "https", "mailto"):
        return f"{shown} is no address of the web."
    if not scheme and not base:
        return f"{shown} is relative, and the page does not say where it stood."
    return f"{shown} is not a complete web address."

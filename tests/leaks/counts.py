"""Numbers beside links, of filters of a search and of lists; and how many pieces stand on the pages behind them."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

_LISTED = re.compile(r'<h[23] class="headline[^>]*>(?:<span [^\n]*?</span> )?<a href="([^"]+)"')
_FILTER = re.compile(
    r'<a rel="nofollow" href="([^"]+)"><bdi>[^\n]*?</bdi> <span class="search-number">([\d,]+)<'
)
_BESIDE = re.compile(
    r'<a [^>]*?href="([^"]+)"[^>]*>[^\n]*?(?:</a>(?: |&nbsp;))?<span class="number">(\d+)</span>'
)
_TOTAL = re.compile(r'<p class="(?:where|search-count)"[^>]*>(.*?)</p>', re.DOTALL)
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")

ONE_OF_EACH = frozenset({"kind", "house", "year", "language"})
"""Filters of which each piece has one value."""
OF_ALL = {"topic": "open-water", "person": "shared"}
"""Values that all pieces of the sweeps have."""


def listed_in(page: str) -> set[str]:
    """The addresses of the pieces that a list has."""
    return {*_LISTED.findall(page)}


def total_of(page: str) -> int:
    """The number of pieces that a list says it has, or else the number of those that stand there."""
    said = [_LAST_NUMBER.search(text) for text in _TOTAL.findall(page)[-1:]]
    return int(said[0][0]) if said and said[0] else len(listed_in(page))


def numbers_beside_links(page: str) -> dict[str, int]:
    """The numbers of a page by the address of the link beside which each stands."""
    return {
        unescape(link): int(number.replace(",", ""))
        for pattern in (_FILTER, _BESIDE)
        for link, number in pattern.findall(page)
    }


def facets_in(page: str, address: str) -> dict[str, dict[str, int]]:
    """The numbers of the results of a search by filter and value; a filter in force is left out."""
    asked = dict(parse_qsl(urlsplit(address).query))
    facets: dict[str, dict[str, int]] = {}
    for link, number in _FILTER.findall(page):
        values = dict(parse_qsl(urlsplit(unescape(link)).query))
        ((facet, value),) = values.items() - asked.items()
        if facet not in asked:
            facets.setdefault(facet, {})[value] = int(number.replace(",", ""))
    return facets

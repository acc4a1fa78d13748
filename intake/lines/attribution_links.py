"""Links inside a sentence on where a piece ran: which is the piece there, which the outlet's site."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from intake.findings import FoundPlace
from intake.patterns import Pattern
from intake.sources.markup import links_of
from prose.errors import ProseError
from prose.links import check_url
from prose.redirects import unwrapped
from prose.typography import fold

_TO_THE_PIECE = Pattern(
    r"\b(?:original\w*|article|piece|essay|post|here|read|full|this|hier|artikel|beitrag|ici|article|lire|aquí|artículo|leer|qui"
    r"|articolo|aqui|artigo|здесь|оригинал\w*|стать\w+|هنا|여기|こちら)\b",
    re.IGNORECASE,
)
_ELSEWHERE = ("creativecommons.org", "doi.org", "twitter.com", "x.com", "facebook.com", "linkedin.com")
_PEOPLE = Pattern(r"/(?:authors?|profiles?|people|institutions?|staff|team|experts?)/", re.IGNORECASE)


def with_links(places: tuple[FoundPlace, ...], html: Sequence[str]) -> tuple[FoundPlace, ...]:
    """The places with the addresses that these lines link to: of the piece there, of the outlet's site."""
    links = [(words, url) for line in html for words, href in links_of(line) if (url := _web_address(href))]
    if len(places) == 1:
        return (_with_best(places[0], links),)
    return tuple(
        _with_best(place, [link for link in links if fold(place.name).casefold() in fold(link[0]).casefold()])
        if place.name
        else place
        for place in places
    )


def _web_address(href: str) -> str:
    """The address of a link that may be the piece or its outlet; empty for a licence, a profile, a mail."""
    try:
        url = check_url(unwrapped(href))
    except ProseError:
        return ""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return "" if host in _ELSEWHERE or _PEOPLE.search(parts.path) else url


def _with_best(place: FoundPlace, links: Sequence[tuple[str, str]]) -> FoundPlace:
    pieces = [(words, url) for words, url in links if _is_of_a_piece(url)]
    sites = [url for _, url in links if not _is_of_a_piece(url)]
    pieces.sort(key=lambda link: not _TO_THE_PIECE.search(link[0]))
    return replace(
        place,
        url=place.url or (pieces[0][1] if pieces else ""),
        site=place.site or (sites[0] if sites else ""),
    )


def _is_of_a_piece(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)

"""Views of sitemaps. All lie beside the front page: a sitemap speaks of addresses at its own depth and below."""

import datetime as dt
import re

from django.http import HttpRequest, HttpResponse

from reading.kept import while_marked
from reading.page import NoPage
from reading.public_view import public_view
from reading.site import load_houses, load_site
from reading.sitemaps import places
from reading.sitemaps.documents import address_document, index_document, news_document
from reading.sitemaps.places import PROFILES, ListedPage

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_OTHERS = ("pages", *PROFILES)


@public_view
def index(request: HttpRequest, at: dt.datetime) -> HttpResponse:
    """The index of all sitemaps but the one of news, which robots.txt names."""
    others = [ListedPage(f"/sitemap-{part}.xml") for part in _OTHERS]
    return _xml(index_document([*others, *while_marked(at, ("sitemaps",), lambda: places.months(at))]))


@public_view
def part(request: HttpRequest, at: dt.datetime, part: str) -> HttpResponse:
    """The pieces of a month, all people, outlets or topics, other pages, or the news; unknown parts are no page."""
    if part == "news":
        return _news(at)
    found = _places(part, at)
    if found is None:
        raise NoPage(load_site(at))
    return _xml(address_document(found))


def _places(part: str, at: dt.datetime) -> list[ListedPage] | None:
    """The addresses of a part; None if there is no such part, or no piece in the month."""
    if part == "pages":
        return while_marked(at, ("sitemap", part), lambda: places.other_pages(at, load_site(at)))
    if part in PROFILES:
        return while_marked(at, ("sitemap", part), lambda: places.profiles_of(part, at, load_site(at)))
    month = _MONTH.fullmatch(part)
    if month is None or not int(month[1]):
        return None
    return places.pieces_of(dt.date(int(month[1]), int(month[2]), 1), at) or None


def _news(at: dt.datetime) -> HttpResponse:
    pieces = places.news(at)
    houses = load_houses((piece.house for piece in pieces), at)
    zones = {key: site.zone for key, site in houses.items()}
    return _xml(news_document((piece, zones.get(piece.house, dt.UTC)) for piece in pieces))


def _xml(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/xml; charset=utf-8")

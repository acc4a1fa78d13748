"""Views of front pages: what the desk arranged, and the newest pieces of a house and its centres."""

import datetime as dt

from django.http import HttpRequest, HttpResponse

from reading.front.document import front_page_head
from reading.front.loading import arranged_front, below
from reading.houses import at_its_address, front_page_listing, published_house
from reading.lists.drawing import FRONT, draw_list, page_of_list
from reading.public_view import public_view
from reading.site import Site, load_site


@public_view
def home(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """The newest pieces of the desk's first house and its centres."""
    return _front_page(request, load_site(at, language), at)


@public_view
def house(request: HttpRequest, at: dt.datetime, slug: str, language: str = "") -> HttpResponse:
    """The front page of a house that has published something; the desk's first house has the site's own."""
    site = published_house(slug, at, language)
    return at_its_address(request, site) or _front_page(request, site, at)


def _front_page(request: HttpRequest, site: Site, at: dt.datetime) -> HttpResponse:
    listing, of = front_page_listing(site)
    page = page_of_list(request, listing, of | {"at": at}, site)
    front = arranged_front(site, at) if page.is_first else None
    return draw_list(request, FRONT, site, front_page_head(site), below(front, page), front=front)

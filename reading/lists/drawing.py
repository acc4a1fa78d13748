"""Pages of lists: the page that a request asks for, and the document around it."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from reading.faces.last import keep_face
from reading.houses import with_houses
from reading.lists.paging import BadCursor, Listing, Page
from reading.page import Head, NoPage, draw
from reading.pictures.figures import with_listed_pictures
from reading.site import Site

FRONT = "articles/home.html"


def page_of_list(request: HttpRequest, listing: Listing, of: dict[str, Any], site: Site) -> Page:
    try:
        return listing.page(request.GET.get("before"), **of)
    except BadCursor as problem:
        raise NoPage(site) from problem


def draw_list(
    request: HttpRequest, template: str, site: Site, head: Head, page: Page, **context: Any
) -> HttpResponse:
    """A page of a list; an empty one asks search engines to leave it out."""
    query, apart = context.get("query", ""), context.get("apart")
    start = f"{head.path}?{query}".rstrip("?&")
    path = start if page.is_first else f"{head.path}?{query}before={request.GET['before']}"
    head = replace(head, path=path, is_indexed=bool(page.editions or apart))
    with_houses(page.editions, site)
    with_listed_pictures(page.editions, is_front=page.is_first and template == FRONT)
    keep_face(site, path, site.language)
    return HttpResponse(draw(template, site=site, head=head, page=page, start=start, **context))

"""Pages of lists: the page that a request asks for, and the document around it."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from reading.faces.last import keep_face
from reading.houses import with_houses
from reading.languages.addresses import path_in
from reading.languages.switch import LanguageWay, list_versions, switch
from reading.lists.paging import BadCursor, Listing, Page
from reading.lists.versions import with_versions
from reading.page import Head, NoPage, draw
from reading.pictures.figures import with_listed_pictures
from reading.site import Site
from reading.words.page_words import words_for

FRONT = "articles/home.html"


def page_of_list(request: HttpRequest, listing: Listing, of: dict[str, Any], site: Site) -> Page:
    try:
        return read_page(listing, of, site, request.GET.get("before"), request.GET.get("after"))
    except BadCursor as problem:
        raise NoPage(site) from problem


def read_page(
    listing: Listing, of: dict[str, Any], site: Site, before: str | None = None, after: str | None = None
) -> Page:
    """A page of a list in the language in which the house is read. Raises BadCursor."""
    page = listing.page(before, after, language=site.read_in, **of)
    if site.has_other_languages:
        page = replace(page, languages=listing.languages(**of))
    return saying_where(page, site.language)


def draw_list(
    request: HttpRequest, template: str, site: Site, head: Head, page: Page, **context: Any
) -> HttpResponse:
    """A page of a list; an empty one asks search engines to leave it out."""
    query, apart = context.get("query", ""), context.get("apart")
    start = f"{head.path}?{query}".rstrip("?&")
    path = start if page.is_first else f"{head.path}?{query}before={page.cursor}"
    has_pieces = bool(page.editions or apart or context.get("front"))
    versions = list_versions(head.path, site, page.languages)
    head = replace(head, path=path, is_indexed=has_pieces, versions=versions)
    with_houses(page.editions, site)
    with_versions(page.editions, site)
    with_listed_pictures(page.editions, is_front=page.is_first and template == FRONT)
    keep_face(site, path_in(site.language, path, site), site.language)
    elsewhere = _elsewhere(page, start, site)
    return HttpResponse(
        draw(template, site=site, head=head, page=page, start=start, elsewhere=elsewhere, **context)
    )


def _elsewhere(page: Page, here: str, site: Site) -> list[tuple[LanguageWay, int]]:
    """The other languages in which a list has pieces, with their numbers."""
    others = [code for code in page.languages if code != site.read_in]
    ways = switch(site.language, list_versions(here, site, others), site)
    return [(way, page.languages[way.language]) for way in ways if way.language in others]


def saying_where(page: Page, language: str) -> Page:
    """The page with "Pieces 21–40 of 612", or how many there are where it holds all; with nothing if it is empty."""
    words = words_for(language)
    if not page.editions:
        return page
    if page.total <= len(page.editions):
        return replace(page, where=words.fill("pieces_number", total=str(page.total)))
    places = {"first": page.first, "last": page.last, "total": page.total}
    texts = {name: str(place) for name, place in places.items()}
    return replace(page, where=words.fill("pieces_where", **texts))

"""The public pages. Each view finds editions by a word of `articles.querysets`, and draws."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from articles.models.edition import Edition, Permalink
from articles.querysets import EditionQuerySet
from articles.states import Form, TakenDownFor
from reading import alongside, profiles
from reading.chrome import House, chrome, house, said
from reading.page import Feed, Head, article_document, draw
from reading.paging import BadCursor, Listing
from reading.prepared_query import Prepared
from reading.profiles import Profile
from reading.public_view import door
from reading.republishing import republish_document


@door
def home(request: HttpRequest, at: dt.datetime) -> HttpResponse:
    """The newest pieces."""
    here = house()
    head = Head(title=here.name, path="/", description=here.strapline, language=here.language)
    return _list(request, "articles/home.html", here, head, _LATEST, {"at": at})


@door
def article(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A piece under its current address; an earlier address leads there, an unpublished piece is gone (410).

    A piece that was taken down answers with its notice under every address it had.
    """
    if edition := _live.first(slug=slug, at=at):
        return _answer(edition, at)
    live = Edition.objects.live(at).filter(article=OuterRef("article"))
    ever = Edition.objects.ever_live(at).filter(permalink__slug=slug)
    current = ever.values_list(
        Subquery(live.values("permalink__slug")[:1]), Subquery(live.values("form")[:1])
    ).first()
    if current is None:
        raise Http404
    address, form = current
    if form == Form.PIECE:
        return HttpResponsePermanentRedirect(Permalink(slug=address).path)
    if edition := form and _live.first(slug=address, at=at):
        return _answer(edition, at)
    return HttpResponse(draw("410.html", house=house(), head=Head(title="No longer published")), status=410)


def _answer(edition: Edition, at: dt.datetime) -> HttpResponse:
    """The page; for a piece taken down, gone (410), or withheld because the law demands it (451, RFC 7725)."""
    status = 200
    if edition.form != Form.PIECE:
        status = 451 if edition.printed.get("because") == TakenDownFor.LEGAL else 410
    house = said(getattr(edition, "chrome", None))
    return HttpResponse(article_document(edition, house, at), status=status)


@door
def republish(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A piece as others may take it over, where they may."""
    edition = _live.first(slug=slug, at=at)
    document = edition and republish_document(edition, said(getattr(edition, "chrome", None)))
    if not document:
        raise Http404
    return HttpResponse(document)


@door
def author(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A person's page."""
    here = house()
    profile = profiles.author(slug, at, at.astimezone(here.zone).date())
    return _profile(request, "authors/author.html", here, profile)


@door
def outlet(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """An outlet's page."""
    return _profile(request, "outlets/outlet.html", house(), profiles.outlet(slug, at))


@door
def topic(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A topic's page."""
    return _profile(request, "topics/topic.html", house(), profiles.topic(slug, at))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page, under every address that leads nowhere."""
    page = draw("404.html", house=house(), head=Head(title="Page not found"))
    return HttpResponse(page, status=404, headers={"Cache-Control": "no-cache"})


def _profile(request: HttpRequest, template: str, here: House, profile: Profile | None) -> HttpResponse:
    if profile is None:
        raise Http404
    head = Head(
        title=profile.name,
        path=profile.path,
        description=profile.about[:300],
        type="profile" if template.startswith("authors/") else "website",
        language=here.language,
        feeds=(Feed(f"{here.name}: {profile.name}", f"{profile.path}feed.rss"),),
    )
    return _list(request, template, here, head, profile.listing, profile.of, profile=profile)


def _list(
    request: HttpRequest,
    template: str,
    here: House,
    head: Head,
    listing: Listing,
    of: dict[str, Any],
    **context: object,
) -> HttpResponse:
    start, before = head.path, request.GET.get("before")
    try:
        page = listing.page(before, **of)
    except BadCursor as problem:
        raise Http404 from problem
    if before is not None:
        head = replace(head, path=f"{start}?before={before}")
    return HttpResponse(draw(template, house=here, head=head, page=page, start=start, **context))


def _live_query(slug: str, at: dt.datetime) -> EditionQuerySet:
    """The page and the house around it in one query: an article is what readers come for most."""
    editions = Edition.objects.live(at).filter(permalink__slug=slug).for_page()
    return editions.annotate(chrome=Subquery(chrome()), **alongside.expressions(at))[:1]


_live = Prepared(_live_query, slug=str, at=dt.datetime)
_LATEST = Listing(Edition.objects.listed, at=dt.datetime)

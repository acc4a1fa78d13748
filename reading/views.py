"""Public pages. Each view selects editions by a queryset method of `articles.querysets`, and draws them."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)

from articles.addresses import article_path
from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet
from articles.states import LISTED, Form, TakenDownFor
from reading import alongside
from reading.alongside import printed_phrases
from reading.article import article_document
from reading.faces.last import keep_face
from reading.faces.named import face_at
from reading.houses import at_its_address, face_of, front_page_listing, has_published, with_houses
from reading.page import Feed, Head, NoPage, draw
from reading.paging import BadCursor, Listing, Page
from reading.pictures.figures import with_listed_pictures
from reading.profiles import subjects
from reading.profiles.subjects import Profile, lead_on, named
from reading.public_view import drawn_now, public_view
from reading.republishing import republish_document
from reading.site import (
    Site,
    house_of,
    line_rows,
    load_house,
    load_house_by_key,
    load_site,
    site_of_line,
)
from reading.words import words_for

FRONT = "articles/home.html"
QUOTED = "quoted"
"""Value of `?list=` for a person's second list: pieces that quote or interview them."""

_STATUSES = {TakenDownFor.LEGAL: 451, TakenDownFor.REVIEW: 200}


@public_view
def home(request: HttpRequest, at: dt.datetime) -> HttpResponse:
    """The newest pieces of the desk's first house and its centres."""
    return _front_page(request, load_site(at), at)


@public_view
def house(request: HttpRequest, at: dt.datetime, code: str) -> HttpResponse:
    """The front page of a house that has published something; the desk's first house has the site's own."""
    site = load_house(code, at)
    if site is None or not (site.path == "/" or has_published(site, at)):
        raise NoPage(load_site(at))
    return at_its_address(request, site) or _front_page(request, site, at)


def _front_page(request: HttpRequest, site: Site, at: dt.datetime) -> HttpResponse:
    words = words_for(site.language).by_name
    corrections = Feed(f"{site.name}: {words['corrections']}", f"{site.path}corrections/feed.rss")
    head = Head(
        title=site.name,
        path=site.path,
        description=site.strapline,
        language=site.language,
        feeds=(corrections,),
    )
    listing, of = front_page_listing(site)
    page = _page_of_list(request, listing, of | {"at": at}, site)
    return _list(request, FRONT, site, head, page)


@public_view
def article(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A piece at its current address; earlier addresses redirect there, and an unpublished piece is gone (410).

    A piece taken down shows its notice at every address it had.
    """
    path = article_path(slug)
    if edition := _live.first(path=path, at=at):
        return _page_or_notice(edition, at)
    live = Edition.objects.live(at).filter(article=OuterRef("article"))
    ever = Edition.objects.ever_live(at).filter(permalink__path=path).only("language", "printed", "house")
    earlier = (
        ever.annotate(
            current_path=Subquery(live.values("permalink__path")[:1]),
            current_form=Subquery(live.values("form")[:1]),
        )
        .order_by("-live_from")
        .first()
    )
    if earlier is None:
        raise NoPage(load_site(at))
    current_path, form = vars(earlier)["current_path"], vars(earlier)["current_form"]
    if form in LISTED:
        return HttpResponsePermanentRedirect(current_path)
    if edition := form and _live.first(path=current_path, at=at):
        return _page_or_notice(edition, at)
    return _unpublished(earlier, at)


def _unpublished(edition: Edition, at: dt.datetime) -> HttpResponse:
    """The page of a piece that is gone without a notice, in the language and words of its last edition: 410."""
    phrases = printed_phrases(edition)
    title = phrases["unpublished_title"]
    head = Head(title=title.text, language=edition.language)
    return HttpResponse(
        draw(
            "410.html",
            site=load_house_by_key(house_of(edition), at),
            head=head,
            heading=title.line,
            sentence=phrases["unpublished_line"].line,
        ),
        status=410,
    )


def _page_or_notice(edition: Edition, at: dt.datetime) -> HttpResponse:
    """The page, or the notice of a piece taken down: 410, or 451 for a legal demand (RFC 7725).

    The notice of a piece that is retracted or under review is a page like any other: it is there to be read.
    """
    status = 200
    if edition.form == Form.WITHDRAWAL:
        status = _STATUSES.get(edition.printed.get("because", ""), 410)
    site = _site_of(edition, at)
    keep_face(site, edition.permalink.path, edition.language)
    return HttpResponse(article_document(edition, site, at), status=status)


@public_view
def republish(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """The HTML of a piece to copy, if it may be republished."""
    edition = _live.first(path=article_path(slug), at=at)
    if edition is None:
        raise Http404
    site = _site_of(edition, at)
    document = republish_document(edition, site, at)
    if not document:
        raise NoPage(site)
    return HttpResponse(document)


@public_view
def author(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A person's page."""
    site = load_site(at)
    profile = subjects.author(slug, at, at.astimezone(site.zone).date())
    return _profile(request, "authors/author.html", site, profile, at)


@public_view
def outlet(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """An outlet's page."""
    return _profile(request, "outlets/outlet.html", load_site(at), subjects.outlet(slug, at), at)


@public_view
def topic(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A topic's page."""
    return _profile(request, "topics/topic.html", load_site(at), subjects.topic(slug, at), at)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page."""
    site = exception.args[0] if isinstance(exception, NoPage) else None
    return error_page(404, "not_found", request.path, site)


@drawn_now
def error_page(at: dt.datetime, status: int, title: str, path: str, site: Site | None = None) -> HttpResponse:
    """A page that says what is wrong with a request, with the face of the house that its address names.

    `title`: the name of its heading in `reading.words`. Needs the database.
    """
    site = site or face_at(path, at)
    head = Head(title=words_for(site.language).by_name[title], language=site.language)
    keep_face(site, "", site.language)
    page = draw(f"{status}.html", site=site, head=head)
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-cache"})


def _profile(
    request: HttpRequest, template: str, site: Site, profile: Profile | None, at: dt.datetime
) -> HttpResponse:
    if profile is None:
        return lead_on(request, site)
    usual_language, site = site.language, face_of(profile, site, at)
    profile = named(profile, site, usual_language)
    is_apart = profile.apart is not None and request.GET.get("list") == QUOTED
    listing = profile.apart if is_apart and profile.apart else profile.listing
    page = _page_of_list(request, listing, profile.of, site)
    apart = None
    if profile.apart and page.is_first and not is_apart:
        apart = profile.apart.page(None, **profile.of)
        with_houses(apart.editions, site)
        with_listed_pictures(apart.editions)
    if page.is_first and not (page.editions or (apart and apart.editions)):
        profile = profile.name_only
    head = Head(
        title=profile.name,
        path=profile.path,
        description=profile.about[:300],
        type="profile" if template.startswith("authors/") else "website",
        language=site.language,
        feeds=(Feed(f"{site.name}: {profile.name}", f"{profile.path}feed.rss"),),
    )
    query = f"list={QUOTED}&" if is_apart else ""
    return _list(
        request, template, site, head, page, profile=profile, apart=apart, is_apart=is_apart, query=query
    )


def _page_of_list(request: HttpRequest, listing: Listing, of: dict[str, Any], site: Site) -> Page:
    try:
        return listing.page(request.GET.get("before"), **of)
    except BadCursor as problem:
        raise NoPage(site) from problem


def _list(
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


def _site_of(edition: Edition, at: dt.datetime) -> Site:
    """The face of its house, which the page's query loaded with the edition."""
    return site_of_line(getattr(edition, "line", ()), at)


def _live_query(path: str, at: dt.datetime) -> EditionQuerySet:
    """An edition with the face of its house in one query, because article pages are read most."""
    editions = Edition.objects.live(at).filter(permalink__path=path).for_page()
    return editions.annotate(line=ArraySubquery(line_rows(OuterRef("house"))), **alongside.annotations())[:1]


_live = Prepared(_live_query, path=str, at=dt.datetime)

"""Views of a piece: its page at every address it had, and the copy that others may take over."""

import datetime as dt
from copy import copy
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from articles.addresses import article_path, page_path
from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.states import LISTED, Form, TakenDownFor
from reading.faces.last import keep_face
from reading.kept import IDENTITY, KeptValues, while_marked
from reading.kept_editions import whole_editions
from reading.page import Head, NoPage, draw
from reading.piece import alongside
from reading.piece.alongside import printed_phrases, standing_notices
from reading.piece.article import article_document
from reading.piece.republishing import republish_document
from reading.public_view import public_view
from reading.site import Site, house_of, load_house_by_key, load_site

_PAGES = KeptValues(most_items=24_000_000)
"""Pages as drawn, by their letters: each waits for the next reader while the press mark stays."""
_ADDRESSES = KeptValues()
"""Which edition is live at an address."""
_STATUSES = {TakenDownFor.LEGAL: 451, TakenDownFor.REVIEW: 200}


@public_view
def article(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A piece at its address."""
    return _at_path(article_path(slug), at)


@public_view
def page(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """A page of the site, such as "About": a piece with an address of one word."""
    return _at_path(page_path(slug), at)


def _at_path(path: str, at: dt.datetime) -> HttpResponse:
    """A piece at its current address; earlier addresses redirect there, and an unpublished piece is gone (410).

    A piece taken down shows its notice at every address it had.
    """
    if edition := _live_at(path, at):
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
    if edition := form and _live_at(current_path, at):
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
    site = site_of_edition(edition, at)
    keep_face(site, edition.permalink.path, edition.language)
    # The mark decides what of other pieces stands there, and the house and its notices what depends on the day.
    notices = standing_notices(edition, site, at)
    key = (settings.SITE_URL, edition.pk, edition.uuid, site, notices)
    document = while_marked(at, key, lambda: article_document(edition, site, at), _PAGES)
    return HttpResponse(document, status=status)


@public_view
def republish(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """The HTML of a piece to copy, if it may be republished."""
    edition = live_edition(slug, at)
    if edition is None:
        raise Http404
    site = site_of_edition(edition, at)
    document = republish_document(edition, site, at)
    if not document:
        raise NoPage(site)
    return HttpResponse(document)


def live_edition(slug: str, at: dt.datetime) -> Edition | None:
    """The edition that readers get at the address of a piece; None at an earlier one."""
    return _live_at(article_path(slug), at)


def site_of_edition(edition: Edition, at: dt.datetime) -> Site:
    """The face of the house that published it."""
    return load_house_by_key(house_of(edition), at)


def _live_at(path: str, at: dt.datetime) -> Edition | None:
    """The edition at a path, a copy that knows whether it has translations, because most pieces have none."""
    rows = while_marked(at, path, lambda: _live(path=path, at=at), _ADDRESSES)
    if not rows:
        return None
    *identity, has_translations = rows[0]
    (kept,) = whole_editions([tuple(identity)])
    edition = copy(kept)
    vars(edition).update(has_translations=has_translations)
    return edition


def _live_query(path: str, at: dt.datetime) -> QuerySet[Edition, Any]:
    editions = Edition.objects.live(at).filter(permalink__path=path)
    rows = editions.annotate(**alongside.annotations()).values_list(*IDENTITY, *alongside.annotations())
    return rows[:1]


_live = Prepared(_live_query, path=str, at=dt.datetime)

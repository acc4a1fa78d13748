"""Corrections and retractions of a house: the pieces that have a notice, with what it says."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet
from articles.states import Surface
from reading.houses import at_its_address, published_house
from reading.lists.drawing import draw_list, page_of_list
from reading.lists.paging import Listing
from reading.page import Feed, Head
from reading.public_view import public_view
from reading.site import Site, load_site
from reading.words.page_words import words_for


def _pieces_with_notices(at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.shown_in(Surface.LISTS, at).with_notices()


def _with_notices_under(at: dt.datetime, house: int) -> EditionQuerySet:
    return _pieces_with_notices(at).published_under(house)


_ALL = Listing(_pieces_with_notices, by="modified_at", at=dt.datetime)
_UNDER = Listing(_with_notices_under, by="modified_at", at=dt.datetime, house=int)


@public_view
def corrections(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """Those of the desk's first house."""
    return _corrections(request, load_site(at, language), at)


@public_view
def house_corrections(request: HttpRequest, at: dt.datetime, slug: str, language: str = "") -> HttpResponse:
    """Those of another house and its centres."""
    site = published_house(slug, at, language)
    return at_its_address(request, site) or _corrections(request, site, at)


def _corrections(request: HttpRequest, site: Site, at: dt.datetime) -> HttpResponse:
    words = words_for(site.language).by_name
    path = f"{site.path}corrections/"
    head = Head(
        title=words["corrections_page"],
        path=path,
        description=words["corrections_about"],
        language=site.language,
        trail=((site.name, site.path), (words["corrections_page"], path)),
        feeds=(Feed(f"{site.name}: {words['corrections']}", path),),
    )
    listing, of = (_ALL, {}) if site.is_whole_desk else (_UNDER, {"house": site.house})
    page = page_of_list(request, listing, {"at": at, **of}, site)
    _add_notices(page.editions)
    return draw_list(request, "indexes/corrections.html", site, head, page, feed=path)


def _add_notices(rows: list[dict[str, Any]]) -> None:
    """Give each row the notices that its page prints."""
    keys = [row["id"] for row in rows]
    printed = dict(Edition.objects.filter(pk__in=keys).values_list("pk", "printed__notices")) if keys else {}
    for row in rows:
        row["notices"] = printed[row["id"]] or []

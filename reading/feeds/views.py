"""Feed views: the whole site, its corrections, and one feed for each author, outlet, topic and series."""

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet
from articles.shown_profiles import editions_under
from articles.states import Surface
from reading.addresses.leading_on import redirect_for_good
from reading.fed_pieces import Fed, FeedListing, corrected_pieces, fed_pieces
from reading.feeds.answer import feed_answer
from reading.feeds.archive import FedPieces, FeedRequest, pieces_of
from reading.feeds.door import feed_view
from reading.feeds.selections import kind_on_record, pieces_of_kind, printed_label
from reading.houses import at_its_address, face_of, published_house
from reading.languages.addresses import without_language
from reading.page import NoPage
from reading.profiles import subjects
from reading.profiles.subjects import Profile, lead_on, named
from reading.site import Site, has_been_read_in, load_site
from reading.words.page_words import words_for


@feed_view
def site(
    request: HttpRequest, at: dt.datetime, ending: str, month: str = "", language: str = ""
) -> HttpResponseBase:
    """The newest pieces, and for 90 days every piece that was corrected, taken down or unpublished."""
    return _newest_of(load_site(at, language), FeedRequest(at, ending, month, language))


@feed_view
def corrections(request: HttpRequest, at: dt.datetime, ending: str, language: str = "") -> HttpResponseBase:
    """The pieces that were corrected or have another notice."""
    return _corrections_of(load_site(at, language), FeedRequest(at, ending, language=language))


@feed_view
def house(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = "", language: str = ""
) -> HttpResponseBase:
    """The feed of one house and its centres."""
    here = published_house(slug, at, language)
    return at_its_address(request, here) or _newest_of(here, FeedRequest(at, ending, month, language))


@feed_view
def house_corrections(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, language: str = ""
) -> HttpResponseBase:
    """The corrected pieces of one house and its centres."""
    here = published_house(slug, at, language)
    return at_its_address(request, here) or _corrections_of(here, FeedRequest(at, ending, language=language))


def _newest_of(here: Site, asked: FeedRequest) -> HttpResponseBase:
    at = asked.at

    def newest() -> Fed:
        if here.is_whole_desk:
            return _newest(at=at, language=asked.language)
        return _newest_under(at=at, house=here.house, language=asked.language)

    def live() -> EditionQuerySet:
        every = Edition.objects.shown_in(Surface.FEEDS, at)
        return every if here.is_whole_desk else every.published_under(here.house)

    pieces = pieces_of(asked, here, newest, live)
    return feed_answer(here, pieces, asked, here.path, here.name, here.strapline)


def _corrections_of(here: Site, asked: FeedRequest) -> HttpResponseBase:
    ours, at = words_for(here.language).by_name, asked.at

    def newest() -> Fed:
        if here.is_whole_desk:
            return _corrected(at=at, language=asked.language)
        return _corrected_under(at=at, house=here.house, language=asked.language)

    return feed_answer(
        here,
        pieces_of(asked, here, newest),
        asked,
        here.path,
        title=f"{here.name}: {ours['corrections']}",
        description=ours["corrections_about"],
        folder=f"{here.path}corrections/",
    )


@feed_view
def kind(
    request: HttpRequest, at: dt.datetime, ending: str, code: str, month: str = "", language: str = ""
) -> HttpResponseBase:
    """Pieces of a content type."""
    here, asked, folder = load_site(at, language), FeedRequest(at, ending, month, language), f"/kinds/{code}/"
    try:
        pieces = pieces_of_kind(code, here, asked)
    except NoPage:  # no piece in the month: of a merged type the other's archive may have some
        pieces = None
    if pieces and pieces.editions:
        return _feed_apart(here, pieces, asked, folder, printed_label(pieces.editions, here.language))
    label, kept = kind_on_record(code, at)
    if kept:
        return _led_on(request, f"/kinds/{kept}/")
    if not (label and pieces):
        raise NoPage(here)
    return _feed_apart(here, pieces, asked, folder, label)


@feed_view
def language(
    request: HttpRequest, at: dt.datetime, ending: str, code: str, month: str = ""
) -> HttpResponseBase:
    """The feed of a language, which is the site's own below "/de/"."""
    if not has_been_read_in(code, at):
        raise NoPage(load_site(at))
    return _led_on(request, f"/{code}/")


def _feed_apart(
    here: Site, pieces: FedPieces, asked: FeedRequest, folder: str, name: str
) -> HttpResponseBase:
    """A feed of pieces that no page of their own lists: it belongs to the front page."""
    title = f"{here.name}: {name}"
    return feed_answer(here, pieces, asked, here.path, title, title, folder)


def _led_on(request: HttpRequest, folder: str) -> HttpResponseBase:
    prefix, here = without_language(request.path)
    return redirect_for_good(f"{prefix}{folder}{here.rpartition('/')[2]}")


@feed_view
def author(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = "", language: str = ""
) -> HttpResponseBase:
    """Pieces that credit a person."""
    here = load_site(at, language)
    profile = subjects.author(slug, at, at.astimezone(here.zone).date())
    return _profile_feed(request, here, profile, FeedRequest(at, ending, month, language), "pieces_by")


@feed_view
def outlet(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = "", language: str = ""
) -> HttpResponseBase:
    """Pieces that ran in an outlet."""
    here = load_site(at, language)
    profile = subjects.outlet(slug, at, at.astimezone(here.zone).date())
    return _profile_feed(request, here, profile, FeedRequest(at, ending, month, language), "pieces_in")


@feed_view
def topic(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = "", language: str = ""
) -> HttpResponseBase:
    """Pieces on a topic."""
    profile = subjects.topic(slug, at)
    return _profile_feed(
        request, load_site(at, language), profile, FeedRequest(at, ending, month, language), "pieces_on"
    )


@feed_view
def series(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = "", language: str = ""
) -> HttpResponseBase:
    """Parts of a series, the newest first as in every feed."""
    profile = subjects.series(slug, at)
    return _profile_feed(
        request, load_site(at, language), profile, FeedRequest(at, ending, month, language), "parts_of"
    )


def _profile_feed(
    request: HttpRequest, site: Site, profile: Profile | None, asked: FeedRequest, description: str
) -> HttpResponseBase:
    if profile is None:
        return lead_on(request, site)
    site = face_of(profile, site, asked.at, asked.language)
    profile = named(profile, site)

    def newest() -> Fed:
        return profile.fed(**profile.of, language=asked.language)

    pieces = pieces_of(asked, site, newest, lambda: _live(profile))
    if description == "pieces_by" and not _are_all_by(pieces.editions, profile.subject.pk):
        description = "pieces_with"
    return feed_answer(
        site,
        pieces,
        asked,
        profile.path,
        title=f"{site.name}: {profile.name}",
        description=words_for(site.language).fill(description, name=profile.in_sentence),
    )


def _live(profile: Profile) -> EditionQuerySet:
    live = profile.listing.build(**profile.of).not_left_out_of(Surface.FEEDS)
    return live.order_by("-ordered_at", "-article_id")


def _are_all_by(editions: list[Edition], author: int) -> bool:
    """True if the person is an author of each of these pieces, not the editor or translator of one."""
    return all(author in edition.printed["authors"] for edition in editions)


def _fed_under(at: Any, house: Any, language: Any = None) -> EditionQuerySet:
    return fed_pieces(at, editions_under(house), language)


def _corrected_of(at: Any, house: Any, language: Any = None) -> EditionQuerySet:
    return corrected_pieces(at, editions_under(house), language)


_newest = FeedListing(fed_pieces, at=dt.datetime)
_newest_under = FeedListing(_fed_under, at=dt.datetime, house=int)
_corrected = FeedListing(corrected_pieces, at=dt.datetime)
_corrected_under = FeedListing(_corrected_of, at=dt.datetime, house=int)

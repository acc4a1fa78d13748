"""Feed views: the whole site, its corrections, and one feed for each author, outlet, topic and series."""

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.templatetags.static import static

from articles.addresses import absolute
from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet
from articles.states import Form, Surface
from prose import printed_line
from prose.languages import name_in
from prose.printed_line import words
from reading.fed_pieces import corrected_pieces, fed_pieces
from reading.feeds.archive import FedPieces, FeedRequest, pieces_of
from reading.feeds.channel import Channel, FeedItem
from reading.feeds.door import feed_view
from reading.feeds.formats import write_feed
from reading.feeds.items import feed_items
from reading.feeds.selections import IN_LANGUAGE, OF_KIND, kind_on_record, printed_label
from reading.houses import at_its_address, face_of, has_published, published_under
from reading.page import NoPage
from reading.pictures.faces import FeedImage, feed_image
from reading.profiles import subjects
from reading.profiles.subjects import LED_ON_FOR, Profile, lead_on, named
from reading.site import Site, house_of, load_house, load_houses, load_site
from reading.words.page_words import words_for

CACHE_CONTROL = "public, max-age=900, s-maxage=10"
"""A feed reader may keep a feed for 15 minutes, a cache that many share only as long as a page."""


@feed_view
def site(request: HttpRequest, at: dt.datetime, ending: str, month: str = "") -> HttpResponseBase:
    """The newest pieces, and for 90 days every piece that was corrected, taken down or unpublished."""
    return _newest_of(load_site(at), FeedRequest(at, ending, month))


@feed_view
def corrections(request: HttpRequest, at: dt.datetime, ending: str) -> HttpResponseBase:
    """The pieces that were corrected or have another notice."""
    return _corrections_of(load_site(at), FeedRequest(at, ending))


@feed_view
def house(request: HttpRequest, at: dt.datetime, ending: str, code: str, month: str = "") -> HttpResponseBase:
    """The feed of one house and its centres."""
    here = _published_house(code, at)
    return at_its_address(request, here) or _newest_of(here, FeedRequest(at, ending, month))


@feed_view
def house_corrections(request: HttpRequest, at: dt.datetime, ending: str, code: str) -> HttpResponseBase:
    """The corrected pieces of one house and its centres."""
    here = _published_house(code, at)
    return at_its_address(request, here) or _corrections_of(here, FeedRequest(at, ending))


def _published_house(code: str, at: dt.datetime) -> Site:
    here = load_house(code, at)
    if here is None or not (here.path == "/" or has_published(here, at)):
        raise Http404
    return here


def _newest_of(here: Site, asked: FeedRequest) -> HttpResponseBase:
    at = asked.at

    def newest() -> list[Edition]:
        return _newest(at=at) if here.is_whole_desk else _newest_under(at=at, house=here.house)

    def live() -> EditionQuerySet:
        every = Edition.objects.shown_in(Surface.FEEDS, at)
        return every if here.is_whole_desk else every.published_under(here.house)

    pieces = pieces_of(asked, here, newest, live)
    return _feed(here, pieces, asked, here.path, here.name, here.strapline)


def _corrections_of(here: Site, asked: FeedRequest) -> HttpResponseBase:
    ours, at = words_for(here.language).by_name, asked.at

    def newest() -> list[Edition]:
        return _corrected(at=at) if here.is_whole_desk else _corrected_under(at=at, house=here.house)

    return _feed(
        here,
        pieces_of(asked, here, newest),
        asked,
        here.path,
        title=f"{here.name}: {ours['corrections']}",
        description=ours["corrections_about"],
        folder=f"{here.path}corrections/",
    )


@feed_view
def kind(request: HttpRequest, at: dt.datetime, ending: str, code: str, month: str = "") -> HttpResponseBase:
    """Pieces of a content type."""
    here, asked, folder = load_site(at), FeedRequest(at, ending, month), f"/kinds/{code}/"
    pieces = OF_KIND.pieces(code, here, asked)
    if pieces.editions:
        return _feed_apart(here, pieces, asked, folder, printed_label(pieces.editions, here.language))
    label, kept = kind_on_record(code, at)
    if kept:
        return _led_on(request, f"/kinds/{kept}/")
    if not label:
        raise NoPage(here)
    return _feed_apart(here, pieces, asked, folder, label)


@feed_view
def language(
    request: HttpRequest, at: dt.datetime, ending: str, code: str, month: str = ""
) -> HttpResponseBase:
    """Pieces in a language."""
    here, asked = load_site(at), FeedRequest(at, ending, month)
    pieces = IN_LANGUAGE.pieces(code, here, asked)
    if not pieces.editions and not IN_LANGUAGE.has_ever_had(code, at):
        raise NoPage(here)
    return _feed_apart(here, pieces, asked, f"/languages/{code}/", name_in(code, here.language))


def _feed_apart(
    here: Site, pieces: FedPieces, asked: FeedRequest, folder: str, name: str
) -> HttpResponseBase:
    """A feed of pieces that no page of their own lists: it belongs to the front page."""
    title = f"{here.name}: {name}"
    return _feed(here, pieces, asked, here.path, title, title, folder)


def _led_on(request: HttpRequest, folder: str) -> HttpResponseBase:
    response = HttpResponsePermanentRedirect(f"{folder}{request.path.rpartition('/')[2]}")
    response.headers["Cache-Control"] = f"public, max-age={LED_ON_FOR}"
    return response


@feed_view
def author(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = ""
) -> HttpResponseBase:
    """Pieces that credit a person."""
    here = load_site(at)
    profile = subjects.author(slug, at, at.astimezone(here.zone).date())
    return _profile_feed(request, here, profile, FeedRequest(at, ending, month), "pieces_by")


@feed_view
def outlet(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = ""
) -> HttpResponseBase:
    """Pieces that ran in an outlet."""
    profile = subjects.outlet(slug, at)
    return _profile_feed(request, load_site(at), profile, FeedRequest(at, ending, month), "pieces_in")


@feed_view
def topic(request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = "") -> HttpResponseBase:
    """Pieces on a topic."""
    profile = subjects.topic(slug, at)
    return _profile_feed(request, load_site(at), profile, FeedRequest(at, ending, month), "pieces_on")


@feed_view
def series(
    request: HttpRequest, at: dt.datetime, ending: str, slug: str, month: str = ""
) -> HttpResponseBase:
    """Parts of a series, the newest first as in every feed."""
    profile = subjects.series(slug, at)
    return _profile_feed(request, load_site(at), profile, FeedRequest(at, ending, month), "parts_of")


def _profile_feed(
    request: HttpRequest, site: Site, profile: Profile | None, asked: FeedRequest, description: str
) -> HttpResponseBase:
    if profile is None:
        return lead_on(request, site)
    usual_language, site = site.language, face_of(profile, site, asked.at)
    profile = named(profile, site, usual_language)
    pieces = pieces_of(asked, site, lambda: profile.fed(**profile.of), lambda: _live(profile))
    if description == "pieces_by" and not _are_all_by(pieces.editions, profile.subject.pk):
        description = "pieces_with"
    return _feed(
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


def _feed(
    site: Site,
    pieces: FedPieces,
    asked: FeedRequest,
    path: str,
    title: str,
    description: str,
    folder: str = "",
) -> HttpResponseBase:
    """The feed of some editions; `path`: the page that it belongs to, `folder`: where it stands if not there."""
    editions, at = pieces.editions, asked.at
    stamp = _stamp(pieces)
    icon = absolute(static("desk/mark.png"))
    channel = Channel(
        title=title,
        address=absolute(path),
        folder=absolute(folder or path),
        description=description or title,
        language=site.language,
        image=feed_image(site.logo, site.language) or FeedImage(icon),
        icon=icon,
        publisher=site.name,
        publisher_address=site.url,
        rights=_rights(site, editions),
        changed_at=stamp.astimezone(site.zone) if stamp else None,
        months=pieces.months,
        hub="" if pieces.months.own else settings.WEBSUB_HUB,
    )
    others = load_houses({house_of(edition) for edition in editions} - site.keys, at)
    houses = others | dict.fromkeys(site.keys, site)
    return _response(channel, feed_items(editions, houses, at), asked.ending)


def _stamp(pieces: FedPieces) -> dt.datetime | None:
    """The last change of a feed, which only moves forward; of an archive that of its pieces."""
    if not pieces.months.own:
        return next((vars(edition)["site_changed_at"] for edition in pieces.editions), None)
    return max(edition.live_from for edition in pieces.editions)


def _rights(site: Site, editions: list[Edition]) -> str:
    """The site's copyright line with the newest year of the feed; empty if the house style has none.

    Empty also if an item is not all the site's own: it came from others, is under a licence, or has another holder.
    """
    if not all(_is_claimed_by(site, edition) for edition in editions):
        return ""
    years = [edition.first_published_on.year for edition in editions if edition.first_published_on]
    values = {
        "year": str(max(years)) if years else "",
        "holder": site.copyright_holder,
        "reservation": site.reservation.text,
    }
    line = site.copyright_format.fill({name: words(word) for name, word in values.items()})
    return printed_line.text(line)


def _is_claimed_by(site: Site, edition: Edition) -> bool:
    """True if the edition's page claims its whole text for the site; a notice in place of a piece has none."""
    printed = edition.printed
    return edition.form != Form.PIECE or (
        printed.get("claims_for_house", False) and printed["records"]["holder"] == site.copyright_holder
    )


def _response(channel: Channel, items: list[FeedItem], ending: str) -> HttpResponse:
    """The feed in a format.

    It has no `Last-Modified`: merged records, names and the house's own words change a feed at no recorded instant.
    """
    document, content_type = write_feed(channel, items, ending)
    response = HttpResponse(document, content_type=content_type)
    response.headers["Cache-Control"] = CACHE_CONTROL
    if channel.hub:  # a hub and its subscribers read these before the document (WebSub §4)
        response.headers["Link"] = f'<{channel.hub}>; rel="hub", <{channel.own_address(ending)}>; rel="self"'
    return response


_newest = Prepared(fed_pieces, at=dt.datetime)
_newest_under = Prepared(lambda at, house: fed_pieces(at, published_under(house)), at=dt.datetime, house=int)
_corrected = Prepared(corrected_pieces, at=dt.datetime)
_corrected_under = Prepared(
    lambda at, house: corrected_pieces(at, published_under(house)), at=dt.datetime, house=int
)

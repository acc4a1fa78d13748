"""The answer to a request for a feed: its document, made of the editions that it shows."""

from django.conf import settings
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.templatetags.static import static

from articles.addresses import absolute
from articles.models.edition import Edition
from articles.states import Form
from prose import printed_line
from prose.printed_line import words
from reading.feeds.archive import FedPieces, FeedRequest
from reading.feeds.channel import Channel, FeedItem
from reading.feeds.credited import with_avatars
from reading.feeds.formats import write_feed
from reading.feeds.items import feed_items
from reading.feeds.kinds import JSON_FEED
from reading.languages.addresses import path_in
from reading.languages.own_names import own_name
from reading.pictures.faces import FeedImage, feed_image
from reading.site import Site, house_of, load_houses

CACHE_CONTROL = "public, max-age=900, s-maxage=10"
"""A feed reader may keep a feed for 15 minutes, a cache that many share only as long as a page."""


def feed_answer(
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
    icon = absolute(static("desk/mark.png"))
    language = asked.language
    channel = Channel(
        title=f"{title} ({own_name(language)})" if language else title,
        address=absolute(path_in(language, path, site) if language else path),
        folder=absolute((f"/{language}" if language else "") + (folder or path)),
        description=description or title,
        language=site.language,
        image=feed_image(site.logo, site.language) or FeedImage(icon),
        icon=icon,
        publisher=site.name,
        publisher_address=site.url,
        rights=_rights(site, editions),
        changed_at=pieces.changed_at.astimezone(site.zone) if pieces.changed_at else None,
        months=pieces.months,
        hub="" if pieces.months.own else settings.WEBSUB_HUB,
    )
    # An item is the same in all feeds: made with its house in that house's usual language.
    own = dict.fromkeys(site.keys, site) if site.language == site.usual_language else {}
    houses = load_houses({house_of(edition) for edition in editions} - own.keys(), at) | own
    items = feed_items(editions, houses, at)
    if asked.ending == JSON_FEED.ending:  # the other formats have no place for them
        items = with_avatars(items, at, site.zone)
    return _response(channel, items, asked.ending)


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

"""Feed views: the whole site, and one feed for each author, outlet and topic."""

import datetime as dt
import hashlib

from django.db.models import Subquery
from django.db.models.functions import Greatest
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.utils.cache import get_conditional_response

from articles.addresses import absolute
from articles.models.edition import Edition
from articles.querysets import EditionQuerySet
from prose import printed_line
from reading import profiles
from reading.feed_items import Channel, feed_item
from reading.profiles import Profile
from reading.public_view import public_view
from reading.rss import MEDIA_TYPE, rss
from reading.site import Site, load_site_with_rights

FEED_LENGTH = 30
FEED_SECONDS = 900
"""Cache time of a feed; the feed's own `ttl` asks readers to come every hour."""

SETTLING = dt.timedelta(seconds=60)
"""An act may commit this long after its instant, so a younger `Last-Modified` would not prove a feed unchanged."""


@public_view
def site(request: HttpRequest, at: dt.datetime) -> HttpResponseBase:
    """All listed pieces, and for 90 days the notices of pieces taken down."""
    here = load_site_with_rights()
    return _feed(request, here, Edition.objects.in_feeds(at), at, "/", here.name, here.strapline)


@public_view
def author(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponseBase:
    """Pieces that credit a person."""
    here = load_site_with_rights()
    profile = profiles.author(slug, at, at.astimezone(here.zone).date())
    return _profile_feed(request, here, profile, at, "Pieces by {name}")


@public_view
def outlet(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponseBase:
    """Pieces that ran in an outlet."""
    return _profile_feed(
        request, load_site_with_rights(), profiles.outlet(slug, at), at, "Pieces that also ran in {name}"
    )


@public_view
def topic(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponseBase:
    """Pieces on a topic."""
    return _profile_feed(request, load_site_with_rights(), profiles.topic(slug, at), at, "Pieces on {name}")


def _profile_feed(
    request: HttpRequest, site: Site, profile: Profile | None, at: dt.datetime, description: str
) -> HttpResponseBase:
    if profile is None:
        raise Http404
    return _feed(
        request,
        site,
        profile.fed(**profile.of),
        at,
        profile.path,
        title=f"{site.name}: {profile.name}",
        description=description.format(name=profile.name),
    )


def _feed(
    request: HttpRequest,
    site: Site,
    editions_fed: EditionQuerySet,
    at: dt.datetime,
    path: str,
    title: str,
    description: str,
) -> HttpResponseBase:
    editions = list(_with_stamp(editions_fed, at).select_related("permalink")[:FEED_LENGTH])
    stamp: dt.datetime | None = getattr(editions[0], "site_changed_at", None) if editions else None
    channel = Channel(
        title=title,
        address=absolute(path),
        feed_address=absolute(f"{path}feed.rss"),
        description=description or title,
        language=site.language,
        image=absolute(static("desk/mark.png")),
        rights=_rights(site, editions),
        changed_at=stamp.astimezone(site.zone) if stamp else None,
    )
    document = rss(channel, [feed_item(edition, site) for edition in editions])
    return _respond(request, document, stamp if stamp and at - stamp > SETTLING else None)


def _with_stamp(fed: EditionQuerySet, at: dt.datetime) -> EditionQuerySet:
    """Annotate the last start or end of any edition: it only moves forward, also when a piece is taken down."""
    seen = Edition.objects.ever_live(at)
    started = seen.order_by("-live_from").values("live_from")[:1]
    ended = seen.filter(live_until__lte=at).order_by("-live_until").values("live_until")[:1]
    return fed.annotate(site_changed_at=Greatest(Subquery(started), Subquery(ended)))


def _rights(site: Site, editions: list[Edition]) -> str:
    """The site's copyright line with the newest year of the feed; empty if the house style has none."""
    years = [edition.first_published_on.year for edition in editions if edition.first_published_on]
    values = {
        "year": str(max(years)) if years else "",
        "holder": site.copyright_holder,
        "reservation": site.reservation,
    }
    return printed_line.text(
        printed_line.fill(
            site.copyright_format, {name: [{"text": word}] if word else [] for name, word in values.items()}
        )
    )


def _respond(request: HttpRequest, document: bytes, stamp: dt.datetime | None) -> HttpResponseBase:
    """The document with a strong ETag, or 304; any site's script may read it (CORS)."""
    response = HttpResponse(document, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    etag = f'"{hashlib.sha256(document).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    if stamp:
        response.headers["Last-Modified"] = stamp.astimezone(dt.UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    response.headers["Cache-Control"] = f"public, max-age={FEED_SECONDS}"
    modified = int(stamp.timestamp()) if stamp else None
    conditional = get_conditional_response(request, etag=etag, last_modified=modified, response=response)
    assert conditional is not None  # noqa: S101 - a response goes in, so one comes out
    conditional.headers["Access-Control-Allow-Origin"] = "*"
    return conditional

"""Feeds: the site's, and one for each author, outlet and topic. Formats to come take the same items."""

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
from reading.chrome import House, house_with_rights
from reading.feed_items import item
from reading.profiles import Profile
from reading.public_view import door
from reading.rss import MEDIA_TYPE, Channel, rss

FEED_LENGTH = 30
FEED_SECONDS = 900
"""How long a feed may be kept; readers ask every hour (`ttl`)."""

SETTLING = dt.timedelta(seconds=60)
"""An act may commit this long after the instant it bears: until then a date alone proves nothing unchanged."""


@door
def site(request: HttpRequest, at: dt.datetime) -> HttpResponseBase:
    """Every listed piece, and for a while what is said in place of those taken down."""
    here = house_with_rights()
    return _feed(request, here, Edition.objects.fed(at), at, "/", here.name, here.strapline)


@door
def author(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponseBase:
    """Pieces that credit a person."""
    here = house_with_rights()
    profile = profiles.author(slug, at, at.astimezone(here.zone).date())
    return _about(request, here, profile, at, "Pieces by {name}")


@door
def outlet(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponseBase:
    """Pieces that ran in an outlet."""
    return _about(
        request, house_with_rights(), profiles.outlet(slug, at), at, "Pieces that also ran in {name}"
    )


@door
def topic(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponseBase:
    """Pieces on a topic."""
    return _about(request, house_with_rights(), profiles.topic(slug, at), at, "Pieces on {name}")


def _about(
    request: HttpRequest, here: House, profile: Profile | None, at: dt.datetime, description: str
) -> HttpResponseBase:
    if profile is None:
        raise Http404
    title = f"{here.name}: {profile.name}"
    said = description.format(name=profile.name)
    return _feed(request, here, profile.fed(**profile.of), at, profile.path, title, said)


def _feed(
    request: HttpRequest,
    here: House,
    fed: EditionQuerySet,
    at: dt.datetime,
    path: str,
    title: str,
    description: str,
) -> HttpResponseBase:
    editions = list(_with_stamp(fed, at).select_related("permalink")[:FEED_LENGTH])
    stamp: dt.datetime | None = getattr(editions[0], "site_changed_at", None) if editions else None
    channel = Channel(
        title=title,
        address=absolute(path),
        feed_address=absolute(f"{path}feed.rss"),
        description=description or title,
        language=here.language,
        image=absolute(static("desk/mark.png")),
        rights=_rights(here, editions),
        changed_at=stamp.astimezone(here.zone) if stamp else None,
    )
    document = rss(channel, [item(edition, here) for edition in editions])
    return _answer(request, document, stamp if stamp and at - stamp > SETTLING else None)


def _with_stamp(fed: EditionQuerySet, at: dt.datetime) -> EditionQuerySet:
    """With the last instant at which anything readers get began or ended: it only moves forward, so that a
    piece taken down changes it too."""
    seen = Edition.objects.ever_live(at)
    begun = seen.order_by("-live_from").values("live_from")[:1]
    ended = seen.filter(live_until__lte=at).order_by("-live_until").values("live_until")[:1]
    return fed.annotate(site_changed_at=Greatest(Subquery(begun), Subquery(ended)))


def _rights(here: House, editions: list[Edition]) -> str:
    """The house's copyright line for the channel, of the newest year in it; none where the house prints none."""
    years = [edition.first_published_on.year for edition in editions if edition.first_published_on]
    known = {
        "year": str(max(years)) if years else "",
        "holder": here.copyright_holder,
        "reservation": here.reservation,
    }
    return printed_line.text(
        printed_line.fill(
            here.copyright_format, {name: [{"text": word}] if word else [] for name, word in known.items()}
        )
    )


def _answer(request: HttpRequest, document: bytes, stamp: dt.datetime | None) -> HttpResponseBase:
    """The bytes with a strong tag of them, or 304; open to browsers' programs from anywhere."""
    response = HttpResponse(document, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    etag = f'"{hashlib.sha256(document).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    if stamp:
        response.headers["Last-Modified"] = stamp.astimezone(dt.UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    response.headers["Cache-Control"] = f"public, max-age={FEED_SECONDS}"
    modified = int(stamp.timestamp()) if stamp else None
    answer = get_conditional_response(request, etag=etag, last_modified=modified, response=response)
    assert answer is not None  # noqa: S101 - a response goes in, so one comes out
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer

"""Addresses of profiles that were merged into another: they lead on to it."""

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect

from reading.profiles import moved_to
from reading.site import Site

LED_ON_FOR = 300
"""Seconds for which a browser may lead on by itself: merging can be undone."""


class NoProfile(Http404):
    """A profile that does not exist. Its argument: the site's facts, already loaded, for the page that says so."""


def lead_on(request: HttpRequest, site: Site) -> HttpResponsePermanentRedirect:
    """Redirect "/topics/harbors/feed.rss" to the feed of the topic it was merged into. Raise NoProfile if not."""
    _, noun, slug, rest = request.path.split("/", 3)
    path = moved_to(noun, slug)
    if path is None:
        raise NoProfile(site)
    response = HttpResponsePermanentRedirect(f"{path}{rest}")
    response.headers["Cache-Control"] = f"public, max-age={LED_ON_FOR}"
    return response

"""Addresses of profiles that were merged into another: they lead on to it."""

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect

from reading.profiles import moved_to

LED_ON_FOR = 300
"""Seconds for which a browser may lead on by itself: merging can be undone."""


def lead_on(request: HttpRequest) -> HttpResponsePermanentRedirect:
    """Redirect "/topics/harbors/feed.rss" to the feed of the topic it was merged into. Raise Http404 if it was not."""
    _, noun, slug, rest = request.path.split("/", 3)
    path = moved_to(noun, slug)
    if path is None:
        raise Http404
    response = HttpResponsePermanentRedirect(f"{path}{rest}")
    response.headers["Cache-Control"] = f"public, max-age={LED_ON_FOR}"
    return response

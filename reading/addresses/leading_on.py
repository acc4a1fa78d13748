"""Redirects from an address that leads elsewhere for good."""

from django.http import HttpRequest, HttpResponsePermanentRedirect

LED_ON_FOR = 300
"""Seconds for which a browser may follow by itself: merging can be undone."""


def redirect_for_good(address: str) -> HttpResponsePermanentRedirect:
    """A redirect that browsers remember for a short while only."""
    response = HttpResponsePermanentRedirect(address)
    response.headers["Cache-Control"] = f"public, max-age={LED_ON_FOR}"
    return response


def redirect_to_path(request: HttpRequest, path: str) -> HttpResponsePermanentRedirect:
    """Such a redirect to another path of ours, with the query of the request."""
    query = request.META.get("QUERY_STRING", "")
    return redirect_for_good(f"{path}?{query}" if query else path)

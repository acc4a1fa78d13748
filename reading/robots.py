"""robots.txt: crawlers may fetch all public pages in production, and nothing on any other host."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from reading.public_view import public_view


@public_view
def robots(request: HttpRequest, at: dt.datetime) -> HttpResponse:
    """robots.txt (RFC 9309)."""
    rule = "Disallow: /admin/" if settings.PRODUCTION else "Disallow: /"
    return HttpResponse(f"User-agent: *\n{rule}\n", content_type="text/plain; charset=utf-8")

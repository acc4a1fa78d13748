"""robots.txt: crawlers may fetch all public pages in production, and nothing on any other host.

Pages that search engines must not list say so themselves: a crawler that may not fetch a page never reads it.
"""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from articles.addresses import absolute
from reading.public_view import public_view

_RULES = "User-agent: *\nDisallow: /admin/\n\nSitemap: {index}\nSitemap: {news}\n"


@public_view
def robots(request: HttpRequest, at: dt.datetime) -> HttpResponse:
    """robots.txt (RFC 9309), with the addresses of the sitemaps."""
    text = "User-agent: *\nDisallow: /\n"
    if settings.PRODUCTION:
        text = _RULES.format(index=absolute("/sitemap.xml"), news=absolute("/sitemap-news.xml"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")

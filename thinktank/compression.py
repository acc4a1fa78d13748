"""Middleware that compresses responses: brotli for public pages, gzip for everything else.

Static files are not its business, WhiteNoise serves them compressed beforehand; nor are feeds (`reading.feeds.door`).
"""

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from reading.files.codings import QUALITY, accepts

MIN_BYTES = 200
_TEXT = ("text/", "application/json", "application/xml")  # the last for sitemaps, which grow to megabytes


class CompressionMiddleware(GZipMiddleware):
    """Django's gzip, which adds random bytes against guesses of a page's secrets (BREACH), and brotli for public pages.

    A compressed response has no strong ETag, because its bytes are not those that were hashed (RFC 9110 §8.8.1).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith(_TEXT):
            return response
        is_small = isinstance(response, HttpResponse) and len(response.content) < MIN_BYTES
        if is_small or not _may_be_brotli(request, response):
            compressed: HttpResponseBase = super().process_response(request, response)
            return compressed
        assert isinstance(response, HttpResponse)  # noqa: S101 - _may_be_brotli has asked
        patch_vary_headers(response, ["Accept-Encoding"])
        response.content = brotli.compress(response.content, quality=QUALITY)
        response.headers["Content-Length"] = str(len(response.content))
        response.headers["Content-Encoding"] = "br"
        if etag := response.headers.get("ETag"):
            response.headers["ETag"] = f"W/{etag.removeprefix('W/')}"
        return response


def _may_be_brotli(request: HttpRequest, response: HttpResponseBase) -> bool:
    """True if the client takes brotli and the response is the same for everyone: no length tells a secret."""
    return (
        isinstance(response, HttpResponse)
        and "Content-Encoding" not in response.headers
        and response.headers.get("Cache-Control", "").startswith("public")
        and not response.cookies
        and accepts("br", request.headers.get("Accept-Encoding", ""))
    )

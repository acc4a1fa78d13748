"""The door of feeds: strong validators, preflights for scripts of other sites, and a pace for each client.

Feeds are made for programs: no challenge, no redirect by `Accept`, no cookie.
"""

import math
import time
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.common import no_append_slash
from django.views.decorators.csrf import csrf_exempt

from reading.clients import countable_client
from reading.feeds.pace import Pace
from reading.files.codings import MADE_BY, best_coding, encode
from reading.files.validators import conditional
from reading.public_view import door

_FOR_SCRIPTS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
}
_PREFLIGHT = {
    **_FOR_SCRIPTS,
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, Cache-Control",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, OPTIONS",
}
PACE = Pace()


def feed_view(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Turn `view(request, at, **path)` into a feed. A POST gets 405, a client that asks without end 429."""
    answered = door(view, _with_strong_tag)

    @wraps(view)
    def respond(request: HttpRequest, **path: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=_PREFLIGHT)
        if wait := _wait(request):
            return _too_often(math.ceil(wait))
        response = answered(request, **path)
        for name, value in _FOR_SCRIPTS.items():
            response.headers[name] = value
        return response

    return no_append_slash(csrf_exempt(respond))


def _wait(request: HttpRequest) -> float:
    client, per_minute = countable_client(request), settings.FEED_REQUESTS_PER_MINUTE
    return PACE.wait(client, per_minute, time.monotonic()) if client and per_minute else 0.0


def _too_often(seconds: int) -> HttpResponse:
    """429 (RFC 6585 §4), with the time to wait."""
    sentence = (
        f"This address has asked for feeds more than {settings.FEED_REQUESTS_PER_MINUTE} times a minute. "
        f"Ask again in {seconds} seconds. A feed changes a few times a day: once in 15 minutes is enough.\n"
    )
    headers = {"Retry-After": str(seconds), "Cache-Control": "no-store", **_FOR_SCRIPTS}
    status = HTTPStatus.TOO_MANY_REQUESTS
    return HttpResponse(sentence, "text/plain; charset=utf-8", status=status, headers=headers)


def _with_strong_tag(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """The feed in the coding that the client takes, with a strong ETag of these bytes; or 304 if the client has them.

    The tag is made of the text and of what encodes it, so that 304 costs no encoding.
    """
    if response.status_code != HTTPStatus.OK:
        return response
    coding = best_coding(request.headers.get("Accept-Encoding", ""))
    etag = f'"{blake2b(response.content + MADE_BY[coding].encode(), digest_size=16).hexdigest()}"'
    response.headers["ETag"] = etag
    patch_vary_headers(response, ["Accept-Encoding"])
    answer = conditional(request, etag, response)
    if answer is response and coding:
        response.content = encode(response.content, coding)
        response.headers["Content-Encoding"] = coding
    return answer

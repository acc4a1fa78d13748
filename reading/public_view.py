"""Decorator for public views: read the clock once, allow GET and HEAD, set cache headers and validators."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.common import no_append_slash
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from reading.files.validators import conditional
from reading.kept import one_mark

CACHE_CONTROL = "public, max-age=0, s-maxage=10"
"""Browsers revalidate always, because the reader may be the editor who has just corrected the page. Shared caches keep
a page for ten seconds, so that corrections and scheduled pieces show soon."""


P = ParamSpec("P")
R = TypeVar("R")


def now() -> dt.datetime:
    """The instant of a request: readers' pages take the time from nowhere else."""
    return timezone.now()


def drawn_now(page: Callable[Concatenate[dt.datetime, P], R]) -> Callable[P, R]:
    """Decorator for pages that are no views: give them the instant at which they are asked for as first argument."""

    @wraps(page)
    def draw(*args: P.args, **kwargs: P.kwargs) -> R:
        return page(now(), *args, **kwargs)

    return draw


def public_view(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Turn `view(request, at, **path)` into a public view. A POST gets 405, not 403 for a missing CSRF token."""
    return door(view, _validated)


def file_view(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The same for a file, whose view answers conditional requests itself, before the bytes are read."""
    return door(view, lambda _, response: response)


def door(
    view: Callable[..., HttpResponseBase],
    validated: Callable[[HttpRequest, HttpResponse], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """The parts that all public views share. `validated`: makes a response conditional, if the view has not."""

    @wraps(view)
    def respond(request: HttpRequest, **path: Any) -> HttpResponseBase:
        _forget_cookies(request)
        with one_mark():
            response = _with_one_retry(lambda: view(request, at=now(), **path))
        response.headers.setdefault(
            "Cache-Control", CACHE_CONTROL if response.status_code in (200, 301) else "no-cache"
        )
        return validated(request, response) if isinstance(response, HttpResponse) else response

    # A slash is added where there is a page behind it (`reading.addresses`), not wherever a route has such a form.
    return no_append_slash(csrf_exempt(require_safe(respond)))


def _forget_cookies(request: HttpRequest) -> None:
    """Keep cookies from the answer: for a broken one Django would set another, and have caches vary by it."""
    request.COOKIES.clear()
    request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", None)


def _validated(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """The response with an ETag made from its bytes, or 304 if the client has it (RFC 9110 §13).

    The tag is weak, since it is the same for every coding in which the bytes may be sent; a cache takes a 304 for the
    page that it keeps only if tag and `Vary` are those of the page (RFC 9110 §15.4.5, RFC 9111 §4.3.4).
    """
    if response.status_code != HTTPStatus.OK:
        return response
    etag = f'W/"{blake2b(response.content, digest_size=16).hexdigest()}"'
    response.headers["ETag"] = etag
    patch_vary_headers(response, ["Accept-Encoding"])
    return conditional(request, etag, response)


def _with_one_retry(draw: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Skip Django's health check of the connection, which costs a fifth of an article page; reconnect on failure."""
    connection.health_check_done = True  # type: ignore[attr-defined]
    try:
        return draw()
    except (InterfaceError, OperationalError):
        if connection.connection is None or connection.in_atomic_block or connection.is_usable():
            raise
        connection.close()
        return draw()

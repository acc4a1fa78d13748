"""What every door for readers does: read the clock once, take GET and HEAD only, say how long an answer keeps."""

from collections.abc import Callable
from functools import wraps

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

KEEP = "public, max-age=0, s-maxage=10"
"""How long a page may be kept: not by a browser, whose reader may be the editor who has just corrected it; ten seconds
by a shared cache, so that a correction or a scheduled piece does not wait behind it."""


def door(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Turn `view(request, at, **path)` into a public view. No cookie is read, so no token is asked for either:
    a POST is told that it came to the wrong place (405), not that it lacks a token."""

    @wraps(view)
    def answer(request: HttpRequest, **path: str) -> HttpResponseBase:
        response = _answered(lambda: view(request, at=now(), **path))
        response.headers.setdefault(
            "Cache-Control", KEEP if response.status_code in (200, 301) else "no-cache"
        )
        return response

    return csrf_exempt(require_safe(answer))


def _answered(draw: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The view's answer, without asking the database first whether it is still there: that question costs a fifth of an
    article page. Where it is not, once more over a new connection."""
    connection.health_check_done = True  # type: ignore[attr-defined]
    try:
        return draw()
    except (InterfaceError, OperationalError):
        if connection.connection is None or connection.in_atomic_block or connection.is_usable():
            raise
        connection.close()
        return draw()

"""What every door for readers does: read the clock once, take GET and HEAD only, say how long an answer keeps."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

PAGE_SECONDS = 10
"""How long a page may be kept. Short: a correction or a scheduled piece must not wait behind a cache."""


def door(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Turn `view(request, at, **path)` into a public view. No cookie is read, so no token is asked for either:
    a POST is told that it came to the wrong place (405), not that it lacks a token."""

    @wraps(view)
    def answer(request: HttpRequest, **path: str) -> HttpResponseBase:
        response = view(request, at=now(), **path)
        keep = f"public, max-age={PAGE_SECONDS}" if response.status_code in (200, 301) else "no-cache"
        response.headers.setdefault("Cache-Control", keep)
        return response

    return csrf_exempt(require_safe(answer))

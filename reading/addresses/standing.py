"""The answer of a path of this site to a reader: asked of its own view, so that no rule of visibility is repeated.

`desk` uses it too: it names no view, but finds it by the path.
"""

import io
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve

PUBLIC = "reading.urls"
MOST_STEPS = 5
"""Redirects that are followed: a merged profile whose own address had changed has two."""
_STANDS = (200, 410, 451)
"""Statuses of pages: a piece that is gone has one, with its notice."""


def view_of(path: str, urls: str = PUBLIC) -> ResolverMatch | None:
    """The view of a path; None if no route has its form."""
    try:
        return resolve(path, urls)
    except Resolver404:
        return None


def final_path(path: str) -> str | None:
    """The end of a reader's way from a path: the path itself, or that to which it leads on. None for no page.

    An address of a draft gives None, like one that nobody has heard of.
    """
    for _ in range(MOST_STEPS):
        match = view_of(path)
        if match is None:
            return None
        try:
            answer = match.func(_asking(path), *match.args, **match.kwargs)
        except Http404:
            return None
        _let_go(answer)
        if answer.status_code in _STANDS:
            return path
        location = urlsplit(answer.headers.get("Location", ""))
        if location.netloc or not location.path.startswith("/"):
            return None
        path = location.path
    return None


def _let_go(answer: HttpResponseBase) -> None:
    """Close the file behind an answer. Not by `close`, which ends the request that is still being answered."""
    for closer in answer._resource_closers:  # type: ignore[attr-defined]
        closer()


def _asking(path: str) -> WSGIRequest:
    """A request that has nothing of any client's: no cookie, no host, no validator."""
    return WSGIRequest(
        {
            "REQUEST_METHOD": "HEAD",
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "wsgi.input": io.BytesIO(),
        }
    )

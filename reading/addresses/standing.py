"""The answer of a path of this site to a reader: asked of its own view, so that no rule of visibility is repeated.

`desk` uses it too: it names no view, but finds it by the path.
"""

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, URLPattern, URLResolver, get_resolver, resolve

PUBLIC = "reading.urls"
MOST_STEPS = 5
"""Redirects that are followed: a merged profile whose own address had changed has two."""
_STANDS = (200, 410, 451)
"""Statuses of pages: a piece that is gone has one, with its notice."""


def view_of(path: str, urls: str = PUBLIC) -> ResolverMatch | None:
    """The view of a path; None if no route has its form."""
    names, others = _beginnings(urls)
    rest = path[1:]
    if rest.partition("/")[0] not in names and not any(each.match(rest) for each in others):
        return None  # as most that programs try: the hundreds of routes need not be
    try:
        return resolve(path, urls)
    except Resolver404:
        return None


@lru_cache(maxsize=4)
def _beginnings(urls: str) -> tuple[frozenset[str], tuple[Any, ...]]:
    """The first parts of all routes that are words, and the patterns of those that begin with a variable."""
    names, others = set[str](), list[Any]()
    for entry in _entries(get_resolver(urls)):
        first = str(entry.pattern).partition("/")[0]
        if "<" in first or (isinstance(entry, URLResolver) and first == str(entry.pattern)):
            others.append(entry.pattern)
        else:
            names.add(first)
    return frozenset(names), tuple(others)


def _entries(resolver: URLResolver) -> Iterator[URLPattern | URLResolver]:
    """The entries of a list of routes; those of a list without a beginning of its own in its place."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver) and not str(entry.pattern):
            yield from _entries(entry)
        else:
            yield entry


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

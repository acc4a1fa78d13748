"""Requests to the admin that no page of it sends: put right before a view sees them, where that is possible."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

MAX_SEARCH_CHARS = 200
NOT_A_LIST = "The address asked for a list in a way that the desk does not know. This is the whole list."
View = Callable[..., HttpResponse]


def put_right(view: View) -> View:
    """Decorator for every view of the admin."""

    @wraps(view)
    def with_right_request(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "_saveasnew" in request.POST:  # no page offers it, but Django's rows obey it and then fail
            posted = request.POST.copy()
            del posted["_saveasnew"]
            request.POST = posted  # type: ignore[assignment]
        if request.GET:
            _put_query_right(request)
        return view(request, *args, **kwargs)

    return with_right_request


def _put_query_right(request: HttpRequest) -> None:
    """Take out NUL, which PostgreSQL refuses, and Django's mark of a wrong look-up; cut search terms that are too long.

    With that mark (`?e=1`) and another wrong look-up, Django says that the database is broken.
    """
    query = request.GET.copy()
    for name, values in list(query.lists()):
        instead = "" if name in ("q", "term") else "\ufffd"
        query.setlist(name, [value.replace("\x00", instead) for value in values])
    for name in ("q", "term"):
        words = query.get(name, "")
        if len(words) > MAX_SEARCH_CHARS:
            messages.warning(request, too_long_search(len(words)))
            words = words[:MAX_SEARCH_CHARS]
        if name in query:
            query[name] = words
    if query.pop("e", None):
        messages.warning(request, NOT_A_LIST)
    request.GET = query  # type: ignore[assignment]


def too_long_search(chars: int) -> str:
    return f"A search may have {MAX_SEARCH_CHARS} characters; this one has {chars:,}. The rest was left out."

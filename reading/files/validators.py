"""Conditional requests for what has an ETag and no date of its last change (RFC 9110 §13)."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

_IGNORED = "HTTP_IF_UNMODIFIED_SINCE"


def conditional(request: HttpRequest, etag: str, response: HttpResponse) -> HttpResponseBase:
    """The response, or 304 or 412 in its place.

    Without a date `If-Unmodified-Since` must be ignored (RFC 9110 §13.1.4); Django would refuse every request with it.
    """
    request.META.pop(_IGNORED, None)
    answer = get_conditional_response(request, etag=etag, response=response)
    assert answer is not None  # noqa: S101 - a response goes in, so one comes out
    return answer

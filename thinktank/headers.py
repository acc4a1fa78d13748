"""Middleware with headers for every response (static files and errors too) and the limit on request size."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
)

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def headers_middleware(get_response: GetResponse) -> GetResponse:
    """Refuse a request that is too large, and set headers. Must be the first middleware."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if _content_length(request) > settings.REQUEST_LIMIT:
            response: HttpResponseBase = HttpResponse(
                "This is too large to send to the desk.", "text/plain; charset=utf-8", 413
            )
        else:
            response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if not settings.PRODUCTION:
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    return middleware


def _content_length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdigit() else 0

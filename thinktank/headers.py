"""Middleware with headers for every response, static files and errors too."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
)

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def headers_middleware(get_response: GetResponse) -> GetResponse:
    """Set headers that do not depend on the page. Must be the first middleware."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if not settings.PRODUCTION:
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    return middleware

"""Middleware with headers for every response, static files and errors too."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
)

OF_DOCUMENTS = (
    "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy", "Referrer-Policy", "X-Frame-Options",
)  # fmt: skip
"""Headers that matter to documents alone: half a kilobyte, which a typeface goes without."""

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def headers_middleware(get_response: GetResponse) -> GetResponse:
    """Set headers that do not depend on the page. Must be the first middleware."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if not settings.PRODUCTION:
            response.headers["X-Robots-Tag"] = "noindex"
        if response.headers.get("Content-Type", "").startswith("font/"):
            for name in OF_DOCUMENTS:
                response.headers.pop(name, None)
        return response

    return middleware

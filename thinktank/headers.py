"""Headers for every response, static files and errors included, and the limit on a request's size."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
)

type_of_view = Callable[[HttpRequest], HttpResponseBase]


def headers_middleware(get_response: type_of_view) -> type_of_view:
    """Outermost: what it refuses costs nothing further in, and what comes out carries its headers."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if _length(request) > settings.REQUEST_LIMIT:
            response: HttpResponseBase = HttpResponse(
                "This is too large to send to the desk.", "text/plain; charset=utf-8", 413
            )
        else:
            response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if not settings.PRODUCTION:
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


def _length(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isascii() and said.isdigit() else 0

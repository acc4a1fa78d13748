"""Range requests: a part of a file, for a client that has the rest (RFC 9110 §14)."""

import re

from django.http import HttpRequest, HttpResponse

# One range only: a server may answer several with the whole file, and every client takes that.
_RANGE = re.compile(r"bytes=(?:(?P<first>\d{1,18})-(?P<last>\d{0,18})|-(?P<suffix>\d{1,18}))", re.ASCII)


def part_of(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The part of a response that a GET asks for (206), 416 if it has none there, or the response itself.

    The response has a strong ETag. One part of another file than the client's is of no use to it: `If-Range`.
    """
    response.headers["Accept-Ranges"] = "bytes"
    asked = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    is_of_this = request.headers.get("If-Range", response.headers["ETag"]) == response.headers["ETag"]
    if request.method != "GET" or asked is None or not is_of_this or not _runs_forward(asked):
        return response
    size = len(response.content)
    first, end = _bounds(asked, size)
    if first >= end:
        response.status_code, response.content = 416, b""
        response.headers["Content-Range"] = f"bytes */{size}"
    else:
        response.status_code, response.content = 206, response.content[first:end]
        response.headers["Content-Range"] = f"bytes {first}-{end - 1}/{size}"
    return response


def _runs_forward(asked: re.Match[str]) -> bool:
    return not asked["last"] or int(asked["first"]) <= int(asked["last"])


def _bounds(asked: re.Match[str], size: int) -> tuple[int, int]:
    """The first byte, and the one behind the last."""
    if asked["suffix"]:
        return max(0, size - int(asked["suffix"])), size if int(asked["suffix"]) else 0
    return int(asked["first"]), min(size, int(asked["last"]) + 1) if asked["last"] else size

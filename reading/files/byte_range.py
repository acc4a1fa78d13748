"""Range requests: a part of a file, for a client that has the rest (RFC 9110 §14)."""

import re

from django.http import HttpRequest, HttpResponse

# One range only: a server may answer several with the whole file, and every client takes that.
_RANGE = re.compile(r"bytes=(?:(?P<first>\d{1,18})-(?P<last>\d{0,18})|-(?P<suffix>\d{1,18}))", re.ASCII)


def part_asked_for(request: HttpRequest, etag: str, size: int) -> range | None:
    """The bytes of a file that a GET asks for; None: all of them. An empty range: the file has none there.

    `etag`: a strong one. One part of another file than the client's is of no use to it: `If-Range`.
    """
    asked = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    is_of_this = request.headers.get("If-Range", etag) == etag
    if request.method != "GET" or asked is None or not is_of_this or not _runs_forward(asked):
        return None
    return _bounds(asked, size)


def say_which(response: HttpResponse, part: range | None, size: int) -> None:
    """Status and headers of an answer with a part of a file (206), with none of it (416), or with all."""
    response.headers["Accept-Ranges"] = "bytes"
    if part is not None:
        response.status_code = 206 if part else 416
        span = f"{part.start}-{part.stop - 1}" if part else "*"
        response.headers["Content-Range"] = f"bytes {span}/{size}"


def _runs_forward(asked: re.Match[str]) -> bool:
    return not asked["last"] or int(asked["first"]) <= int(asked["last"])


def _bounds(asked: re.Match[str], size: int) -> range:
    if asked["suffix"]:
        return range(max(0, size - int(asked["suffix"])), size if int(asked["suffix"]) else 0)
    return range(int(asked["first"]), min(size, int(asked["last"]) + 1) if asked["last"] else size)

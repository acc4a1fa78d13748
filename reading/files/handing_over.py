"""Files on their way to a reader: the bytes, a part of them, or word to a server in front that sends them.

The desk sends the bytes itself, unless the setting PICTURES_SENDFILE names another who does.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase

from pictures import storage
from reading.files.byte_range import part_asked_for, say_which
from reading.files.lasting import MOST_SECONDS, cache_control
from reading.files.validators import conditional

log = logging.getLogger(__name__)
_TEXT = "text/plain; charset=utf-8"

PROTECTED = "/protected-pictures/"
"""Location that nginx has for the storage's folder; the location is internal (docs/operations.md)."""


@dataclass(frozen=True)
class FileToSend:
    """A file that a reader may have now. `path`: its name in the storage; `tag`: the same for the same bytes alone.

    `held`: reads its bytes where they are while the storage does not have them yet; None: it has them. `keep_for`:
    seconds for which a copy may be kept, and for which a bucket's signed address is good.
    """

    path: str
    media_type: str
    size: int
    tag: str
    held: Callable[[], bytes] | None = None
    keep_for: int = MOST_SECONDS
    headers: Mapping[str, str] = field(default_factory=dict)


def hand_over(request: HttpRequest, file: FileToSend) -> HttpResponseBase:
    """The file; or word to the server in front, or to the client, where to get it."""
    is_stored, by = file.held is None, settings.PICTURES_SENDFILE
    if is_stored and by == "signed" and (signed := _at_the_bucket(request, file)):
        return HttpResponseRedirect(signed)
    response = HttpResponse(content_type=file.media_type, headers=dict(file.headers))
    response.headers["Cache-Control"] = cache_control(file.keep_for)
    response.headers["X-Content-Type-Options"] = "nosniff"
    if is_stored and by == "x-accel":
        response.headers["X-Accel-Redirect"] = f"{PROTECTED}{file.path}"
        return response
    etag = response.headers["ETag"] = f'"{file.tag}"'
    answer = conditional(request, etag, response)
    return _with_bytes(request, file, response) if answer is response else answer


def _at_the_bucket(request: HttpRequest, file: FileToSend) -> str | None:
    """The address at which a bucket sends the file; None if the desk has to.

    A bucket's signature is for GET alone, and it sends no word to search engines.
    """
    if request.method != "GET" or "X-Robots-Tag" in file.headers or not file.keep_for:
        return None
    return storage.signed_address(file.path, file.keep_for, file.headers.get("Content-Disposition", ""))


def nothing_here() -> HttpResponse:
    """The answer at every address without a file that may be shown, whatever is behind it."""
    return HttpResponse("There is no file at this address.", status=404, content_type=_TEXT)


def no_longer_here() -> HttpResponse:
    """The answer at an address at which readers once had a file."""
    return HttpResponse("This file is no longer shown.", status=410, content_type=_TEXT)


def _with_bytes(request: HttpRequest, file: FileToSend, response: HttpResponse) -> HttpResponse:
    part = part_asked_for(request, response.headers["ETag"], file.size)
    say_which(response, part, file.size)
    if request.method == "HEAD":
        response.headers["Content-Length"] = str(file.size)
        return response
    try:
        response.content = _bytes(file, part)
    except FileNotFoundError:
        log.exception("Lost: %s. manage.py sweep_pictures says what to do.", file.path)
        return nothing_here()
    except OSError:
        log.exception("The storage does not give %s.", file.path)
        return HttpResponse(
            "Please try again in a minute.", status=503, content_type=_TEXT, headers={"Retry-After": "60"}
        )
    return response


def _bytes(file: FileToSend, part: range | None) -> bytes:
    """All bytes, or a part of them: of a large file a viewer asks for hundreds. Raises FileNotFoundError."""
    if file.held:
        return file.held() if part is None else file.held()[part.start : part.stop]
    return storage.read(file.path) if part is None else storage.read_part(file.path, part)

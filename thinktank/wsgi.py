"""The desk as a plain WSGI application."""

import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
_desk = get_wsgi_application()

CHARSETS = ("utf-8", "utf8", "us-ascii", "iso-8859-1")
REFUSAL = b"The desk reads UTF-8 only; this request names another charset."


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """The desk, or 415 for a body in a charset it does not read.

    Django would read the address's query by the charset a request names, and fail on some of them (hex, utf-16)
    before any middleware could answer. A request to read has no body: what it says of one is dropped.
    """
    kind = environ.get("CONTENT_TYPE", "")
    if "charset" in kind.lower() or "*" in kind:
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            environ["CONTENT_TYPE"] = kind.partition(";")[0]
        elif not _is_readable(kind):
            plain = [("Content-Type", "text/plain; charset=utf-8"), ("X-Content-Type-Options", "nosniff")]
            start_response("415 Unsupported Media Type", [*plain, ("Content-Length", str(len(REFUSAL)))])
            return [REFUSAL]
    return _desk(environ, start_response)


def _is_readable(kind: str) -> bool:
    try:
        _, named = parse_header_parameters(kind)
    except (ValueError, LookupError):  # a parameter in a charset of its own: name*=charset''value
        return False
    return named.get("charset", "utf-8").lower() in CHARSETS

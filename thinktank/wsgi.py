"""The WSGI application."""

import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
_django = get_wsgi_application()

FORM = "application/x-www-form-urlencoded"
CHARSETS = ("utf-8", "utf8", "us-ascii")
REFUSAL = b"The desk reads UTF-8 only; this request names another charset."


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Pass the request to Django, or respond with 415 to a body in an unsupported charset.

    Django decodes the query string with the request's charset, and some charsets (hex, utf-16) make it fail before
    any middleware runs. GET and HEAD have no body, so their charset is ignored.
    """
    content_type = environ.get("CONTENT_TYPE", "")
    if "charset" in content_type.lower() or "*" in content_type:
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            environ["CONTENT_TYPE"] = content_type.partition(";")[0]
        elif not _is_readable(content_type):
            plain = [("Content-Type", "text/plain; charset=utf-8"), ("X-Content-Type-Options", "nosniff")]
            start_response("415 Unsupported Media Type", [*plain, ("Content-Length", str(len(REFUSAL)))])
            return [REFUSAL]
        elif content_type.lower().startswith(FORM):
            environ["CONTENT_TYPE"] = FORM  # Django knows UTF-8 by one of its names only
    return _django(environ, start_response)


def _is_readable(content_type: str) -> bool:
    try:
        _, parameters = parse_header_parameters(content_type)
    except (ValueError, LookupError):  # a parameter in a charset of its own: name*=charset''value
        return False
    return parameters.get("charset", "utf-8").lower() in CHARSETS

"""The server behind the window: its files are fetched once, and it is known what it still works at.

The panel beside the form of a piece is asked for at each opening and each pause of who types: a fifth of all that a
form costs, for tests that do not look at it. It stays empty for those.

A file that says nothing of how long it may be kept is asked for again at each page while it is new, as in a checkout of
today: ninety requests a form. Names with a hash, as a desk has them, may be kept for ever.
"""

import threading
from typing import Any

from django.contrib.staticfiles import handlers
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.http import HttpRequest
from django.http.response import HttpResponseBase

KEPT = "max-age=3600"
WORKING: set[threading.Thread] = set()
PANEL_IS_LOOKED_AT = threading.Event()


class KeptFiles(handlers.StaticFilesHandler):
    """Django's own, which says of each file that the browser may keep it; and no panel if nobody looks at it."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        is_panel = environ["PATH_INFO"].endswith("/effective/") and "part" in environ["QUERY_STRING"]
        if not is_panel or PANEL_IS_LOOKED_AT.is_set():
            return super().__call__(environ, start_response)
        environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", "0")])
        return [b""]

    def serve(self, request: HttpRequest) -> HttpResponseBase:
        answer: HttpResponseBase = super().serve(request)
        answer.headers["Cache-Control"] = KEPT
        return answer


def _begin(**sent: Any) -> None:
    WORKING.add(threading.current_thread())


def _end(**sent: Any) -> None:
    WORKING.discard(threading.current_thread())


def is_at_work() -> bool:
    """True while an answer is made or sent. The thread of one that nobody waited for has ended."""
    return any(thread.is_alive() for thread in tuple(WORKING))


def watch() -> None:
    """Look at every server of this process. The tests' own clients are no servers, and send these under other names."""
    handlers.StaticFilesHandler = KeptFiles
    request_started.connect(_begin, sender=WSGIHandler)
    request_finished.connect(_end, sender=WSGIHandler)

"""The server behind the window: its files are fetched once, and it is known what it still works at.

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


class KeptFiles(handlers.StaticFilesHandler):
    """Django's own, which says of each file that the browser may keep it."""

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

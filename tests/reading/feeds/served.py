"""The desk over HTTP inside a test's own transaction: programs of others ask it as they would ask a site."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.request import urlopen
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections
from django.http import HttpResponse


@dataclass
class Served:
    """A desk at an address. `answers`: status and path of each answer, in order.

    Django's test client must not be used meanwhile: it brings back the signals that end a test's transaction.
    """

    address: str
    answers: list[tuple[int, str]] = field(default_factory=list)

    def get(self, path: str) -> HttpResponse:
        """What the desk answers to a path."""
        with urlopen(f"{self.address}{path}") as answer:
            return HttpResponse(answer.read())


@contextmanager
def served_desk() -> Iterator[Served]:
    """Answer requests in a thread with this thread's connection; one at a time, so that it needs no lock."""
    connection = connections["default"]

    application = WSGIHandler()

    def noting(environ: dict[str, Any], start_response: Any) -> Any:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            desk.answers.append((int(status[:3]), environ["PATH_INFO"]))
            return start_response(status, headers, *rest)

        return application(environ, start)

    class Silent(WSGIRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = make_server("127.0.0.1", 0, noting, handler_class=Silent)
    desk = Served(f"http://127.0.0.1:{server.server_port}")

    def answer() -> None:
        connections["default"] = connection
        server.serve_forever(poll_interval=0.05)

    for signal in (
        request_started,
        request_finished,
    ):  # as Django's test client: they would end the transaction
        signal.disconnect(close_old_connections)
    connection.inc_thread_sharing()
    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield desk
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        connection.dec_thread_sharing()
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)

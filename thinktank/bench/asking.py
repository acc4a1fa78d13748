"""Requests of an editor's browser to the measured desk, with the milliseconds until their answer is there."""

import http.client
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from thinktank.bench.serving import RunningServer

TOKEN = "b" * 32


@dataclass(frozen=True)
class DeskAnswer:
    """An answer; `location`: the path that it leads on to, "" for none."""

    milliseconds: float
    status: int
    content: bytes
    location: str


@dataclass(frozen=True)
class SentFile:
    """A file in a form."""

    field: str
    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Browser:
    """An editor's browser: the desk, and the cookies of a session."""

    server: RunningServer
    cookies: str

    def get(self, path: str) -> DeskAnswer:
        return self._ask("GET", path, None, {})

    def post(
        self, path: str, fields: Iterable[tuple[str, object]], file: SentFile | None = None
    ) -> DeskAnswer:
        """Send a form, with a file as browsers send one that has any."""
        if file is None:
            content_type, body = "application/x-www-form-urlencoded", urlencode(list(fields)).encode()
        else:
            content_type, body = _multipart(fields, file)
        return self._ask("POST", path, body, {"Content-Type": content_type, "X-CSRFToken": TOKEN})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> DeskAnswer:
        connection = http.client.HTTPConnection(urlsplit(self.server.address).netloc, timeout=120)
        started_at = time.monotonic()
        try:
            connection.request(method, path, body, {"Cookie": self.cookies, **headers})
            response = connection.getresponse()
            content = response.read()
            milliseconds = (time.monotonic() - started_at) * 1000
            return DeskAnswer(milliseconds, response.status, content, response.headers.get("Location", ""))
        finally:
            connection.close()


def _multipart(fields: Iterable[tuple[str, object]], file: SentFile) -> tuple[str, bytes]:
    boundary = uuid.uuid4().hex
    named = f'--{boundary}\r\nContent-Disposition: form-data; name="'
    plain = "".join(f'{named}{name}"\r\n\r\n{value}\r\n' for name, value in fields)
    opening = f'{named}{file.field}"; filename="{file.name}"\r\nContent-Type: {file.content_type}\r\n\r\n'
    body = f"{plain}{opening}".encode() + file.content + f"\r\n--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", body


def queries_of(path: str) -> int:
    """Queries of a page for the bench's own account; asked for a second time, as the first looks content types up."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username="bench"), settings.AUTHENTICATION_BACKENDS[-1])
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)

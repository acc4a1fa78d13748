"""Crawler for one role: request, write the answer down, follow its links until there is nothing new."""

import json
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from tests.crawl.answers import write_answer
from tests.crawl.determinism import frozen
from tests.crawl.page_requests import NextRequests, Request, next_requests, site_addresses, with_choice

ADMIN = "/admin/"
SKIPPED = ("/static/", "/media/", "/admin/logout/")
CHOICES = 2  # rows tried of each picker in a GET form
FORM = "application/x-www-form-urlencoded"


class Crawler:
    """Client that writes every answer to the folder `out / role`.

    With a `username` it is logged in and stays below /admin/; without, it stays outside.
    """

    def __init__(self, role: str, out: Path, username: str = "") -> None:
        self.role, self.out, self.is_editor = role, out, bool(username)
        self.lines: dict[Request, str] = {}
        site = urlsplit(settings.SITE_URL)
        self._client = Client(
            raise_request_exception=False, SERVER_NAME=site.hostname, SERVER_PORT=str(site.port or 80)
        )
        self._session = self._log_in(username) if username else {}

    @property
    def addresses(self) -> list[str]:
        """Addresses requested so far by GET."""
        return [request.address for request in self.lines if request.method == "GET"]

    def follow(self, requests: Iterable[Request]) -> None:
        """Make these requests and all that their answers lead to."""
        waiting = deque(requests)
        while waiting:
            request = waiting.popleft()
            if request in self.lines:
                continue
            result = self.visit(request)
            waiting += [new for new in result.requests if self._may_follow(request.address, new.address)]
            for picker in result.pickers if "?" not in request.address else ():
                waiting += [with_choice(picker, key) for key in self._row_keys(picker.search)]

    def visit(self, request: Request) -> NextRequests:
        """Make a request, write its answer down and return what it leads to."""
        response = self._record(request)
        if location := response.headers.get("Location"):
            return NextRequests([Request(target) for target in site_addresses(request.address, location)])
        content_type = response.headers.get("Content-Type", "")
        return next_requests(request.address, content_type, response.content.decode())

    def page(self, address: str) -> str:
        """HTML of a page, not written down."""
        return str(self._send(Request(address)).content.decode())

    def submit(self, request: Request) -> str:
        """Send a form, follow its redirect, write both answers down and return the HTML of the last page."""
        response = self._record(request)
        if location := response.headers.get("Location"):
            cookies = {
                name: cookie.value for name, cookie in response.cookies.items()
            }  # the message shown next
            [target] = site_addresses(request.address, location)
            response = self._record(Request(target, note=request.note), **cookies)
        return str(response.content.decode())

    def _record(self, request: Request, **cookies: str) -> Any:
        response = self._send(request, **cookies)
        headers = [f"{name}: {value}" for name, value in sorted(response.headers.items())]
        headers += [f"Set-Cookie: {cookie.OutputString()}" for _, cookie in sorted(response.cookies.items())]
        if not self.is_editor and request.method == "GET":
            headers.append(f"HEAD: {self._send(Request(request.address, 'HEAD')).status_code}")
        method = f"{request.method}:{request.note}" if request.note else request.method
        self.lines[request] = write_answer(
            self.out, self.role, method, request.address, response.status_code, headers, response.content
        )
        return response

    def _send(self, request: Request, **cookies: str) -> Any:
        """Send as a browser that keeps no cookie except that of its session."""
        frozen.start_request()
        self._client.cookies.clear()
        self._client.cookies.load({**self._session, **cookies})
        if request.method == "POST":
            return self._client.post(request.address, urlencode(request.fields), content_type=FORM)
        return self._client.generic(request.method, request.address)

    def _may_follow(self, page: str, link: str) -> bool:
        """True if the link is on this role's side of the site and does not combine filters or orders of a list."""
        target = urlsplit(link)
        if target.path.startswith(SKIPPED) or target.path.startswith(ADMIN) != self.is_editor:
            return False
        if not self.is_editor:
            return True
        is_second_filter = bool(target.query) and "?" in page and urlsplit(page).path == target.path
        return not is_second_filter and "_changelist_filters" not in target.query

    def _row_keys(self, search: Request) -> list[str]:
        response = self._send(search)
        if response.status_code != 200:
            return []
        return [str(row["id"]) for row in json.loads(response.content)["results"][:CHOICES]]

    def _log_in(self, username: str) -> dict[str, str]:
        frozen.start_request()
        self._client.force_login(get_user_model().objects.get(username=username))
        return {name: cookie.value for name, cookie in self._client.cookies.items()}

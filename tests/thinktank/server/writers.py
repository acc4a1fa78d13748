"""Editors who save a piece again and again, and note each save that the desk acknowledged."""

import http.cookiejar
import re
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from lxml import html

ADD = "/admin/articles/article/add/"


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer: after a save it is the acknowledgement."""

    def redirect_request(self, *arguments: Any, **options: Any) -> None:
        return None


@dataclass
class Writer:
    """One editor with a session of their own and one piece, whose dek they change with each save."""

    name: str
    site: str
    account: tuple[str, str]
    acknowledged: list[str] = field(default_factory=list)
    tries: int = 0

    def __post_init__(self) -> None:
        jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(jar), _NoRedirects(), urllib.request.ProxyHandler({})
        )
        self._piece = ""

    def save(self) -> None:
        """One try to save. Whatever goes wrong, the next try begins with the page that the desk shows then."""
        self.tries += 1
        dek = f"{self.name} writes number {self.tries}."
        if not self._piece:
            self.log_in()
        page = self._form(self._piece or ADD)
        fields = {**page, "headline": self.name, "dek": dek, "_continue": "Save"}
        status, address = self._send(self._piece or ADD, fields)
        if status == 302 and "/change/" in address:
            self.acknowledged.append(dek)
            self._piece = urllib.parse.urlsplit(address).path

    def log_in(self) -> None:
        page = self._form("/admin/login/")
        name, password = self.account
        self._send("/admin/login/", {**page, "username": name, "password": password, "next": "/admin/"})

    def upload(self, path: str, field: str, name: str, content: bytes) -> tuple[int, str]:
        """Send a file through a page's form: status and Location of the answer."""
        parts = [
            f'Content-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in self._form(path).items()
            if key != field
        ]
        head = f'Content-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
        body = b"".join(b"--edge\r\n" + part for part in parts) + b"--edge--\r\n"
        return self._send(path, body, "multipart/form-data; boundary=edge")

    def send(self, path: str, values: dict[str, str]) -> tuple[int, str]:
        """Send a page's form with these values: status and Location of the answer."""
        return self._send(path, self._form(path) | values)

    def _form(self, path: str) -> dict[str, str]:
        """Fields of a page's largest form, as a browser sends them."""
        with self._opener.open(self.site + path, timeout=30) as response:
            page = html.fromstring(response.read())
        form = max(page.forms, key=lambda form: len(form.inputs.keys()))
        return {name: value for name, value in form.form_values() if not name.startswith("_")}

    def _send(
        self, path: str, form: dict[str, str] | bytes, kind: str = "application/x-www-form-urlencoded"
    ) -> tuple[int, str]:
        """Status and Location of the answer to a form: fields, or a body that is coded already."""
        body = form if isinstance(form, bytes) else urllib.parse.urlencode(form).encode()
        headers = {"Referer": self.site + path, "Content-Type": kind}
        request = urllib.request.Request(self.site + path, body, headers)
        try:
            with self._opener.open(request, timeout=30) as response:
                return response.status, ""
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers.get("Location", "")


@contextmanager
def writing(site: str, account: tuple[str, str], count: int) -> Iterator[list[Writer]]:
    """Writers who save inside the block without a pause."""
    writers = [Writer(f"Writer {number}", site, account) for number in range(count)]
    ending = threading.Event()

    def write(writer: Writer) -> None:
        while not ending.is_set():
            try:
                writer.save()
            except Exception:
                ending.wait(0.05)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in writers]
    for thread in threads:
        thread.start()
    try:
        yield writers
    finally:
        ending.set()
        for thread in threads:
            thread.join()


def lost(writers: list[Writer], kept: list[str]) -> list[str]:
    """Acknowledged saves that are in none of the stored versions."""
    stored = set(re.findall(r"Writer \d+ writes number \d+\.", "\n".join(kept)))
    return [dek for writer in writers for dek in writer.acknowledged if dek not in stored]

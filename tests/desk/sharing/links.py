"""Steps with shared links that several tests take."""

import re
import uuid

from django.test import Client

from desk.pages import DeskPage

FIELDS = {
    "name": "Ida Quay",
    "reader": "author",
    "shows": "draft",
    "may_comment": "on",
    "may_sign_off": "on",
    "days": "7",
}


def made(browser: Client, article, **fields) -> str:
    """The path of a new link's address."""
    sent = FIELDS | {"key": str(uuid.uuid4()), "make": "Make"} | fields
    sent = {name: value for name, value in sent.items() if value}
    page = browser.post(DeskPage.SHARING.address(article.pk), sent)
    return re.search(r"/shared/[\w-]{43}/", page.content.decode())[0]


def opened(address: str) -> tuple[Client, str]:
    """A reader who has opened the link, and the address that they are at."""
    reader = Client()
    answer = reader.get(address)
    assert answer.status_code == 302, answer.content.decode()
    return reader, answer.headers["Location"]


def typed(page, what: str, **fields) -> dict[str, str]:
    proof = re.search(r'name="proof" value="(\w+)"', page.content.decode())[1]
    return {"what": what, "proof": proof, **fields}

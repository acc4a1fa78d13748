"""Every form of the product is sent once by a real browser, and the desk takes it.

The pages come from the table of routes (tests/roles), which fails the build for a route without a line: a new form is
sent here as soon as its page exists. Without scripts the browser sends it itself, with its own Origin and Referer.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

from tests.browser.window import MARKS, Window, elsewhere, in_a_window
from tests.browsers import logged_in
from tests.roles.conftest import Addresses, addresses, pieces_by_owner  # noqa: F401 (fixtures)
from tests.roles.table import read_table
from thinktank import welcome

pytestmark = MARKS
GONE = "the form is gone"
FORMS = "//form[not(@id='undo')]"  # the one of the messages stands there only beside them


@dataclass(frozen=True)
class Sendable:
    """One form: the page it stands on, its place among that page's forms, and where it is sent."""

    page: str
    number: int
    method: str
    target: str

    @property
    def kind(self) -> tuple[str, str, str]:
        """Forms of the same kind are sent once: the same route by the same method."""
        return (
            self.method,
            resolve(urlsplit(self.target).path).route,
            self.target.partition("?")[2].partition("=")[0],
        )


def forms_on(client: Client, address: str) -> list[Sendable]:
    answer = client.get(address)
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return []
    forms = html.fromstring(answer.content.decode()).xpath(FORMS)
    return [
        Sendable(
            address,
            number,
            form.get("method", "get").lower(),
            urljoin(address, form.get("action") or address),
        )
        for number, form in enumerate(forms)
        if form.xpath(".//input[@type='submit'] | .//button[not(@type) or @type='submit']")
    ]


def all_forms(addresses: Addresses) -> list[Sendable]:  # noqa: F811
    client = logged_in(User.objects.get(username="ann"))
    # Pages about somebody else's piece have the same forms as those about one's own, to an administrator.
    pages = [addresses.of(line, "administrator") for line in read_table() if line.owner != "other"]
    found: dict[Any, Sendable] = {}
    for page in dict.fromkeys(pages):
        for form in forms_on(client, page):
            try:
                found.setdefault((form.kind, form.number), form)
            except Resolver404:
                pytest.fail(f"{page} sends a form to {form.target}, where nothing is")
    return sorted(
        found.values(), key=lambda form: (form.target.endswith("/logout/"), form.target.endswith("/delete/"))
    )


SUBMIT = """number => {
    const form = document.querySelectorAll("form:not(#undo)")[number];
    form.noValidate = true;
    form.requestSubmit();
}"""


def send(window: Window, form: Sendable) -> str:
    """Send it as it stands; return what went wrong."""
    page = window.page
    page.goto(f"{window.site}{form.page}", wait_until="load")
    if form.number >= page.evaluate("document.querySelectorAll('form:not(#undo)').length"):
        return GONE
    with page.expect_navigation(wait_until="load") as sent:
        page.evaluate(SUBMIT, form.number)
    answer = sent.value
    is_taken = answer.status < 400 or answer.status == 409
    return "" if is_taken else str(answer.status)


def test_every_form_is_taken_from_a_browser(live_server: Any, addresses: Addresses) -> None:  # noqa: F811
    forms = all_forms(addresses)
    wrong: list[str] = []
    sent: set[str] = set()

    def steps(window: Window) -> None:
        window.log_in("ann")
        for form in forms:
            error = send(window, form)
            if error == GONE and form.page in sent:
                continue  # a form sent before from this page took it away, as "Refused" takes away "Ask"
            sent.add(form.page)
            if error:
                wrong.append(f"{form.method} {form.target} from {form.page}: {error}")

    in_a_window(live_server.url, steps, scripts=False)
    assert not wrong, "\n".join(wrong)
    assert {"get", "post"} <= {form.method for form in forms}
    assert len(forms) >= 60, [form.target for form in forms]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_first_administrator_is_made_in_a_browser(
    live_server: Any, tmp_path: Path, settings: Any, width: int
) -> None:
    settings.DESK_HOME = tmp_path
    link = f"/welcome/{welcome.issue_token()}/"
    referers: list[str] = []

    def steps(window: Window) -> None:
        page = window.page
        page.on("request", lambda request: referers.append(request.headers.get("referer", "")))
        window.open(link)
        page.fill("[name=username]", "ada")
        page.fill("[name=password1]", "correct horse battery")
        page.fill("[name=password2]", "correct horse battery")
        page.keyboard.press("Enter")
        page.wait_for_selector("text=My desk")
        assert elsewhere(User.objects.filter(username="ada", is_superuser=True).exists)

    window = in_a_window(live_server.url, steps, width=width)
    assert window.complaints == []
    assert not any(link in referer for referer in referers)

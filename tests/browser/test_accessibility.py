"""axe finds nothing on any page of the admin: the pages are those of the table of roles, so a new one is among them.

Each is drawn; those that show something as no other page shows it are opened in the browser.
"""

from typing import Any

from django.contrib.auth.models import User
from django.http.response import HttpResponseBase

from tests.browser.axe import violations
from tests.browser.looks import unreadable
from tests.browser.shapes import shapes, with_all_shapes
from tests.browser.window import MARKS, Window, in_a_window
from tests.browsers import logged_in
from tests.roles.conftest import Addresses, addresses, pieces_by_owner  # noqa: F401 (fixtures)
from tests.roles.table import read_table

pytestmark = MARKS
# Scripts and files; pages for readers, and a page that works by itself: they have tests of their own.
NO_PAGES = (
    *("/jsi18n/", "/choose/", "/picture/1/", "/480.jpeg", "/document/file/{report}/"),
    *("/stood/{edition}/", "{piece}/preview/", "/batch/{row}/"),
)
MEDIA: list[dict[str, Any]] = [
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "active"},
]


def pages() -> list[Any]:
    """Every page that an administrator gets."""
    lines = [line for line in read_table() if line.address.startswith("/admin/") and line.owner != "other"]
    shown = [line for line in lines if line.expected("GET", "administrator") == "200"]
    by_template = {_template(line.address): line for line in shown if not line.address.endswith(NO_PAGES)}
    return list(by_template.values())


def is_shown(answer: HttpResponseBase) -> bool:
    """False for files: pictures, and what is downloaded."""
    is_page = answer.headers["Content-Type"].startswith("text/html")
    return is_page and "attachment" not in answer.headers.get("Content-Disposition", "")


def _template(address: str) -> str:
    """The address; the same for all pages that the stock admin draws alike for every model."""
    ending = address.partition("{row}")[2]
    return ending if ending in ("/history/", "/delete/") else address


def test_status_and_focus_axe_finds_nothing_on_any_page_of_the_admin(
    live_server: Any,
    addresses: Addresses,  # noqa: F811
) -> None:
    client = logged_in(User.objects.get(username="ann"))
    every = [addresses.of(line, "administrator") for line in pages()]
    answers = {path: client.get(path) for path in every}
    drawn = {path: answer for path, answer in answers.items() if is_shown(answer)}
    paths = with_all_shapes({path: shapes(page.content.decode()) for path, page in drawn.items()})
    assert len(drawn) > 90
    assert len(paths) > 40
    found: list[tuple[str, str, Any]] = []

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("ann")
        for path in paths:
            page.emulate_media(**MEDIA[0])
            window.open(path)
            window.wait_for_editors()
            found.extend((path, "all", fault) for fault in violations(page))
            for medium in MEDIA:
                page.emulate_media(**medium)
                # What stands around the content is the same on each page: its contrast is looked at on the first.
                part, name = "body" if path == paths[0] else "#content", " ".join(medium.values())
                found.extend((path, name, fault) for fault in unreadable(page, name, part))

    in_a_window(live_server.url, steps, panel=True)
    assert not found, "\n".join(map(str, found))

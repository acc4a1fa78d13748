"""axe finds nothing on any page of the admin: the pages are those of the table of roles, so a new one is among them."""

from typing import Any

import pytest

from tests.browser.axe import CONTRAST, EVERYTHING, violations
from tests.browser.looks import NEW, mark_new
from tests.browser.window import MARKS, Window, in_a_window
from tests.roles.conftest import Addresses, addresses, pieces_by_owner  # noqa: F401 (fixtures)
from tests.roles.table import read_table

pytestmark = MARKS
# Scripts and files; pages for readers, and a page that works by itself: they have tests of their own.
NO_PAGES = (
    *("/jsi18n/", "/choose/", "/picture/1/", "/480.jpeg", "/document/file/{report}/"),
    *("/stood/{edition}/", "{piece}/preview/", "/batch/{row}/"),
)
MODES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("light", {"color_scheme": "light", "forced_colors": "none"}, EVERYTHING),
    ("dark", {"color_scheme": "dark", "forced_colors": "none"}, CONTRAST),
    ("forced colours", {"color_scheme": "dark", "forced_colors": "active"}, CONTRAST),
]


def pages() -> list[Any]:
    """Every page that an administrator gets."""
    lines = [line for line in read_table() if line.address.startswith("/admin/") and line.owner != "other"]
    shown = [line for line in lines if line.expected("GET", "administrator") == "200"]
    by_template = {_template(line.address): line for line in shown if not line.address.endswith(NO_PAGES)}
    return list(by_template.values())


def _template(address: str) -> str:
    """The address; the same for all pages that the stock admin draws alike for every model."""
    ending = address.partition("{row}")[2]
    return ending if ending in ("/history/", "/delete/") else address


@pytest.mark.parametrize("part", range(3))
def test_status_and_focus_axe_finds_nothing_on_any_page_of_the_admin(
    part: int,
    live_server: Any,
    addresses: Addresses,  # noqa: F811
) -> None:
    paths = [addresses.of(line, "administrator") for line in pages()[part::3]]
    assert len(paths) > 20
    found: list[tuple[str, str, Any]] = []
    seen: dict[str, set[str]] = {mode: set() for mode, _, _ in MODES}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("ann")
        for path in paths:
            for mode, media, options in MODES:
                page.emulate_media(reduced_motion="reduce", **media)
                if mode == "light":
                    window.open(path)
                    window.wait_for_editors()
                    found.extend((path, mode, fault) for fault in violations(page, options))
                # What stands around the content is the same on each page: its contrast is looked at on the first.
                elif mark_new(page, "body" if path == paths[0] else "#content", seen[mode]):
                    found.extend((path, mode, fault) for fault in violations(page, options, NEW))

    in_a_window(live_server.url, steps)
    assert not found, "\n".join(map(str, found))

"""The contents of a long piece in a real browser: in view beside the text on a wide screen, a fold on a phone."""

import datetime as dt
from typing import Any

import pytest

from disclaimers.models import Institution
from tests.browser.window import MARKS, Window, in_a_window
from tests.conftest import NOW
from tests.factories import published

pytestmark = MARKS
MINUTE = dt.timedelta(minutes=1)
PARTS = 9


@pytest.fixture
def site(live_server: Any, desk: Institution, clock: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("reading.public_view.now", lambda: NOW + MINUTE)
    for language, word in (("en", "tide"), ("ar", "مرفأ")):
        text = f"<p>{f'{word} ' * 200}</p>"
        body = "".join(f"<h2>{word} {number}</h2>{text}" for number in range(PARTS))
        published(slug=f"long-{language}", language=language, body=body, at=NOW)
    clock(NOW + MINUTE)
    return str(live_server.url)


def where(window: Window) -> str:
    """Where the list stands when the sixth part is read: at which side of the text, or nowhere in the window."""
    page = window.page
    page.locator("#part-6").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('part-6').scrollIntoView()")
    entries, text = page.locator(".contents ol").bounding_box(), page.locator(".body").bounding_box()
    assert text
    if not entries or entries["y"] + entries["height"] < 0:
        return "out of view"
    if entries["x"] + entries["width"] <= text["x"]:
        return "left of the text"
    return "right of the text" if entries["x"] >= text["x"] + text["width"] else "over the text"


def test_the_contents_of_a_long_piece_stay_beside_its_text_on_a_wide_screen_alone(site: str) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        for width in (1280, 1200, 1100, 360):
            page.set_viewport_size({"width": width, "height": 800})
            window.open("/articles/long-en/")
            seen[f"{width}"] = where(window)
            assert window.overflow() == 0
        fold = page.locator(".contents summary")
        fold.focus()
        page.keyboard.press("Enter")
        seen["a fold, opened"] = page.locator(".contents li a").first.is_visible()
        page.set_viewport_size({"width": 1280, "height": 800})
        window.open("/articles/long-ar/")
        seen["from right to left"] = where(window)
        page.locator(".contents a").nth(2).click()
        seen["leads to"] = page.evaluate("location.hash")
        seen["faults"] = window.faults(in_the_dark=True)
        page.emulate_media(media="print")
        seen["on paper"] = page.locator(".contents").is_visible()

    in_a_window(site, steps)
    assert seen == {
        "1280": "left of the text",
        "1200": "left of the text",
        "1100": "out of view",
        "360": "out of view",
        "a fold, opened": True,
        "from right to left": "right of the text",
        "leads to": "#part-3",
        "faults": [],
        "on paper": False,
    }

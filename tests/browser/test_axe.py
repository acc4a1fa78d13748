"""The check of accessibility finds what is wrong: in the light, in the dark, and inside a part of the page only."""

from typing import Any

from tests.browser.looks import unreadable
from tests.browser.window import MARKS, Window, in_a_window

pytestmark = MARKS
PAGE = """<!doctype html><html lang=en><title>Quays</title><style>
p { color: #000; background: #fff } @media (prefers-color-scheme: dark) { p { color: #222; background: #000 } }
</style><main><h1>Quays</h1><p>A quay.</p></main><footer><img src="data:,"></footer>"""


def test_axe_finds_a_picture_without_words_and_a_colour_that_only_the_dark_has(live_server: Any) -> None:
    found: dict[str, list[str]] = {}

    def steps(window: Window) -> None:
        window.page.set_content(PAGE)
        found["page"] = [rule for rule, _ in window.faults()]
        found["light"] = [rule for rule, _ in window.faults(in_the_dark=False)]
        found["main"] = [rule for rule, _ in window.faults("main")]

    in_a_window(live_server.url, steps)
    assert {*found["page"]} >= {"image-alt", "color-contrast"}
    assert "image-alt" in found["light"]
    assert "color-contrast" not in found["light"]
    assert found["main"] == ["color-contrast"]


def test_words_that_look_alike_are_measured_once_and_another_colour_is_measured_again(
    live_server: Any,
) -> None:
    found: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page, seen = window.page, dict[str, set[str]]()
        page.set_content(PAGE.replace("</main>", "<p>Another.</p>" * 5 + "<b>One.</b></main>"))
        for name, medium in (("first", "light"), ("again", "light"), ("dark", "dark"), ("still", "dark")):
            page.emulate_media(color_scheme=medium)
            rules = [rule for rule, _ in unreadable(page, medium, "main", seen)]
            found[name] = rules, page.evaluate("newLooks.length")

    in_a_window(live_server.url, steps)
    dark = (["color-contrast"], 5)
    assert found == {"first": ([], 5), "again": ([], 0), "dark": dark, "still": dark}

"""A long piece in a real browser: what is typed is in view, the bars stay, and the keyboard reaches every button."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import Article
from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import change_page
from tests.factories import ArticleFactory, saved
from tests.prose.forms.editor.hands import settle

pytestmark = MARKS

ROWS = "".join(f"<tr><td><p>{year}</p></td><td><p>dues</p></td></tr>" for year in range(1990, 2010))
LONG = "<p>Words that go over more than one line on a telephone, and on.</p>" * 25 + (
    f"<table><tbody>{ROWS}</tbody></table><p>Last words.</p>"
)
# How far the line with the caret is from the bar above it and from the buttons below it, in pixels.
GAPS = """() => {
    const { view } = document.querySelector(".ProseMirror").editor;
    const line = view.coordsAtPos(view.state.selection.head);
    const bar = document.querySelector(".prose-menubar").getBoundingClientRect();
    const acts = document.querySelector(".submit-row").getBoundingClientRect();
    const seen = visualViewport.offsetTop + visualViewport.height;
    return [line.top - bar.bottom, acts.top - line.bottom, bar.top - visualViewport.offsetTop, seen - acts.bottom];
}"""
KEYS = ("Enter", "ArrowUp", "ArrowDown")
# As Chromium and Safari tell of a keyboard that covers the foot of the page.
KEYBOARD = """Object.defineProperty(window, "visualViewport", { value: Object.assign(new EventTarget(), {
    offsetTop: 0, offsetLeft: 0, scale: 1, width: 360, height: 300 }) });"""


def gaps_at_rest(window: Window) -> list[float]:
    """The gaps once nothing is scrolled any more."""
    before: list[float] = []
    while (gaps := window.page.evaluate(GAPS)) != before:
        before = gaps
        settle(window.page)
    return gaps


def put_caret(window: Window, text: str) -> None:
    """Put the caret behind a text, by script: nothing is scrolled."""
    window.page.evaluate(
        """text => {
            const { editor } = document.querySelector(".ProseMirror");
            let place = 0;
            editor.state.doc.descendants((node, position) => {
                if (node.text === text && !place) place = position + node.nodeSize;
            });
            editor.view.dom.focus({ preventScroll: true });
            editor.view.dispatch(editor.state.tr.setSelection(
                editor.state.selection.constructor.near(editor.state.doc.resolve(place))));
        }""",
        text,
    )


@pytest.fixture
def piece(editor: User, now: Any) -> Article:
    article = ArticleFactory(body=LONG)
    saved(article, at=now)
    return article


@pytest.mark.parametrize(
    ("width", "height", "keyboard"), [(1280, 800, ""), (360, 640, ""), (360, 640, KEYBOARD)]
)
def test_the_caret_is_never_under_a_bar_also_in_a_cell_and_above_a_telephones_keyboard(
    live_server: Any, piece: Article, width: int, height: int, keyboard: str
) -> None:
    gaps: dict[str, list[float]] = {}

    def steps(window: Window) -> None:
        page = window.page
        if keyboard:
            page.add_init_script(keyboard)
        window.log_in("eve")
        window.open(change_page(piece))
        window.wait_for_editors()
        for text in ("Last words.", "1999", "2009", "1990"):
            for place in ("0", "document.body.scrollHeight"):
                page.evaluate(f"scrollTo(0, {place})")
                put_caret(window, text)
                page.keyboard.type("!")
                gaps[f"{text} typed from {place}"] = gaps_at_rest(window)
                page.keyboard.press("Backspace")
        put_caret(window, "Last words.")
        for key in KEYS:
            for _ in range(12):
                page.keyboard.press(key)
            gaps[key] = gaps_at_rest(window)
            if key == "Enter":
                page.wait_for_selector("[data-kept]:has-text('Kept')")  # the bar may have a line more now
                gaps["Enter, kept"] = gaps_at_rest(window)

    assert in_a_window(live_server.url, steps, width=width, height=height).complaints == []
    assert {where: gap for where, gap in gaps.items() if min(gap[:2]) < 0} == {}
    assert {where: gap for where, gap in gaps.items() if gap[2] < -1} == {}
    assert {where: gap for where, gap in gaps.items() if not -1 < gap[3] < 20} == {}


def test_save_is_at_most_ten_tabs_from_the_text_and_one_key_from_anywhere(
    live_server: Any, piece: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(piece))
        window.wait_for_editors()
        put_caret(window, "Last words.")
        page.keyboard.type(" And more")
        seen["tabs"] = 0
        while page.evaluate("document.activeElement.className") != "to-buttons" and seen["tabs"] < 20:
            page.keyboard.press("Tab")
            seen["tabs"] += 1
        page.keyboard.press("Enter")
        until(page, "document.activeElement.name === '_continue'")
        page.keyboard.press("Enter")
        page.wait_for_selector("text=Saved as version 2")
        window.wait_for_editors()
        put_caret(window, "Last words. And more")
        page.keyboard.type(" still")
        page.keyboard.press("Control+s")
        page.wait_for_selector("text=Saved as version 3")
        page.focus("[name=headline]")
        page.keyboard.type("A")
        page.keyboard.press("Control+s")
        page.wait_for_selector("text=Saved as version 4")
        window.wait_for_editors()
        seen["titles"] = page.locator(".prose-menubar button, #save").evaluate_all(
            "all => all.map(one => one.title)"
        )

    assert in_a_window(live_server.url, steps).complaints == []
    assert seen["tabs"] <= 10
    piece.refresh_from_db()
    assert "Last words. And more still" in piece.body
    for title in ("Link (Ctrl+K)", "Add endnote (Ctrl+Alt+F)", "Pull quote (Ctrl+Alt+P)", "Bold (Ctrl+B)"):
        assert title in seen["titles"]
    assert "Ctrl+S" in seen["titles"]

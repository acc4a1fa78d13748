"""A paste in the body editor tells what it left out: beside the editor, and to screen readers."""

from typing import Any

from django.contrib.auth.models import User

from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import ADD
from tests.prose.forms.clipboards import CLIPBOARDS
from tests.prose.forms.editor.hands import put_on_clipboard

pytestmark = MARKS
REPORT = ".prose-report"


def paste(window: Window, name: str) -> None:
    put_on_clipboard(window.page, CLIPBOARDS[name][0])
    window.page.keyboard.press("Control+v")


def test_a_paste_names_what_is_no_text_and_what_it_changed_and_is_silent_of_the_rest(
    live_server: Any, editor: User
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(ADD)
        window.wait_for_editors()
        page.locator(".ProseMirror").first.focus()
        seen["place"] = page.get_attribute(REPORT, "role"), page.inner_text(REPORT)
        paste(window, "word: comments")
        seen["comment"] = page.inner_text(REPORT)
        paste(window, "google docs: levels and starts")
        seen["nothing new"] = page.inner_text(REPORT)
        paste(window, "word: equations")
        seen["equation"] = page.inner_text(REPORT)
        paste(window, "pictures and links that stay behind")
        seen["pictures"] = page.inner_text(REPORT)
        seen["faults"] = window.faults(REPORT)
        page.set_viewport_size({"width": 360, "height": 640})
        seen["wide"] = window.overflow()
        page.focus(f"{REPORT} button")
        page.keyboard.press("Enter")
        until(page, "document.activeElement.classList.contains('ProseMirror')")
        seen["closed"] = page.inner_text(REPORT)
        page.keyboard.press("Control+Alt+f")
        page.locator("dialog [contenteditable=true]").focus()
        paste(window, "word: hidden words")
        seen["note"] = page.inner_text(f"dialog {REPORT}")

    assert in_a_window(live_server.url, steps).complaints == []
    assert seen["place"] == ("status", "")
    assert "Left out of the text: 1" in seen["comment"]
    assert "comment: is this libel?" in seen["comment"].replace("“", "").replace("”", "").replace('"', "")
    assert seen["nothing new"] == seen["comment"]
    assert "An equation was written in one line: “(a+b)/2”" in seen["equation"]
    assert "Photo: Ida Quay" in seen["pictures"]
    assert "The link “the quay” was dropped, its words stay: /quay is relative" in seen["pictures"]
    assert seen["faults"] == []
    assert seen["wide"] <= 0
    assert seen["closed"] == ""
    assert "Left out of the text: 3" in seen["note"]

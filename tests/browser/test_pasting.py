"""A paste in the body editor tells what it left out: beside the editor, and to screen readers."""

from typing import Any

from django.contrib.auth.models import User

from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import ADD
from tests.intake.saved_pages.layouts import LAYOUTS
from tests.intake.saved_pages.pieces import PIECES
from tests.prose.forms.clipboards import CLIPBOARDS
from tests.prose.forms.editor.hands import put_on_clipboard

pytestmark = MARKS
REPORT = ".prose-report"
NEW = "/admin/articles/article/new-from-a-text/"
PIECE = PIECES[0]
NEWSROOM = next(layout for layout in LAYOUTS if layout.name == "newsroom")


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
        until(
            page, "document.activeElement.closest('dialog')?.open && document.activeElement.editor.isFocused"
        )
        paste(window, "word: hidden words")
        page.locator(f"dialog {REPORT}:not(:empty)").wait_for()
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


def test_what_is_typed_after_a_paste_of_nothing_is_read_and_not_the_clipboard(
    live_server: Any, editor: User
) -> None:
    seen: dict[str, str] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(NEW)
        window.wait_for_editors()
        page.locator(".ProseMirror").first.focus()
        put_on_clipboard(page, "<nav>Menu</nav>", plain="")
        page.keyboard.press("Control+v")
        page.keyboard.insert_text("Tides of paper")  # at once, as input methods and dictation do
        until(page, "document.querySelector('#id_text').value.includes('Tides')")
        seen["clipboard"] = page.input_value("[name=clipboard]")

    assert in_a_window(live_server.url, steps).complaints == []
    assert seen == {"clipboard": ""}


def test_a_whole_page_copied_in_the_browser_is_read_as_its_saved_file_is(
    live_server: Any, editor: User
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        site = page.context.new_page()
        site.set_content(NEWSROOM.wrap(PIECE))
        site.keyboard.press("Control+a")
        site.keyboard.press("Control+c")
        page.bring_to_front()
        window.open(NEW)
        window.wait_for_editors()
        page.locator(".ProseMirror").first.focus()
        page.keyboard.press("Control+v")
        page.click("text=Read it")
        seen["headline"] = page.input_value("[name=piece-headline]")
        seen["day"] = page.input_value("[name=piece-first_published_on]")
        page.click("summary:has-text('Left out of the text')")
        seen["left out"] = page.inner_text("details:has-text('Left out of the text') ul")

    assert in_a_window(live_server.url, steps).complaints == []
    assert (seen["headline"], seen["day"]) == (PIECE.headline, PIECE.day.isoformat())
    assert "312 partners" in seen["left out"]

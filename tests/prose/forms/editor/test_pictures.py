"""Pictures in the body editor. The library's answers are the test's own; the desk's are in tests/desk/pictures."""

import base64
import json

import pytest

from tests.browser.window import until
from tests.prose.forms.editor.hands import (
    body_of,
    button,
    paste,
    press,
    saved,
    taken,
    text_of,
    wait_for_caret,
)
from tests.prose.soup import PICTURE

pytestmark = pytest.mark.browser

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
QUAY = {
    "uuid": PICTURE, "title": "Quay", "width": 480, "height": 300, "address": "/quay.png", "focus": [70, 25],
    "description": "Two cranes.", "credit": "Ida Quay", "record": "/record/",
    "permission": {"words": "May be shown", "mark": "good"},
}  # fmt: skip
FIGURE = f'<figure data-picture="{PICTURE}"><img></figure>'


class Library:
    """The library behind the addresses on the field. An upload waits until it is answered."""

    def __init__(self, page) -> None:
        self.uploads, self.page = [], page
        page.route("**/choose/?*", lambda route: route.fulfill(json={"pictures": [QUAY]}))
        page.route("**/quay.png", lambda route: route.fulfill(body=DOT, content_type="image/png"))
        page.route("**/upload/", lambda route: self.uploads.append(route))

    def answer(self, answer) -> None:
        until(self.page, "document.querySelector('.prose-upload progress:not([hidden])')")
        for _ in range(100):
            if self.uploads:
                break
            self.page.wait_for_timeout(20)
        self.uploads.pop(0).fulfill(json=answer)


@pytest.fixture
def library(usual_page):
    page, _complaints = usual_page
    yield Library(page)
    page.unroute_all()


def drop(page, names, on):
    """Drop files on the middle of an element's lower half."""
    page.evaluate(
        """([names, on]) => {
            const target = document.querySelector(on);
            const { left, bottom } = target.getBoundingClientRect();
            const dataTransfer = new DataTransfer();
            for (const name of names) {
                const type = name.endsWith("pdf") ? "application/pdf" : "image/jpeg";
                dataTransfer.items.add(new File(["x"], name, { type }));
            }
            target.dispatchEvent(new DragEvent("drop",
                { dataTransfer, bubbles: true, cancelable: true, clientX: left + 2, clientY: bottom - 2 }));
        }""",
        [names, on],
    )


def test_files_that_are_dropped_arrive_one_after_the_other_where_they_were_dropped(editor, library):
    page = editor("<p>Before.</p><ul><li><p>One</p></li><li><p>Two</p></li></ul><p>After.</p>")
    drop(page, ["a.jpg", "report.pdf", "b.jpg"], ".ProseMirror li:last-child")
    library.answer(QUAY)
    page.get_by_text("report.pdf: This is no picture.").wait_for()
    assert taken(body_of(page)).count("<figure") == 1
    text_of(page).get_by_text("After.").click()
    press(page, "End")
    page.keyboard.type(" Typed meanwhile.")
    library.answer({"problem": "This is a web page, not a picture."})
    page.get_by_text("b.jpg: This is a web page, not a picture.").wait_for()
    page.get_by_role("button", name="Try again").last.click()
    library.answer({**QUAY, "uuid": PICTURE.replace("0", "1")})
    until(page, "document.querySelectorAll('.prose-figure').length === 2")
    page.get_by_role("button", name="Close").click()
    second = FIGURE.replace(PICTURE, PICTURE.replace("0", "1"))
    text = "<p>Before.</p><ul><li><p>One</p></li><li><p>Two</p></li></ul>{}<p>After. Typed meanwhile.</p>"
    assert taken(body_of(page)) == text.format(FIGURE + second)
    page.locator(".prose-figure button").first.wait_for()
    text_of(page).focus()
    press(page, "Control+z")
    assert taken(body_of(page)) == text.format(FIGURE)


def test_a_form_that_is_sent_meanwhile_waits_for_the_picture(editor, library):
    page = editor("<p>Words.</p>")
    drop(page, ["a.jpg"], ".ProseMirror p")
    until(page, "document.querySelector('.prose-upload')")
    page.locator("#save").click()
    page.get_by_text("The text is saved as soon as this picture is there.").wait_for()
    library.answer(QUAY)
    until(page, "document.querySelector('#saved')?.textContent")
    assert json.loads(page.locator("#saved").inner_text()) == f"<p>Words.</p>{FIGURE}"


def test_what_pasted_html_holds_is_uploaded_and_what_it_names_is_asked_for(editor, library):
    page = editor()
    held = base64.b64encode(DOT * 20).decode()
    paste(
        page,
        f'<p>One</p><p>Two<img src="data:image/png;base64,{held}"></p>'
        '<img src="https://example.org/a.jpg" alt="A ship">'
        '<img src="data:image/gif;base64,R0lGODlh"><p>Three</p>',
    )
    library.answer(QUAY)
    until(page, "document.querySelector('.prose-figure')")
    assert taken(body_of(page)) == f"<p>One</p><p>Two</p>{FIGURE}<p>Three</p>"
    assert "Where is it from? Drop its file here" in page.locator(".prose-report").inner_text()
    assert "data:" not in body_of(page)


def test_a_figure_is_made_changed_moved_and_deleted_by_keyboard(editor, library):
    page = editor("<p>One.</p><blockquote><p>Two.</p></blockquote>")
    text_of(page).focus()
    press(page, "Control+End", "Control+Alt+g")
    page.get_by_label("Search the library").wait_for()
    page.get_by_role("button", name="Quay").wait_for()
    press(page, "Tab", "Enter")
    page.get_by_label("Text alternative").wait_for()
    assert page.get_by_label("Text alternative").input_value() == "Two cranes."
    page.get_by_label("Text alternative").fill("Two cranes." + " Many" * 300)
    page.keyboard.press("Control+Enter")
    assert (
        page.evaluate("document.activeElement.validationMessage")
        == "At most 1000 characters: these are 1511."
    )
    page.get_by_label("Text alternative").fill("Two cranes.")
    page.keyboard.type(" At night")
    press(page, "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Control+Enter")
    wait_for_caret(page)
    alt = f'<figure data-picture="{PICTURE}"><img alt="Two cranes. At night"></figure>'
    assert taken(body_of(page)) == f"<p>One.</p><blockquote><p>Two.</p></blockquote>{alt}"
    press(page, "Alt+ArrowUp", "Enter")
    page.get_by_label("Decorative").check()
    page.locator("dialog [contenteditable=true]").focus()
    page.keyboard.type("The quay")
    page.get_by_label("Wider than the text").check()
    page.get_by_label("16:9").check()
    press(page, "Control+Enter")
    wait_for_caret(page)
    figure = (
        f'<figure data-picture="{PICTURE}" class="wide" data-crop="16:9"><img alt="">'
        "<figcaption>The quay</figcaption></figure>"
    )
    assert saved(page) == f"<p>One.</p>{figure}<blockquote><p>Two.</p></blockquote>"
    assert page.locator(".prose-figure").get_attribute("aria-label") == "Picture: The quay"
    text_of(page).focus()
    press(page, "Control+Home", "ArrowDown", "Delete")
    assert taken(body_of(page)) == "<p>One.</p><blockquote><p>Two.</p></blockquote>"
    assert button(page, "Add picture").is_visible()

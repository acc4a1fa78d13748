"""Nothing typed in the editor or its dialogs is lost without a question or an undo."""

import pytest

from prose.html.clean import clean_html
from tests.prose.forms.editor.hands import (
    body_of,
    button,
    compose,
    paste,
    press,
    settle,
    taken,
    text_of,
    wait_for_caret,
)

pytestmark = pytest.mark.browser

NOTE = ".prose-note-field > .ProseMirror"
THREE_LINES = (
    "<p>Lund, <em>Tides</em>, p. 4.</p>"
    "<ul><li>at <a href='https://example.org/a'>the archive</a></li></ul>x<sub>2</sub>"
)
KEPT_LINES = (
    '<span data-footnote="">Lund, <em>Tides</em>, p. 4.<br>at <a href="https://example.org/a">the archive</a>'
    "<br>x<sub>2</sub></span>"
)


def open_note(page, body_text="Words."):
    text_of(page).focus()
    press(page, "Control+End")
    button(page, "Add endnote").click()
    return page.get_by_role("dialog", name="Add endnote")


@pytest.mark.parametrize(
    ("html", "plain", "note"),
    [
        (THREE_LINES, "", KEPT_LINES),
        ("", "one\ntwo\r\n\r\nthree", '<span data-footnote="">one<br>two<br>three</span>'),
        (
            "<table><tr><td>a</td><td>b</td></tr></table><pre>c\nd</pre>",
            "",
            '<span data-footnote="">a<br>b<br>c d</span>',
        ),
        ('<p>a<span data-footnote="">b</span></p>', "", '<span data-footnote="">a (b)</span>'),
    ],
    ids=["rich", "plain", "table", "a note"],
)
def test_a_paste_into_a_note_keeps_all_lines_and_the_marks_a_note_may_hold(editor, html, plain, note):
    page = editor("<p>Words.</p>")
    dialog = open_note(page)
    paste(page, html, plain=plain, into=NOTE)
    dialog.get_by_role("button", name="Save note").first.click()
    wait_for_caret(page)
    assert taken(body_of(page)) == f"<p>Words.{note}</p>"


@pytest.mark.parametrize("key", ["Control+Alt+f", "Control+k"])
def test_what_is_typed_right_after_the_key_of_a_dialog_arrives_in_it(editor, key):
    page = editor("<p>Words</p>")
    text_of(page).focus()
    press(page, "Control+End")
    page.keyboard.press(key)
    page.keyboard.type("mailto:a@b.example" if key == "Control+k" else "Lund, Tides and more")
    page.keyboard.press("Control+Enter")
    wait_for_caret(page)
    assert body_of(page) in (
        '<p>Words<span data-footnote="">Lund, Tides and more</span></p>',
        '<p><a href="mailto:a@b.example">Words</a></p>',
    )


def test_enter_begins_a_new_line_of_a_note(editor):
    page = editor("<p>Words.</p>")
    open_note(page).get_by_role("textbox").press_sequentially("one")
    press(page, "Enter")
    page.keyboard.type("two")
    press(page, "Control+Enter")
    assert body_of(page) == '<p>Words.<span data-footnote="">one<br>two</span></p>'


def escape(page, dialog):
    page.keyboard.press("Escape")


def cancel(page, dialog):
    dialog.get_by_role("button", name="Cancel").click()


def click_outside(page, dialog):
    page.mouse.click(3, 3)


LEAVING = pytest.mark.parametrize("leave", [escape, cancel, click_outside])


@LEAVING
def test_leaving_a_changed_note_asks_and_throws_nothing_away(editor, leave):
    page = editor("<p>Words.</p>")
    dialog = open_note(page)
    dialog.get_by_role("textbox").press_sequentially("kept")
    leave(page, dialog)
    assert dialog.get_by_role("alert").inner_text() == "What you typed here is not kept yet."
    assert page.evaluate("document.activeElement.textContent") == "Go on writing"
    page.keyboard.press("Escape")
    settle(page)
    page.keyboard.type("!")
    leave(page, dialog)
    dialog.get_by_role("button", name="Save note").click()
    wait_for_caret(page)
    assert body_of(page) == '<p>Words.<span data-footnote="">kept!</span></p>'


@LEAVING
def test_a_note_is_thrown_away_by_who_asks_for_it(editor, leave):
    page = editor("<p>Words.</p>")
    dialog = open_note(page)
    dialog.get_by_role("textbox").press_sequentially("gone")
    leave(page, dialog)
    dialog.get_by_role("button", name="Throw away").click()
    wait_for_caret(page)
    assert body_of(page) == "<p>Words.</p>"


@LEAVING
def test_leaving_a_link_dialog_asks_for_what_was_typed_there(editor, leave):
    page = editor("<p>Words</p>")
    text_of(page).focus()
    press(page, "Control+a", "Control+k")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Address").fill("example.org/x")
    leave(page, dialog)
    dialog.get_by_role("button", name="Save link").click()
    wait_for_caret(page)
    assert body_of(page) == '<p><a href="https://example.org/x">Words</a></p>'


def test_a_removed_note_comes_back_by_undo(editor):
    page = editor('<p>a<span data-footnote="">note</span>b</p>')
    page.get_by_role("button", name="Endnote: note").click()
    press(page, "Control+a", "Delete", "Control+Enter")
    assert body_of(page) == "<p>ab</p>"
    press(page, "Control+z")
    assert body_of(page) == '<p>a<span data-footnote="">note</span>b</p>'


@pytest.mark.parametrize("name", ["Delete table", "Delete row", "Delete column"])
def test_what_a_table_button_removes_comes_back_by_undo(editor, name):
    rows = "<tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c</p></td><td><p>d</p></td></tr>"
    body = f"<table><tbody>{rows}</tbody></table>"
    page = editor(body)
    page.get_by_text("a", exact=True).click()
    settle(page)
    button(page, name).click()
    assert body_of(page) != body
    button(page, "Undo").click()
    assert clean_html(body_of(page)) == body


def test_the_browser_asks_before_the_page_is_left_with_a_note_open(editor):
    page = editor("<p>Words.</p>")
    open_note(page).get_by_role("textbox").press_sequentially("typed")
    asked = []
    page.once("dialog", lambda question: (asked.append(question.type), question.dismiss()))
    with page.expect_event("dialog"):
        page.evaluate("setTimeout(() => location.reload())")
    assert asked == ["beforeunload"]
    page.get_by_role("dialog").get_by_role("button", name="Save note").click()


def test_without_a_selection_the_word_at_the_caret_becomes_the_link(editor):
    page = editor("<p>one two</p>")
    text_of(page).focus()
    press(page, "Control+End", "Control+k")
    page.get_by_label("Address").fill("example.org")
    page.keyboard.press("Enter")
    wait_for_caret(page)
    assert body_of(page) == '<p>one <a href="https://example.org">two</a></p>'


def test_an_address_that_no_page_prints_is_refused_in_the_dialog(editor):
    page = editor("<p>one</p>")
    text_of(page).focus()
    press(page, "Control+End", "Control+k")
    page.get_by_label("Address").fill("/local")
    page.keyboard.press("Enter")
    assert "full address" in page.get_by_label("Address").evaluate("field => field.validationMessage")
    page.get_by_label("Address").fill("")
    page.keyboard.press("Enter")
    wait_for_caret(page)
    assert body_of(page) == "<p>one</p>"


KOREAN = (("ㅎ", "하", "한"), ("ㄱ", "그", "글"))


def test_korean_typed_by_composition_arrives_in_text_cell_and_note(editor):
    page = editor("<p>a</p><table><tbody><tr><td><p>b</p></td><td><p>c</p></td></tr></tbody></table>")
    text_of(page).focus()
    press(page, "Control+Home", "End")
    for steps in KOREAN:
        compose(page, *steps)
    page.get_by_text("b", exact=True).click()
    press(page, "End")
    for steps in KOREAN:
        compose(page, *steps)
    button(page, "Add endnote").click()
    for steps in KOREAN:
        compose(page, *steps)
    press(page, "Control+Enter")
    wait_for_caret(page)
    assert clean_html(body_of(page)) == (
        '<p>a한글</p><table><tbody><tr><td><p>b한글<span data-footnote="">한글</span></p></td>'
        "<td><p>c</p></td></tr></tbody></table>"
    )


def test_keys_of_an_input_method_close_no_dialog(editor):
    page = editor("<p>a</p>")
    dialog = open_note(page)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Input.imeSetComposition", {"text": "하", "selectionStart": 1, "selectionEnd": 1})
    for key, modifiers in (("Escape", 0), ("Enter", 2)):
        typed = {"key": key, "code": key, "windowsVirtualKeyCode": 229, "modifiers": modifiers}
        devtools.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **typed})
        settle(page)
    devtools.send("Input.insertText", {"text": "한"})
    devtools.detach()
    assert dialog.is_visible()
    assert not dialog.get_by_role("alert").is_visible()
    press(page, "Control+Enter")
    assert body_of(page) == '<p>a<span data-footnote="">한</span></p>'


def test_korean_between_quotation_marks_and_dashes_keeps_its_syllables(editor):
    page = editor("")
    text_of(page).focus()
    page.keyboard.type("2020--")
    compose(page, *KOREAN[0])
    page.keyboard.type("...")
    compose(page, *KOREAN[1])
    assert body_of(page) == "<p>2020–한…글</p>"

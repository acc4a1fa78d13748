"""Endnotes in the body editor: written, changed, reached by keyboard."""

import pytest

from tests.prose.forms.editor.hands import body_of, button, press, saved, taken, text_of, wait_for_caret

pytestmark = pytest.mark.browser


def test_an_endnote_is_written_changed_numbered_and_saved(editor):
    page = editor("<p>Tides rise</p>")
    text_of(page).focus()
    press(page, "Control+End")
    button(page, "Add endnote").click()
    dialog = page.get_by_role("dialog", name="Add endnote")
    dialog.get_by_role("textbox").press_sequentially("Lund, Tides")
    press(page, "Control+Shift+ArrowLeft")
    dialog.get_by_role("button", name="Italic").click()
    dialog.get_by_role("button", name="Save note").click()
    wait_for_caret(page)
    page.keyboard.type(", they say.")
    assert saved(page) == '<p>Tides rise<span data-footnote="">Lund, <em>Tides</em></span>, they say.</p>'
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.prose-endnote'), '::before').content")
        != "none"
    )

    page.get_by_role("button", name="Endnote: Lund, Tides").click()
    page.get_by_role("dialog", name="Edit endnote").get_by_role("textbox").press_sequentially(", p. 4.")
    press(page, "Control+Enter")
    assert (
        taken(body_of(page))
        == '<p>Tides rise<span data-footnote="">Lund, <em>Tides, p. 4.</em></span>, they say.</p>'
    )


def test_an_endnote_is_reached_and_emptied_by_keyboard_alone(editor):
    page = editor('<p>a<span data-footnote="">note</span>b</p>')
    text_of(page).focus()
    press(page, "Control+Home", "ArrowRight", "ArrowRight", "Enter")
    assert page.get_by_role("dialog", name="Edit endnote").get_by_role("textbox").inner_text() == "note"
    press(page, "Control+a", "Delete", "Control+Enter")
    assert body_of(page) == "<p>ab</p>"


def test_escape_leaves_an_unchanged_note_at_once(editor):
    page = editor('<p>a<span data-footnote="">note</span>b</p>')
    page.get_by_role("button", name="Endnote: note").click()
    page.get_by_role("dialog").get_by_role("textbox").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert body_of(page) == '<p>a<span data-footnote="">note</span>b</p>'


def test_a_note_may_hold_a_link(editor):
    page = editor("<p>a</p>")
    text_of(page).focus()
    page.keyboard.press("Control+Alt+f")
    page.get_by_role("dialog", name="Add endnote").get_by_role("textbox").press_sequentially("see")
    press(page, "Control+a")
    page.get_by_role("dialog").get_by_role("button", name="Link", exact=True).click()
    page.get_by_label("Address").fill("https://example.org/x")
    page.get_by_role("button", name="Save link").click()
    page.get_by_role("button", name="Save note").click()
    wait_for_caret(page)
    assert (
        taken(body_of(page))
        == '<p><span data-footnote=""><a href="https://example.org/x">see</a></span>a</p>'
    )


def test_a_note_is_cited_again_under_its_number_and_changes_with_it(editor):
    page = editor('<p>a<span data-footnote="">Lund</span>b<span data-footnote="">Holm</span>c</p>')
    text_of(page).focus()
    press(page, "Control+End", "Control+Alt+f")
    dialog = page.get_by_role("dialog", name="Add endnote")
    dialog.get_by_label("Cite a note of this text again").select_option(label="Lund")
    dialog.get_by_role("button", name="Save note").click()
    wait_for_caret(page)
    numbers = "[...document.querySelectorAll('.prose-endnote')].map(mark => mark.dataset.number)"
    assert page.evaluate(numbers) == ["1", "2", "1"]
    page.get_by_role("button", name="Endnote again: Lund").click()
    page.get_by_role("dialog", name="Edit endnote").get_by_role("textbox").press_sequentially(", p. 4")
    press(page, "Control+Enter")
    assert saved(page) == (
        '<p>a<span data-footnote="">Lund, p. 4</span>b<span data-footnote="">Holm</span>'
        'c<span data-footnote="same">Lund, p. 4</span></p>'
    )

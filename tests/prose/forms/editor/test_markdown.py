"""Markdown and the "/" menu: what typed signs become, and what gives them back."""

import pytest

from prose.html.clean import clean_html
from tests.browser.window import until
from tests.prose.forms.editor.hands import body_of, press, settle, start_anew, wait_for_caret

pytestmark = pytest.mark.browser

BECOMES = {
    "## x": "<h2>x</h2>",
    "### x": "<h3>x</h3>",
    "> x": "<blockquote><p>x</p></blockquote>",
    "- x": "<ul><li><p>x</p></li></ul>",
    "1. x": "<ol><li><p>x</p></li></ol>",
    "2019. x": "<p>2019. x</p>",
    "a **b c** d": "<p>a <strong>b c</strong> d</p>",
    "a *b* c": "<p>a <em>b</em> c</p>",
    "---x": "<hr><p>x</p>",
    "a --- x": "<p>a — x</p>",
}
COMPLETED = ("## ", "### ", "> ", "- ", "1. ", "a **b**", "a *b*", "---", 'a "', "a --")


def test_typed_markdown_becomes_what_it_means_and_one_undo_gives_back_what_was_typed(editor):
    page = editor()
    for typed, made in BECOMES.items():
        start_anew(page)
        page.keyboard.type(typed)
        assert clean_html(body_of(page)) == made, typed
    for key in ("Control+z", "Backspace"):
        for typed in COMPLETED:
            start_anew(page)
            page.keyboard.type(typed)
            changed = page.locator(".ProseMirror").first.inner_text()
            assert changed != typed, typed
            page.keyboard.press(key)
            assert page.evaluate("document.querySelector('.ProseMirror').editor.getText()") == typed, key
    # What follows is typed on, and undone apart from it.
    page.keyboard.type("b")
    press(page, "Control+z")
    assert body_of(page) == "<p>a --</p>"


def lines(page):
    return page.get_by_role("option").all_inner_texts()


def test_a_slash_offers_blocks_by_keyboard_and_escape_keeps_it(editor):
    page = editor()
    start_anew(page)
    page.keyboard.type("One /")
    assert {"Heading", "Table", "Endnote", "Section break"} <= set(lines(page))
    text = page.locator(".ProseMirror").first
    chosen = "document.getElementById(document.querySelector('.ProseMirror').getAttribute('aria-activedescendant'))"
    assert page.evaluate(f"{chosen}.textContent") == "Heading"
    assert page.get_by_role("listbox", name="Insert").is_visible()
    page.keyboard.type("quo")
    settle(page)
    assert lines(page) == ["Block quotation", "Pull quote"]
    press(page, "ArrowDown")
    assert page.evaluate(f"{chosen}.textContent") == "Pull quote"
    press(page, "Enter")
    assert clean_html(body_of(page)) == '<aside class="pullquote"><p>One</p></aside>'
    assert text.get_attribute("aria-activedescendant") is None
    press(page, "Control+z")
    assert body_of(page) == "<p>One /quo</p>"

    page.keyboard.type(" /")
    press(page, "Escape")
    assert (lines(page), body_of(page)) == ([], "<p>One /quo /</p>")
    page.keyboard.type("h and/or km/h, 1 /zz")  # no list is in the way of words
    assert lines(page) == []
    press(page, "Enter")
    page.keyboard.type("/tab")
    press(page, "Enter")
    page.get_by_role("dialog", name="Insert table").wait_for()
    page.keyboard.press("Escape")
    wait_for_caret(page)
    page.keyboard.type("/")
    page.get_by_role("option", name="Bulleted list").click()
    until(page, "!document.querySelector('.prose-slash:not([hidden])')")
    page.keyboard.type("x")
    assert clean_html(body_of(page)) == "<p>One /quo /h and/or km/h, 1 /zz</p><ul><li><p>x</p></li></ul>"


def test_a_slash_opens_its_list_also_where_a_busy_browser_tells_several_letters_at_once(editor):
    page = editor()
    start_anew(page)
    page.keyboard.insert_text("One /tab")
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Insert table").wait_for()

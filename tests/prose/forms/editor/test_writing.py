"""The body editor in a real browser, under the strict policy."""

import pytest

from prose.html.allowed import PULL_QUOTE
from prose.html.clean import clean_html
from prose.html.text import word_count
from tests.prose.forms.editor.hands import body_of, button, press, saved, taken, text_of, wait_for_caret
from tests.prose.html.test_clean import KEPT
from tests.prose.soup import random_bodies

pytestmark = pytest.mark.browser


def test_typed_spaces_stay_spaces(editor):
    page = editor()
    text_of(page).press_sequentially("two  spaces and ")
    page.keyboard.type("more")
    assert body_of(page) == "<p>two  spaces and more</p>"
    assert saved(page) == "<p>two spaces and more</p>"


@pytest.mark.parametrize("html", KEPT)
def test_a_stored_body_comes_back_from_the_editor_as_it_was(editor, html):
    page = editor(html)
    assert body_of(page) == html
    text_of(page).focus()
    press(page, "Control+End")
    page.evaluate("document.querySelector('.ProseMirror').editor.commands.insertContentAt(0, '<p>x</p>')")
    assert clean_html(body_of(page)) == f"<p>x</p>{html}"


def test_opening_and_saving_any_stored_body_changes_nothing(editor):
    page = editor()
    bodies = random_bodies(seed=7, count=400)
    written = page.evaluate(
        """bodies => bodies.map(body => {
            const { editor } = document.querySelector(".ProseMirror");
            editor.commands.setContent(body);
            return editor.getHTML();
        })""",
        bodies,
    )
    assert [clean_html(html) for html in written] == bodies


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("example.org/x?a=1", "https://example.org/x?a=1"),
        ("desk@example.org", "mailto:desk@example.org"),
        (" https://example.org/ ", "https://example.org/"),
    ],
)
def test_a_link_gets_what_its_address_lacks(editor, typed, stored):
    page = editor("<p>word</p>")
    text_of(page).focus()
    press(page, "Control+a", "Control+k")
    page.get_by_label("Address").fill(typed)
    page.get_by_role("button", name="Save link").click()
    wait_for_caret(page)
    assert taken(body_of(page)) == f'<p><a href="{stored}">word</a></p>'


def test_a_pull_quote_is_made_and_taken_back(editor):
    page = editor("<p>Said well.</p>")
    text_of(page).focus()
    button(page, "Pull quote").click()
    assert button(page, "Pull quote").get_attribute("aria-pressed") == "true"
    assert taken(body_of(page)) == f'<aside class="{PULL_QUOTE}"><p>Said well.</p></aside>'
    text_of(page).focus()
    button(page, "Pull quote").click()
    assert taken(body_of(page)) == "<p>Said well.</p>"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Heading", "<h2>Words</h2>"),
        ("Subheading", "<h3>Words</h3>"),
        ("Bold", "<p><strong>Words</strong></p>"),
        ("Italic", "<p><em>Words</em></p>"),
        ("Superscript", "<p><sup>Words</sup></p>"),
        ("Subscript", "<p><sub>Words</sub></p>"),
        ("Bulleted list", "<ul><li><p>Words</p></li></ul>"),
        ("Numbered list", "<ol><li><p>Words</p></li></ol>"),
        ("Block quotation", "<blockquote><p>Words</p></blockquote>"),
    ],
)
def test_every_button_does_what_its_label_says_and_undo_takes_it_back(editor, name, made):
    page = editor("<p>Words</p>")
    text_of(page).focus()
    press(page, "Control+a")
    button(page, name).click()
    assert clean_html(body_of(page)) == made
    button(page, "Undo").click()
    assert body_of(page) == "<p>Words</p>"
    button(page, "Redo").click()
    assert clean_html(body_of(page)) == made


def test_a_table_is_made_with_its_rows_columns_and_a_header_row(editor):
    page = editor("<p>x</p>")
    text_of(page).focus()
    press(page, "Control+End")
    button(page, "Insert table").click()
    page.get_by_label("Rows").fill("2")
    page.get_by_label("Columns").fill("2")
    page.get_by_role("dialog").get_by_role("button", name="Insert table").click()
    wait_for_caret(page)
    page.keyboard.type("a")
    button(page, "Add column").click()
    assert clean_html(body_of(page)) == (
        "<p>x</p><table><tbody><tr><th><p>a</p></th><th></th><th></th></tr>"
        "<tr><td></td><td></td><td></td></tr></tbody></table>"
    )


def test_a_table_has_a_caption_and_header_cells_by_keyboard_alone(editor):
    page = editor("<p>x</p><table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table>")
    page.get_by_text("a", exact=True).click()
    press(page, "End")
    page.keyboard.type(" /capt")
    press(page, "Enter")
    dialog = page.get_by_role("dialog", name="Caption of the table")
    dialog.get_by_role("textbox").press_sequentially("Ports")
    press(page, "Control+Enter")
    wait_for_caret(page)
    for words in (" /header", " /below"):
        page.keyboard.type(words)
        press(page, "Enter")
    assert saved(page) == (
        "<p>x</p><table><caption>Ports</caption><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr>"
        "<tr><td></td><td></td></tr></tbody></table>"
    )


def test_typing_sets_the_characters_a_printer_would(editor):
    page = editor()
    text_of(page).press_sequentially("It's late... 2019--2020, no---yes")
    assert body_of(page) == "<p>It’s late… 2019–2020, no—yes</p>"


@pytest.mark.parametrize(
    "html", ["<p>It’s a well-known fact — and/or rule: 3.5%</p><p>日本 policy</p>", *KEPT]
)
def test_the_count_below_the_text_is_the_one_that_is_printed(editor, html):
    assert editor(html).locator(".prose-count").inner_text().split()[0] == str(word_count(html))


def test_the_buttons_are_one_stop_for_the_keyboard_and_the_field_has_its_label(editor):
    page = editor(
        "<p>x</p>", is_loaded=True
    )  # the first stop of the keyboard counts from the top of the page
    assert page.get_by_role("textbox", name="Body").get_attribute("class") == text_of(page).get_attribute(
        "class"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Heading"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.ariaLabel") == "Bold"
    page.keyboard.press("Tab")
    assert "ProseMirror" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Alt+F10")
    assert page.evaluate("document.activeElement.ariaLabel") == "Bold"
    page.keyboard.press("Escape")
    assert "ProseMirror" in page.evaluate("document.activeElement.className")
    assert page.evaluate("[...document.querySelectorAll('.prose-menubar button')].every(b => b.ariaLabel)")


def test_nothing_sticks_out_on_a_small_telephone(editor):
    page = editor("".join(KEPT), viewport={"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_an_unsafe_link_is_refused_with_its_address_and_the_text_is_kept(editor, address):
    page = editor()
    page.evaluate("document.getElementById('id_body').value = '<p><a href=\"/local\">here</a> kept</p>'")
    page.locator("#save").click()
    page.wait_for_selector("#errors li")
    assert "“/local”" in page.locator("#errors").inner_text()
    assert "kept" in body_of(page)


def test_without_script_the_textarea_takes_html(address, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator("#id_body").fill("<p>By <b>hand</b></p>")
    page.locator("#save").click()
    assert page.locator("#saved").inner_text() == '"<p>By <strong>hand</strong></p>"'
    context.close()

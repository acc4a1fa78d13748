"""The body editor in a real browser, under the strict policy."""

import json
from urllib.parse import quote

import pytest

from prose.html.allowed import PULL_QUOTE
from prose.html.clean import clean_html
from prose.html.text import word_count
from tests.browser.window import until
from tests.prose.forms.clipboards import DOCS, DOCS_TIDY, LIBRE, LIBRE_TIDY, WORD, WORD_TIDY
from tests.prose.forms.page import served
from tests.prose.html.test_clean import KEPT
from tests.prose.soup import random_bodies

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address():
    with served() as address:
        yield address


@pytest.fixture(scope="module")
def usual_page(browser):
    """One for all tests without wishes of their own: the editor's script is fetched and compiled once."""
    return listened_to(browser.new_page())


def listened_to(page):
    """The page, and what it complains about."""
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, complaints


@pytest.fixture
def editor(address, browser, usual_page):
    """Open the page with a body; after the test nothing may have broken the policy or thrown an error."""
    heard = []

    def open_page(body="", **options):
        page, complaints = listened_to(browser.new_page(**options)) if options else usual_page
        page.goto(f"{address}?body={quote(body)}")
        page.wait_for_selector(".prose-count")
        heard.append(complaints)
        return page

    yield open_page
    said = [text for complaints in heard for text in complaints]
    usual_page[1].clear()
    assert [text for text in said if "favicon" not in text and "404" not in text] == []


def settle(page):
    """Nobody types as fast as a test: the editor hears of focus and caret up to fifty milliseconds later."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))")


def press(page, *keys):
    """One key after the other, each once the browser has told the editor where the caret is."""
    settle(page)
    for key in keys:
        page.keyboard.press(key)
        settle(page)


def wait_for_caret(page):
    """A closing dialog hands the caret back a moment later."""
    until(page, "document.activeElement === document.querySelector('.prose-editor > .ProseMirror')")
    settle(page)


def body_of(page):
    return page.locator("#id_body").input_value()


def text_of(page):
    return page.locator(".prose-editor > .ProseMirror")


def saved(page):
    page.locator("#save").click()
    page.wait_for_selector(".prose-count")
    return json.loads(page.locator("#saved").inner_text())


def button(page, name):
    return page.get_by_role("toolbar", name="Formatting").first.get_by_role("button", name=name, exact=True)


def paste(page, html):
    text_of(page).focus()
    page.evaluate(
        """html => {
            const data = new DataTransfer(); data.setData("text/html", html); data.setData("text/plain", "plain");
            document.querySelector(".prose-editor > .ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        html,
    )


def tidied(page, html):
    return page.evaluate("html => import('prose/paste').then(module => module.tidyPastedHTML(html))", html)


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
        saved(page) == '<p>Tides rise<span data-footnote="">Lund, <em>Tides, p. 4.</em></span>, they say.</p>'
    )


def test_an_endnote_is_reached_and_emptied_by_keyboard_alone(editor):
    page = editor('<p>a<span data-footnote="">note</span>b</p>')
    text_of(page).focus()
    press(page, "Control+Home", "ArrowRight", "ArrowRight", "Enter")
    assert page.get_by_role("dialog", name="Edit endnote").get_by_role("textbox").inner_text() == "note"
    press(page, "Control+a", "Delete", "Control+Enter")
    assert body_of(page) == "<p>ab</p>"


def test_escape_leaves_a_note_as_it_was(editor):
    page = editor('<p>a<span data-footnote="">note</span>b</p>')
    page.get_by_role("button", name="Endnote: note").click()
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially("changed")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert body_of(page) == '<p>a<span data-footnote="">note</span>b</p>'


def test_a_note_may_hold_a_link(editor):
    page = editor("<p>a</p>")
    text_of(page).focus()
    page.keyboard.press("Control+Alt+f")
    page.get_by_role("dialog", name="Add endnote").get_by_role("textbox").press_sequentially("see")
    press(page, "Control+a")
    page.get_by_role("dialog").get_by_role("button", name="insert link").click()
    page.get_by_label("URL").fill("https://example.org/x")
    page.get_by_role("button", name="Update").click()
    page.get_by_role("button", name="Save note").click()
    wait_for_caret(page)
    assert saved(page) == '<p><span data-footnote=""><a href="https://example.org/x">see</a></span>a</p>'


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
    page.get_by_label("URL").fill(typed)
    page.get_by_role("button", name="Update").click()
    wait_for_caret(page)
    assert saved(page) == f'<p><a href="{stored}">word</a></p>'


def test_a_pull_quote_is_made_and_taken_back(editor):
    page = editor("<p>Said well.</p>")
    text_of(page).focus()
    button(page, "Pull quote").click()
    assert button(page, "Pull quote").get_attribute("aria-pressed") == "true"
    assert saved(page) == f'<aside class="{PULL_QUOTE}"><p>Said well.</p></aside>'
    text_of(page).focus()
    button(page, "Pull quote").click()
    assert saved(page) == "<p>Said well.</p>"


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


def test_a_table_is_made_with_its_rows_and_columns(editor):
    page = editor("<p>x</p>")
    text_of(page).focus()
    press(page, "Control+End")
    button(page, "Insert table").click()
    page.get_by_label("Rows").fill("2")
    page.get_by_label("Columns").fill("2")
    page.get_by_label("Include header row").select_option("Yes")
    page.get_by_role("button", name="Insert Table", exact=True).click()
    wait_for_caret(page)
    page.keyboard.type("a")
    button(page, "Add column").click()
    assert clean_html(body_of(page)) == (
        "<p>x</p><table><tbody><tr><th><p>a</p></th><th></th><th></th></tr>"
        "<tr><td></td><td></td><td></td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("clipboard", "expected"),
    [(WORD, WORD_TIDY), (DOCS, DOCS_TIDY), (LIBRE, LIBRE_TIDY)],
    ids=["word", "docs", "libre"],
)
def test_a_paste_keeps_what_the_words_mean(editor, clipboard, expected):
    page = editor()
    assert clean_html(tidied(page, clipboard)) == expected
    paste(page, clipboard)
    assert clean_html(body_of(page)) == expected
    assert saved(page) == expected


def test_tidying_a_paste_twice_changes_nothing_more(editor):
    page = editor()
    for clipboard in (WORD, DOCS, LIBRE):
        once = tidied(page, clipboard)
        assert tidied(page, once) == once


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p onclick='x()'>a<script>alert(1)</script><img src=x onerror='alert(1)'></p>", "<p>a</p>"),
        ("<p>a <a href='javascript:alert(1)'>b</a></p>", "<p>a b</p>"),
        ("plain words", "<p>plain words</p>"),
        ("<p>see [1]<a href='#_ftn9'>[9]</a></p>", "<p>see [1][9]</p>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<p>the tag is style = bold</p>", "<p>the tag is style = bold</p>"),
        ("<pre>a\n  b</pre>", "<pre><code>a\n  b</code></pre>"),
    ],
)
def test_other_clipboards_come_in_plain(editor, html, expected):
    page = editor()
    paste(page, html)
    assert clean_html(body_of(page)) == expected


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
    page = editor("<p>x</p>")
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

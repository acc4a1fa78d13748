"""A whole piece by keyboard alone, from the login on: written, typed by an input method, saved, published and read."""

from typing import Any

from django.contrib.auth.models import User

from articles.models import Edition
from tests.browser.window import DESK, MARKS, PHONE, Window, in_a_window, until, whole_page
from tests.factories import AuthorFactory
from tests.prose.forms.editor.hands import compose, press

pytestmark = MARKS
MOST_TABS = 150
HERE = """([selector, words]) => { const here = document.activeElement;
    const said = here.textContent || here.value || "";
    return here !== document.body && here.matches(selector) && said.includes(words); }"""
IS_TEXT = "document.activeElement.matches('.prose-editor > .ProseMirror')"


def tab_to(window: Window, selector: str, words: str = "", *, key: str = "Tab") -> int:
    """Press Tab until the focus is on such an element, with these words; how often that was."""
    for pressed in range(MOST_TABS):
        if window.page.evaluate(HERE, [selector, words]):
            return pressed
        window.page.keyboard.press(key)
    raise AssertionError(f"no Tab leads to {selector} {words}")


def typed(window: Window, *keys: str) -> None:
    """Type words, and press keys: those are named in brackets."""
    for each in keys:
        if each.startswith("<"):
            window.page.keyboard.press(each.strip("<>"))
        else:
            window.page.keyboard.type(each)


def search(window: Window, words: str) -> None:
    """Open the list of records on which the focus is, and type into its search."""
    typed(window, "<Enter>")
    until(window.page, "document.activeElement.matches('.select2-search__field')")
    typed(window, words)


def write_the_text(window: Window) -> None:
    page = window.page
    tab_to(window, ".prose-editor > .ProseMirror")
    compose(page, "ㅎ", "하", "한")
    typed(window, " Paper comes in with the tide")
    page.keyboard.press("Control+Alt+f")
    page.locator("dialog [contenteditable=true]").wait_for()
    typed(window, "Harbour office, ledger 12.")
    tab_to(window, "dialog button", "Save note")
    page.keyboard.press("Enter")
    until(page, IS_TEXT)
    typed(window, ", says the tally")
    press(page, "Control+Shift+ArrowLeft", "Control+k")
    page.locator("dialog input").first.wait_for()
    typed(window, "https://example.org/tally", "<Enter>")
    until(page, IS_TEXT)
    press(page, "End")
    typed(window, ".", "<Enter>", "<Control+Alt+2>", "Part two", "<Enter>")
    typed(
        window, "Every form is a small harbour.", "<Control+Alt+p>", "<ArrowDown>", "<Enter>", "Last words."
    )


def test_a_whole_piece_is_published_by_keyboard_with_at_most_ten_tabs_from_text_to_save(
    live_server: Any, editor: User
) -> None:
    """Written on a telephone; saved from it and from a desk; published on a desk."""
    AuthorFactory(display_name="Ida Quay", sort_name="Quay, Ida", slug="ida-quay")
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        page.goto(f"{window.site}/admin/")  # the first page, and the only address that is typed
        tab_to(window, "#id_username")
        typed(window, "eve", "<Tab>", "a long password", "<Enter>")
        page.wait_for_selector("text=Write a piece")
        follow(window, "a", "Write a piece", "#article_form")
        window.wait_for_editors()
        tab_to(window, "#id_headline")
        typed(window, "Tides of paper")
        tab_to(window, "#id_dek")
        typed(window, "Every form is small.")
        tab_to(window, "#bylines-0 .select2-selection")
        search(window, "Ida")
        page.locator(".select2-results__option", has_text="Ida Quay").first.wait_for()
        typed(window, "<Enter>")
        tab_to(window, "summary", "Topics")
        typed(window, "<Enter>")
        tab_to(window, "#id_tags")
        typed(window, "Harbours")
        tab_to(window, "#id_language", key="Shift+Tab")
        typed(window, "Korean")
        tab_to(window, "#id_headline")
        write_the_text(window)
        seen["tabs"] = tab_to(window, "a.to-buttons")
        page.set_viewport_size(DESK)
        page.locator(".prose-editor > .ProseMirror").first.focus()
        seen["tabs on a desk"] = tab_to(window, "a.to-buttons")
        typed(window, "<Enter>")
        until(page, "document.activeElement.name === '_continue'")
        typed(window, "<Enter>")
        page.wait_for_selector("text=Saved as version 1")
        follow(window, ".submit-row button", "Publish", ".act-form")
        seen["question"] = page.inner_text("#content")
        tab_to(window, "#id_confirmed")
        typed(window, "<Space>")
        tab_to(window, ".act-form [type=submit]", "Publish now")
        typed(window, "<Enter>")
        page.wait_for_selector("text=is live: readers")
        follow(window, "a", "See the page", "article")
        seen["page"], seen["html"] = page.inner_text("main"), page.inner_html("main")

    assert in_a_window(live_server.url, steps, **PHONE).complaints == []
    assert max(seen["tabs"], seen["tabs on a desk"]) <= 10
    assert "Ida Quay" in seen["question"]
    for words in (
        "Tides of paper",
        "Every form is small.",
        "한 Paper comes",
        "Ida Quay",
        "Harbours",
        "ledger 12.",
    ):
        assert words in seen["page"]
    for markup in (
        "<h2>Part two</h2>",
        'href="https://example.org/tally"',
        '<aside class="pullquote">',
        'lang="ko"',
    ):
        assert markup in seen["html"]
    assert Edition.objects.get().language == "ko"


def follow(window: Window, selector: str, words: str, next_page: str) -> None:
    """Go to a link by Tab and take it; wait for something of the page behind it."""
    tab_to(window, selector, words)
    window.page.keyboard.press("Enter")
    whole_page(window.page, next_page)

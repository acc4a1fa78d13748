"""What is typed on while a save by key is under way is written where the caret was, or said."""

import re
from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import change_page

pytestmark = MARKS
AND_ON = " and on" * 14  # for four seconds
IN_THE_TEXT = "document.activeElement.classList.contains('ProseMirror')"


def save_slowly_and_type_on(window: Window, words: str, *, delays: tuple[int, ...] = (400,)) -> None:
    """Press Ctrl+S and go on typing; one request after the other is slow by so many milliseconds."""
    page, address, rest = window.page, window.page.url.removeprefix(window.site), list(delays)
    window.intercept(
        f"**{address}",
        lambda route: (page.wait_for_timeout(rest.pop(0)), route.fallback()),
        times=len(delays),
    )
    page.keyboard.press("Control+s")
    page.keyboard.type(words, delay=20)


def test_typed_text_goes_on_where_the_caret_was_after_a_save_by_key(
    live_server: Any, editor: User, article: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        window.wait_for_editors()
        page.locator(".ProseMirror p").first.click()
        page.keyboard.press("End")
        page.keyboard.type(" Ships")
        save_slowly_and_type_on(window, ' "wait" herre')
        for key in ("Backspace", "Backspace", "e", "Enter", "N"):
            page.keyboard.press(key)
        page.wait_for_selector(".desk-status >> text=Saved as version 2")
        until(page, IN_THE_TEXT)
        page.keyboard.type("ext.")
        page.keyboard.press("Control+s")
        page.wait_for_selector(".desk-status >> text=Saved as version 3")
        seen["text"] = page.locator(".ProseMirror").first.inner_html()
        page.locator("[name=headline]").fill("A tide")
        page.locator("[name=headline]").press("End")
        save_slowly_and_type_on(window, " table")
        page.wait_for_selector(".desk-status >> text=Saved as version 4")
        until(page, "document.activeElement.name === 'headline'")
        seen["headline"] = page.input_value("[name=headline]")

    assert in_a_window(live_server.url, steps).complaints == []
    assert "<p>First words. Ships “wait” here</p><p>Next.</p>" in seen["text"]
    assert seen["headline"] == "A tide table"


def test_typed_text_goes_on_where_a_save_was_not_taken_and_is_said_where_its_page_asks(
    live_server: Any, editor: User, article: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        window.wait_for_editors()
        page.locator(".ProseMirror p").first.click()
        page.keyboard.press("End")
        page.keyboard.type(" Ships")
        window.intercept(f"**{change_page(article)}", lambda route: route.fulfill(status=413), times=1)
        save_slowly_and_type_on(window, " wait")
        page.wait_for_selector(".desk-status.is-alert")
        seen["text"] = page.locator(".ProseMirror").first.inner_text()
        page.locator("[name=slug]").evaluate("slug => { slug.value = 'Not A Slug'; }")
        page.locator(".ProseMirror p").first.click()
        page.keyboard.press("End")
        # By script, then by the browser, which shows the page.
        save_slowly_and_type_on(window, " on", delays=(400, 4000))
        for key in AND_ON:
            page.keyboard.type(key)
            page.wait_for_timeout(30)
        page.wait_for_selector(".desk-status >> text=you typed")
        seen["page"] = page.input_value("[name=body]")
        seen["said"] = page.inner_text("#article_form .desk-status")

    complaints = in_a_window(live_server.url, steps).complaints
    assert [words for words in complaints if "413" not in words] == []
    assert seen["text"].endswith("Ships wait")
    told = re.search("you typed “(.+)”. It is not in the text", seen["said"])
    assert told
    written = seen["page"].removesuffix("</p>")
    assert f"<p>First words. Ships wait on{AND_ON}".startswith(f"{written}{told[1]}")
    assert len(written) > len("<p>First words. Ships wait on")

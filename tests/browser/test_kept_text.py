"""What is typed is kept while one types, and offered back: after a closed tab, a lost network, an ended session."""

import re
from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from desk.models import Buffer
from tests.browser.window import MARKS, Window, elsewhere, in_a_window, until
from tests.desk.pages import change_page

pytestmark = MARKS
IN_VIEW = """() => { const { top, bottom } = document.querySelector("[data-offer]").getBoundingClientRect();
    return top >= 0 && bottom < document.querySelector(".act-bar").getBoundingClientRect().top; }"""
SAVE = ".submit-row [name=_continue]"


def says(words: str) -> str:
    return f"document.querySelector('[data-kept]')?.textContent.startsWith('{words}')"


def type_in(window: Window, words: str) -> None:
    window.page.focus("[name=headline]")
    window.page.keyboard.press("Home")
    window.page.keyboard.type(words)


def test_a_closed_tabs_text_is_offered_looked_at_brought_back_saved_and_gone(
    live_server: Any, editor: User, article: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        lost = Window(window.page.context.new_page(), window.site)
        lost.open(change_page(article))
        type_in(lost, "Lost ")
        until(lost.page, says("Kept "))
        page = window.page
        window.open(change_page(article))
        page.wait_for_selector("[data-open]")
        seen["while it lives"] = page.inner_text("[data-offers]")
        lost.page.close()
        window.open(change_page(article))
        window.wait_for_editors()
        page.evaluate("scrollTo(0, 9999)")
        seen["scrolled"] = page.evaluate("scrollY")
        page.reload()
        until(page, says("Not saved: what you typed here before"))
        seen["in view"], seen["keyboard"] = (
            page.evaluate(IN_VIEW),
            page.evaluate("document.activeElement.tagName"),
        )
        page.evaluate("scrollTo(0, 9999)")
        page.click("[data-kept] a")
        seen["led to"] = page.evaluate(IN_VIEW), page.evaluate("document.activeElement.textContent")
        seen["offer"] = page.inner_text("[data-offer]")
        seen["wide"] = window.on_desk_and_phone(window.overflow)
        seen["faults"] = window.faults("[data-offers]")
        page.click("text=Look at it")
        seen["difference"] = page.inner_text(".compared")
        seen["page faults"] = window.faults("#content")
        page.click("text=Bring it back")
        page.wait_for_selector(".brought-back")
        seen["headline"] = page.input_value("[name=headline]")

        # The network goes and comes back; then the session goes, and one logs in in another tab.
        page.context.set_offline(True)
        type_in(window, "Offline ")
        until(page, says("Kept in this browser at"))
        page.context.set_offline(False)
        until(page, says("Kept 1") + " || " + says("Kept 0") + " || " + says("Kept 2"))
        seen["copies"] = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('kept:'))")
        window.end_session()
        type_in(window, "Ended ")
        until(page, says("Kept in this browser at"))
        seen["told"] = page.inner_text("#article_form .desk-status")
        window.log_in("eve")
        window.come_back()
        until(page, "!" + says("Kept in"))
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")
        seen["afterwards"] = page.locator("[data-offer]").count()
        window.settle()
        seen["buffers"] = elsewhere(Buffer.objects.count)

        # Another tab of the form hears of the next version, and the tab that saved it does not.
        other = Window(page.context.new_page(), window.site)
        other.open(change_page(article))
        type_in(other, "Both ")
        until(other.page, says("Kept "))
        page.bring_to_front()
        type_in(window, "Next ")
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 3")
        other.page.bring_to_front()
        type_in(other, "and ")
        until(other.page, "document.querySelector('[data-kept]').textContent.includes('version 3 was saved')")
        seen["newer"], seen["faults then"] = (
            other.page.inner_text("[data-presence]"),
            other.faults(".presence"),
        )
        with other.page.expect_popup() as compared:
            other.page.click("text=See what changed")
        compared.value.wait_for_selector("text=Next Ended Offline")
        seen["in the saver's tab"] = page.inner_text("[data-presence]")

    in_a_window(live_server.url, steps)
    assert "You have this open in another tab" in seen["while it lives"]
    assert "did not save it" in seen["offer"]
    assert seen["difference"].split() == ["Headline", "Lost", "First"]
    assert seen["headline"] == "Lost First"
    assert seen["scrolled"] > 0
    assert (seen["in view"], seen["keyboard"], seen["led to"]) == (True, "BODY", (True, "Look at it"))
    assert re.match(r"You saved version 3 at \d\d:\d\d, after this form was opened", seen["newer"])
    assert "Save brings the two together. See what changed" in seen["newer"]
    assert seen["in the saver's tab"] == ""
    assert "You have been logged out" in seen["told"]
    assert (seen["copies"], seen["afterwards"], seen["buffers"]) == ([], 0, 0)
    assert seen["wide"] <= 0
    assert (seen["faults"], seen["page faults"], seen["faults then"]) == ([], [], [])
    article.refresh_from_db()
    assert article.headline == "Next Ended Offline Lost First"


def test_text_of_one_account_is_neither_sent_by_another_nor_shown_to_them(
    live_server: Any, editor: User, publisher: User, article: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        page.context.set_offline(True)
        type_in(window, "Eve alone ")
        until(page, says("Kept in this browser at"))
        window.log_in("paul")
        page.context.set_offline(False)
        until(page, "document.querySelector('[data-kept]').textContent.includes('omebody else is logged in')")
        other = Window(page.context.new_page(), window.site)
        other.open(change_page(article))
        other.settle()
        seen["paul's page"] = other.page.inner_text("#content")
        seen["kept"] = elsewhere(Buffer.objects.count)
        other.page.close()
        window.log_in("eve")
        page.evaluate(
            "document.querySelector('#article_form').dispatchEvent(new CustomEvent('desk:leaving'))"
        )
        window.open(change_page(article))
        page.wait_for_selector("text=did not save it")
        seen["whose"] = elsewhere(lambda: list(Buffer.objects.values_list("person__username", "headline")))

    in_a_window(live_server.url, steps)
    assert "Eve alone" not in seen["paul's page"]
    assert "did not save it" not in seen["paul's page"]
    assert seen["kept"] == 0
    assert seen["whose"] == [("eve", "Eve alone First")]

"""An ended session in a browser: with scripts the text stays where it is, without them it comes back."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import Article
from tests.browser.window import MARKS, Window, elsewhere, in_a_window
from tests.desk.pages import act_page, change_page
from tests.factories import published

pytestmark = MARKS
SAVE = ".submit-row [name=_continue]"
SIZES = pytest.mark.parametrize("width", [1280, 360])


@SIZES
def test_without_scripts_what_was_typed_comes_back_by_keyboard_after_the_login(
    live_server: Any, editor: User, article: Article, width: int
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        page.fill("[name=headline]", "Typed “headline” & <b>")
        page.fill("[name=body]", "<p>Typed <em>words</em>.</p>")
        window.end_session()
        page.focus(SAVE)
        page.keyboard.press("Enter")
        page.wait_for_selector("#login-form")
        seen["door"] = page.inner_text("#content-start")
        seen["wide"] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        page.focus("#id_username")
        page.keyboard.type("eve")
        page.keyboard.press("Tab")
        page.keyboard.type("a long password")
        page.keyboard.press("Enter")
        page.wait_for_selector("text=You are logged in as eve")
        page.focus("[data-bring-back] [type=submit]")
        page.keyboard.press("Enter")
        page.wait_for_selector(".brought-back")
        seen["typed"] = page.input_value("[name=headline]"), page.input_value("[name=body]")
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")

    in_a_window(live_server.url, steps, scripts=False, width=width)
    assert "what you typed comes with you" in seen["door"]
    assert seen["typed"] == ("Typed “headline” & <b>", "<p>Typed <em>words</em>.</p>")
    assert seen["wide"] <= 0
    article.refresh_from_db()
    assert article.headline == "Typed “headline” & <b>"


@SIZES
def test_with_scripts_the_text_stays_while_one_logs_in_in_another_tab(
    live_server: Any, editor: User, article: Article, width: int
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        page.fill("[name=headline]", "Typed headline")
        window.end_session()
        page.click(SAVE)
        page.wait_for_selector(".desk-status.is-alert")
        seen["alert"] = page.inner_text("#article_form .desk-status")
        seen["typed"], seen["wide"] = page.input_value("[name=headline]"), window.overflow()
        with page.context.expect_page() as opened:
            page.click("text=Log in in a new tab")
        other = opened.value
        other.fill("#id_username", "eve")
        other.fill("#id_password", "a long password")
        other.press("#id_password", "Enter")
        other.wait_for_selector("#article_form")
        other.close()
        if width == 360:  # at 1280 the browser says nothing of it, and the save finds out
            window.come_back()
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")

    in_a_window(live_server.url, steps, width=width)
    assert "You are not logged in any more" in seen["alert"]
    assert seen["alert"].count("What you typed") == 1
    assert seen["typed"] == "Typed headline"
    assert seen["wide"] <= 0


def test_somebody_else_who_logged_in_meanwhile_is_named_before_anything_is_saved(
    live_server: Any, editor: User, publisher: User, article: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in_at_the_door("eve")
        window.open(change_page(article))
        page.fill("[name=headline]", "Eve typed this")
        other = Window(page.context.new_page(), window.site)
        other.open("/admin/")
        other.page.click("#user-tools summary")
        other.page.click("#logout-form button")
        other.log_in_at_the_door("paul")
        other.page.close()
        window.come_back()
        page.click(SAVE)
        page.wait_for_selector(".desk-status.is-alert")
        seen["alert"] = page.inner_text("#article_form .desk-status")
        seen["revisions"] = elsewhere(article.revisions.count)
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")

    in_a_window(live_server.url, steps)
    assert "you are paul now" in seen["alert"]
    assert seen["revisions"] == 1
    assert article.revisions.get(number=2).saved_by == publisher


def test_the_reason_of_an_act_comes_back_after_the_login(live_server: Any, publisher: User, now: Any) -> None:
    address = act_page(published(at=now).article, "unpublish")
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("paul")
        window.open(address)
        page.fill("[name=reason]", "Typed reason")
        window.end_session()
        page.click(".act-form [type=submit].default")
        page.wait_for_selector("#login-form")
        page.fill("#id_username", "paul")
        page.fill("#id_password", "a long password")
        page.press("#id_password", "Enter")
        page.click("[data-bring-back] [type=submit]")
        page.wait_for_selector(".brought-back")
        seen["reason"] = page.input_value("[name=reason]")

    in_a_window(live_server.url, steps, scripts=False)
    assert seen["reason"] == "Typed reason"

"""After a save, an error or a conflict the keyboard is where the news is, and rows and pickers keep it."""

from typing import Any

from django.contrib.auth.models import User

from articles import acts
from articles.models import Article
from tests.browser.window import DESK, MARKS, PHONE, Window, elsewhere, in_a_window, until
from tests.desk.pages import change_page
from tests.factories import ArticleFactory, BylineFactory, saved

pytestmark = MARKS
FOCUSED = "document.activeElement.matches(%r)"


def is_focused(window: Window, selector: str) -> None:
    until(window.page, f"() => {FOCUSED % selector}")


def test_status_and_focus_follow_a_save_an_error_and_a_conflict(
    live_server: Any, editor: User, now: Any
) -> None:
    piece = ArticleFactory(headline="Tides of paper")
    saved(piece, at=now)

    def others_save() -> None:
        Article.objects.filter(pk=piece.pk).update(dek="Another dek")
        acts.save_draft(Article.objects.get(pk=piece.pk), by=None, at=now)

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(piece))
        window.wait_for_editors()
        page.fill("[name=headline]", "Tides of ink")
        page.click("[name=_continue]")
        page.wait_for_selector("text=Saved as version 2.")
        is_focused(window, ".messagelist")

        page.evaluate("document.querySelector('[name=slug]').value = 'Not A Slug'")
        page.click("[name=_continue]")
        page.wait_for_selector(".error-summary")
        is_focused(window, ".error-summary")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        is_focused(window, "[name=slug]")
        assert page.locator("[name=slug]").is_visible()
        page.fill("[name=slug]", "tides-of-ink")

        elsewhere(others_save)
        page.click("[name=_continue]")
        page.wait_for_selector("#conflict-heading")
        is_focused(window, "#conflict-heading")

    in_a_window(live_server.url, steps)


BORDERS = """() => [...document.querySelectorAll(".submit-row > :is(.default, .button)")].slice(0, 2)
    .map((button) => getComputedStyle(button).borderTopStyle)"""
SIDEWAYS = """() => { const { scrollWidth, clientWidth } = document.querySelector("#changelist .results");
    return scrollWidth - clientWidth; }"""


def test_status_and_focus_follow_rows_and_pickers(live_server: Any, editor: User, now: Any) -> None:
    piece = BylineFactory(article__headline="Tides of paper").article
    saved(piece, at=now)

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        page.set_viewport_size(PHONE)
        window.open("/admin/articles/article/")
        assert page.evaluate(SIDEWAYS) == 0, "what is known of a piece stands below its headline"
        page.set_viewport_size(DESK)
        window.open(change_page(piece))
        window.wait_for_editors()
        page.click("text=Topics, series, region")
        page.fill("#id_tags", "Ports")
        page.press("#id_tags", "Enter")
        page.wait_for_selector("text=Saved as version 2")
        window.wait_for_editors()
        for number in (1, 2):
            page.click("text=Add another Person")
            is_focused(window, f"#bylines-{number} .select2-selection")
        page.keyboard.press("Enter")
        assert (
            page.locator(".select2-container--open .select2-search__field").get_attribute("aria-label")
            == "Person"
        )
        page.keyboard.press("Escape")
        page.locator("#bylines-1 .inline-deletelink").click()
        is_focused(window, "#bylines-1 .select2-selection")
        page.locator("#bylines-1 .inline-deletelink").click()
        is_focused(window, "#bylines-0 .select2-selection")
        page.emulate_media(forced_colors="active")
        assert page.evaluate(BORDERS) == ["double", "solid"], "the main button is told without colours"
        page.emulate_media(forced_colors="none")

    in_a_window(live_server.url, steps)

"""Clicks that an editor's usual paths take, from My desk to the message that names the hour."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User

from tests.browser.window import MARKS, Window, in_a_window, until
from tests.factories import AppointmentFactory, ArticleFactory, AuthorFactory, OutletFactory, published
from tests.prose.forms.editor.hands import paste

pytestmark = MARKS
OP_ED = """Who Pays for the Pier?

By Ida Quay

A pier is a promise, and someone keeps it. Nobody has kept this one since the ferry went.

This article was originally published in the Lantern on March 3, 2026.
"""


def clicks_of(site: str, who: str, steps: Callable[[Window, Callable[[str], None]], None]) -> int:
    """Number of clicks that the steps take."""
    clicks: list[str] = []

    def counted(window: Window) -> None:
        def click(what: str) -> None:
            clicks.append(what)
            window.page.click(what)

        window.log_in(who)
        window.open("/admin/")
        steps(window, click)

    in_a_window(site, counted)
    return len(clicks)


def test_a_new_piece_is_live_in_at_most_seven_clicks(live_server: Any, editor: User) -> None:
    AppointmentFactory(author=AuthorFactory(display_name="Ida Quay"))

    def steps(window: Window, click: Callable[[str], None]) -> None:
        click("text=Write a piece")
        window.page.fill("[name=headline]", "Tides of paper")
        click(".ProseMirror >> nth=0")
        window.page.keyboard.type("Paper comes in with the tide.")
        click("#bylines-0 .select2-selection")
        window.page.locator(".select2-container--open .select2-search__field").fill("Ida")
        click(".select2-results__option:has-text('Ida Quay')")
        click(".submit-row :text('Publish')")
        click("[value='Publish now']")
        window.page.wait_for_selector("text=is live: readers")

    assert clicks_of(live_server.url, "eve", steps) <= 7


def test_a_live_piece_is_corrected_in_at_most_seven_clicks(live_server: Any, editor: User, now: Any) -> None:
    published(ArticleFactory(headline="Tides of paper"), at=now)

    def steps(window: Window, click: Callable[[str], None]) -> None:
        click("text=Tides of paper")
        click(".state-menu summary")
        click("text=Correct…")
        window.page.fill("[name=headline]", "Tides of ink")
        click("[name=kind][value=correction]")
        window.page.fill("[name=wrong]", "It said paper.")
        window.page.fill("[name=right]", "It is ink.")
        click("[value='Correct the live page now']")
        window.page.wait_for_selector("text=is corrected: readers")

    assert clicks_of(live_server.url, "eve", steps) <= 7


def test_a_live_piece_is_taken_down_in_at_most_six_clicks(
    live_server: Any, publisher: User, now: Any
) -> None:
    published(ArticleFactory(headline="Tides of paper"), at=now)

    def steps(window: Window, click: Callable[[str], None]) -> None:
        click("text=Tides of paper")
        click(".state-menu summary")
        click("text=Take down…")
        window.page.select_option("[name=because]", "legal")
        window.page.fill("[name=sentence]", "A court has forbidden this piece.")
        window.page.fill("[name=reason]", "Order 12 of the port court.")
        click("[value='Take it down now']")
        window.page.wait_for_selector("text=was taken down on")

    assert clicks_of(live_server.url, "paul", steps) <= 6


def test_a_scheduled_piece_is_published_now_in_at_most_three_clicks(
    live_server: Any, editor: User, now: Any
) -> None:
    later = now.replace(year=now.year + 5)
    published(ArticleFactory(headline="Tides of paper"), at=now, live_from=later)

    def steps(window: Window, click: Callable[[str], None]) -> None:
        click("text=Tides of paper")
        click(".submit-row :text('Publish')")
        click("[value='Publish now']")
        window.page.wait_for_selector("text=What was scheduled is called off.")

    assert clicks_of(live_server.url, "eve", steps) <= 3


def test_an_own_commentary_with_two_authors_a_link_three_notes_and_a_table_takes_at_most_16_clicks(
    live_server: Any, editor: User
) -> None:
    for name in ("Ida Quay", "Bo Birch"):
        AppointmentFactory(author=AuthorFactory(display_name=name))

    def steps(window: Window, click: Callable[[str], None]) -> None:
        page = window.page

        def author(words: str) -> None:
            page.locator(".select2-container--open .select2-search__field").fill(words)
            page.locator(".select2-results__option", has_text=words).first.wait_for()
            page.keyboard.press("Enter")

        click("text=Write a piece")
        page.wait_for_selector("#article_form")
        window.wait_for_editors()
        until(page, "document.activeElement.name === 'headline'")
        page.keyboard.type("Tides of paper")
        page.keyboard.press("Enter")
        page.keyboard.type("On forms")
        page.keyboard.press("Enter")
        page.keyboard.type("Paper comes in with the tide")
        page.keyboard.press("Control+Shift+ArrowLeft")
        click("button[title^='Link']")
        page.locator("dialog input").first.fill("https://example.org/tide")
        page.keyboard.press("Enter")
        page.locator("dialog[open]").wait_for(state="hidden")
        page.keyboard.press("End")
        for number in range(3):
            click("button[title*='endnote']")
            page.locator("dialog [contenteditable=true]").wait_for()
            page.keyboard.type(f"Ledger {number}.")
            click("dialog >> text=Save note")
            page.locator("dialog[open]").wait_for(state="hidden")
            page.keyboard.type(" and on")
        page.keyboard.press("Enter")
        click("button[title*='able']")
        if page.locator("dialog[open]").count():
            click("dialog[open] button.default")
        click("#bylines-0 .select2-selection")
        author("Ida")
        click("text=Add another Person")
        until(page, "document.activeElement.matches('#bylines-1 .select2-selection')")
        page.keyboard.press("Enter")
        author("Bo")
        click(".submit-row :text('Publish')")
        click("[value='Publish now']")
        page.wait_for_selector("text=is live: readers")

    assert clicks_of(live_server.url, "eve", steps) <= 16


def test_an_op_ed_goes_from_paste_to_live_with_its_permission_in_at_most_eight_clicks(
    live_server: Any, editor: User
) -> None:
    AppointmentFactory(author=AuthorFactory(display_name="Ida Quay"))
    OutletFactory(name="Lantern", article="the")

    def steps(window: Window, click: Callable[[str], None]) -> None:
        page = window.page
        click("text=New from a text")
        page.wait_for_selector("text=Read it")
        window.wait_for_editors()
        paste(page, "", plain=OP_ED)
        click("text=Read it")
        click("[value='Make the draft']")
        click(".submit-row :text('Publish')")
        click(".checklist.blockers a:has-text('permission')")
        page.get_by_label("Evidence").last.fill("Mail of 1 March")
        page.get_by_label("Given on").fill("2026-03-01")
        click("form.grant_rights input[type=submit]")
        click(".button:text('Publish')")
        click("[value='Publish now']")
        page.wait_for_selector("text=is live: readers")

    assert clicks_of(live_server.url, "eve", steps) <= 8

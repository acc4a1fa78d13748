"""The panel beside the form equals the published page, sentence for sentence: typed, seen, published, read."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import User

from disclaimers.models import Institution
from tests.browser.window import MARKS, Window, in_a_window, whole_page
from tests.desk.pages import change_page
from tests.factories import (
    AppearanceFactory,
    AppointmentBodyFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    LicenceFactory,
    OutletFactory,
    StandingNoticeFactory,
    WordingFactory,
    published,
    saved,
    say,
)

pytestmark = MARKS
NOT_ON_THE_PAGE = {"In lists", "On shared cards", "Credit of a republished copy", "Terms of republication"}
PANEL = """() => [...document.querySelectorAll("aside.effective .reason")].map((line) =>
    [line.querySelector("dt").textContent, line.querySelector(".reason-text").innerText])"""
# Every paragraph of the page but those of dek, text, notes and the site's own.
AROUND_THE_TEXT = """() => [...document.querySelectorAll("main p")]
    .filter((line) => !line.closest(".body, .notes, .dek, .report, .republish, .printed-address"))
    .map((line) => line.innerText)"""


def laden(desk: Institution) -> Any:
    """A saved piece that says something in nearly every part of its page."""
    say("{rank} {name}[, {suffix}]", at="byline_name")
    say("With permission of {grantor}.", at="permission_line")
    say("{outlet}", at="card")
    StandingNoticeFactory(institution=desk, purpose="legal", text="The harbour is closed for repairs.")
    guard = DisclaimerFactory(institution=desk, code="guard", scope="employment", placement="rank")
    WordingFactory(disclaimer=guard, text="{author} speaks in no way for {bodies}.")
    ida = AuthorFactory(display_name="Ida Quay", slug="ida-quay", rank="Colonel")
    post = AppointmentFactory(author=ida, disclaimer=guard, from_on=dt.date(2020, 9, 1))
    AppointmentBodyFactory(appointment=post, name="the Harbour Guard")
    article = ArticleFactory(
        slug="tides", editors_note="We asked two people.", editing_note="Edited for length.", source_language="ko",
        licence=LicenceFactory(), licence_exceptions="Pictures are not covered",
    )  # fmt: skip
    BylineFactory(article=article, author=ida, order=1)
    article.disclosures.create(subject="funding", text="the Tidal Fund")
    AppearanceFactory(article=article, outlet=OutletFactory(name="Lantern"), rights={
        "granted_by": "Ola Wick", "credit": "By kind leave of the Lantern."})  # fmt: skip
    return article


def drawn(window: Window, words: str) -> list[list[str]]:
    """The panel's lines, once it says these words and nothing is under way."""
    window.page.wait_for_selector(f"aside.effective:not([aria-busy]) .reason >> text={words}")
    return list(window.page.evaluate(PANEL))


def choose(window: Window, row: str, name: str, text: str) -> None:
    """Choose one of several records: the list is still narrowing when the first of them stand in it."""
    window.page.locator(f"{row} .field-{name} .select2-selection").click()
    window.page.locator(".select2-container--open .select2-search__field").fill(text)
    window.page.locator(".select2-results__option", has_text=text).click()


def test_what_is_typed_is_told_as_readers_get_it(live_server: Any, desk: Any, editor: User, now: Any) -> None:
    article = laden(desk)
    saved(article, at=now)
    AuthorFactory(display_name="Bo Birch", slug="bo-birch", biography="Bo Birch counts trees.")
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        seen["before"] = drawn(window, "Colonel Ida Quay")
        page.click("text=Add another Person")
        choose(window, "#bylines-1", "author", "Bo Birch")
        seen["picked"] = drawn(window, "Colonel Ida Quay and Bo Birch")
        page.locator("#bylines-1 >> role=button[name=/^Move up/]").click()
        seen["panel"] = drawn(window, "Bo Birch and Colonel Ida Quay")
        page.click(".submit-row >> text=Publish")
        page.check("#id_confirmed")
        page.click("text=Publish now")
        page.wait_for_selector("text=is live: readers")
        window.open("/articles/tides/")
        seen["page"] = page.evaluate(AROUND_THE_TEXT)

    window = in_a_window(live_server.url, steps, panel=True)
    assert [text for part, text in seen["panel"] if part not in NOT_ON_THE_PAGE] == seen["page"]
    assert seen["before"] != seen["picked"] != seen["panel"]
    assert len(seen["page"]) >= 15
    assert window.complaints == []


def test_without_script_the_button_tells_the_same(
    live_server: Any, editor: User, now: Any, desk: Any
) -> None:
    article = laden(desk)
    saved(article, at=now)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(change_page(article))
        seen["panel"] = drawn(window, "Colonel Ida Quay")
        plain = window.page.context.browser.new_context(
            java_script_enabled=False, storage_state=window.page.context.storage_state()
        ).new_page()
        plain.goto(f"{window.site}{change_page(article)}")
        with plain.context.expect_page() as opened:
            plain.click("text=See it in a new tab")
        seen["button"] = (
            whole_page(opened.value, "#content").locator("#content .reason-text").all_inner_texts()
        )

    in_a_window(live_server.url, steps, panel=True)
    assert [text for _, text in seen["panel"]] == seen["button"]


def test_what_has_to_be_mended_is_said_in_the_panel_and_goes_when_it_is_mended(
    live_server: Any, editor: User, now: Any
) -> None:
    article = published(at=now).article

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(f"{change_page(article)}#field-slug")
        window.page.fill("[name=slug]", "Not A Slug")
        window.page.wait_for_selector("aside.effective >> text=has to be settled")
        window.page.fill("[name=slug]", "a-slug")
        window.page.wait_for_selector("aside.effective .reason")

    assert in_a_window(live_server.url, steps, panel=True).complaints == []

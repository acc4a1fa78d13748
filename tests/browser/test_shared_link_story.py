"""A shared link from the editor who makes it to its reader and back, in two browsers."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import Approval, Article
from desk.models import SharedComment
from desk.pages import DeskPage
from tests.browser.window import DESK, MARKS, PHONE, Window, in_a_window
from tests.factories import ArticleFactory, saved

pytestmark = MARKS
SELECT = """() => {
    const text = document.querySelector(".body p").firstChild;
    const range = new Range();
    range.setStart(text, 0);
    range.setEnd(text, 5);
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
}"""


@pytest.fixture
def piece(desk: Any, now: Any) -> Article:
    piece = ArticleFactory(
        headline="Tides of paper", dek="A dek.", body="<p>Paper comes in with the tide.</p>"
    )
    saved(piece, at=now)
    return piece


def test_an_editor_shares_a_draft_whose_reader_proposes_and_signs_off_and_takes_the_proposal(
    live_server: Any, editor: User, piece: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        page = window.page
        window.open(DeskPage.SHARING.address(piece.pk))
        page.fill("[name=name]", "Ida Quay")
        page.check("[name=may_sign_off]")
        with window.another_document():
            page.click("[name=make]")
        address = page.input_value("[data-address]")
        seen["desk"] = window.faults("#content")
        reads(window, page.context.browser, address, seen)
        window.open(DeskPage.SHARING.address(piece.pk))
        seen["came through"] = window.faults("#content")
        seen["came through, width"] = window.on_desk_and_phone(window.overflow)
        with window.another_document():
            page.click("[name=take]")
        seen["taken"] = page.locator(".messagelist").inner_text()

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    assert seen.pop("taken") == "Taken: version 2."
    assert "token" not in seen.pop("address")
    assert seen.pop("quoted") == "Paper"
    assert "You signed off this exact text" in seen.pop("signed")
    assert {name: fault for name, fault in seen.items() if fault not in ([], 0)} == {}
    piece.refresh_from_db()
    assert piece.body == "<p>Ink comes in with the tide.</p>"
    assert SharedComment.objects.get().outcome == "taken"
    assert Approval.objects.get().name == "Ida Quay"


def reads(desk: Window, browser: Any, address: str, seen: dict[str, Any]) -> None:
    """Ida's own browser, on a telephone: she selects a word, proposes another, and signs off by keyboard."""
    profile = browser.new_context(viewport=PHONE)
    window = Window(profile.new_page(), desk.site)
    page = window.page
    page.goto(f"{desk.site}/shared/{address.partition('/shared/')[2]}")
    seen["address"] = page.url.replace(address.split("/")[-2], "token")
    seen["page"], seen["page, width"] = window.faults(), window.on_desk_and_phone(window.overflow)
    page.evaluate(SELECT)
    page.click(".shared-bring")
    seen["quoted"] = page.input_value("[name=quoted_words]")
    page.fill("[name=wording]", "Ink")
    with window.another_document():
        page.get_by_role("button", name="Send to the desk").press("Enter")
    with window.another_document():
        page.get_by_role("button", name="Sign off this exact text").press("Enter")
    seen["signed"] = page.locator(".shared-banner").inner_text()
    seen["signed page"] = window.faults()
    page.set_viewport_size(DESK)
    profile.close()
    desk.complaints += window.complaints

"""A page of the desk that could not be shown opens by itself."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError

from articles.models import Article, Revision
from desk.manuscript.screen import state_in_words
from tests.browser.window import MARKS, Window, in_a_window
from tests.desk.pages import change_page

pytestmark = MARKS


def test_a_page_that_cannot_be_shown_after_a_save_opens_by_itself_once_the_desk_answers(
    live_server: Any, editor: User, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the database were killed between a save and the page that says so."""
    troubles = [OperationalError("connection refused")]

    def state_or_trouble(*args: Any, **more: Any) -> str:
        if troubles and Revision.objects.filter(article=article).count() > 1:
            raise troubles.pop()
        return state_in_words(*args, **more)

    monkeypatch.setattr("desk.manuscript.admin.state_in_words", state_or_trouble)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        window.wait_for_editors()
        page.fill("[name=headline]", "Typed headline")
        page.keyboard.press("Control+S")
        page.wait_for_selector("text=opens by itself")
        seen["alert"] = page.inner_text("[role=alert]")
        page.wait_for_selector("text=Saved as version 2")

    in_a_window(live_server.url, steps)
    assert "database" in seen["alert"]
    assert troubles == []

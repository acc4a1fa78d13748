"""The page of a text in line to be read: it looks in place how far the reading is, and the keyboard stays."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from desk.models import BroughtText
from desk.new_from_a_text import line_page, views
from desk.new_from_a_text.line import LINE
from desk.new_from_a_text.reading import read_brought_text
from tests.browser.window import MARKS, Window, elsewhere, in_a_window, until
from tests.desk.new_from_a_text.test_line import PAGE, PASTED, AbsentReader
from tests.prose.forms.editor.hands import paste

pytestmark = MARKS


def test_progress_is_shown_in_place_and_the_keyboard_stays_on_stop(
    live_server: Any, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LINE, "reader", AbsentReader())
    monkeypatch.setattr(views, "PROMPT_SECONDS", 0)
    monkeypatch.setattr(line_page, "REFRESH_SECONDS", 0.2)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(PAGE)
        window.wait_for_editors()
        paste(page, "", plain=PASTED)
        page.click("text=Read it")
        page.wait_for_selector("progress")
        page.focus("[name=stop]")
        page.evaluate("window.isTheSame = true")
        until(page, "Number(document.querySelector('[data-seconds]').textContent) >= 1")
        seen["same"] = page.evaluate("window.isTheSame === true && document.activeElement.name === 'stop'")
        seen["status"] = page.inner_text("[role=status]")
        seen["bar"] = page.evaluate("document.querySelector('progress').value >= 1")
        page.set_viewport_size({"width": 360, "height": 640})
        seen["wide"] = window.overflow()
        elsewhere(lambda: read_brought_text(BroughtText.objects.get().pk))
        page.wait_for_selector("[value='Make the draft']")

    assert in_a_window(live_server.url, steps).complaints == []
    assert seen == {"same": True, "status": "Being read.", "bar": True, "wide": 0}

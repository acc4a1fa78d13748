"""Updating published pages in a real browser: the script goes on by itself, under the strict policy."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Batch, Edition
from desk.updates import views
from tests.browser.window import MARKS, Window, in_a_window
from tests.factories import AuthorFactory, BylineFactory, published

pytestmark = MARKS


def test_a_look_and_an_update_go_on_by_themselves(
    live_server: Any, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    ida = AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    for _ in range(3):
        published(BylineFactory(author=ida).article, at=timezone.now())
    ida.display_name = "Ida Harbour"
    ida.save()
    monkeypatch.setattr(views, "LOOK_SECONDS", 0.0)  # a page a request
    monkeypatch.setattr(views, "TURN", views.dt.timedelta(microseconds=1))
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("paul")
        window.open("/admin/articles/batch/new/")
        window.pick("", "author", "Ida Harbour")
        page.click("text=Look at what would change")
        page.wait_for_selector("[data-count=changing]:text-is('3')")
        page.wait_for_selector("[data-unseen]", state="detached")
        seen["overflow"] = window.overflow()
        page.fill("[name=reason]", "She married")
        page.click("text=Update 3 pages")
        page.wait_for_selector("text=Finished.")
        seen["done"] = page.inner_text("[data-count=done]")

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    assert (seen["overflow"], seen["done"]) == (0, "3")
    assert set(Edition.objects.live(timezone.now()).values_list("byline", flat=True)) == {"Ida Harbour"}
    assert Batch.objects.get().finished_at

"""An editor arranges a front page for tomorrow, looks at it, and at what readers have today."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from tests.browser.window import MARKS, Window, in_a_window, whole_page
from tests.factories import ArticleFactory, published
from website.models import Arrangement

pytestmark = MARKS
LIST = "/admin/website/arrangement/"


def headlines(page: Any) -> list[str]:
    """Those on the page in the frame, once it has come."""
    frame = page.wait_for_selector(".frame-room iframe").content_frame()
    texts: list[str] = whole_page(frame, "h2 a").locator("h2 a").all_inner_texts()
    return texts


def test_an_editor_arranges_looks_schedules_and_sees_what_readers_have(
    live_server: Any, editor: User, desk: Any, clock: Callable[[dt.datetime], None]
) -> None:
    at = timezone.now() - dt.timedelta(minutes=5)
    clock(at)
    for headline in ("Oldest quay", "Newest quay"):
        published(ArticleFactory(headline=headline, institution=desk), at=at)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        page = window.page
        window.open(f"{LIST}add/")
        window.pick(".form-multiline", "institution", desk.name)
        window.pick("#places-0", "piece", "Oldest quay")
        page.select_option("#places-1 [name$=-shows]", "newest")
        page.check("[name=when][value=later]")
        page.fill("[name=day]", f"{timezone.localdate(at) + dt.timedelta(days=2):%Y-%m-%d}")
        page.fill("[name=time]", "09:00")
        seen["form"] = window.faults("#content")
        seen["form, width"] = window.on_desk_and_phone(window.overflow)
        with window.another_document():
            page.click("[name=_look]")
        seen["ahead"] = page.locator(".front-state").inner_text()
        seen["arranged"] = headlines(page)
        seen["look"] = window.faults("#content")
        window.open(f"{LIST}on-a-day/")
        with window.another_document():
            page.click(".front-day [type=submit]")
        seen["today"] = headlines(page)
        seen["day, width"] = window.on_desk_and_phone(window.overflow)

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    assert "Readers see it from" in seen.pop("ahead")
    assert seen.pop("arranged")[:2] == ["Oldest quay", "Newest quay"]
    assert seen.pop("today")[0] == "Newest quay"
    assert {name: fault for name, fault in seen.items() if fault not in ([], 0)} == {}
    assert Arrangement.objects.get().live_from > at

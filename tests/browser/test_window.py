"""The window waits for what the server still works at, and the browser keeps what never changes."""

import time
from typing import Any

from django.contrib.auth.models import User
from django.core.signals import request_started

from tests.browser.server import KEPT
from tests.browser.window import MARKS, Window, in_a_window

pytestmark = MARKS


def test_it_is_settled_when_the_server_has_answered_and_files_may_be_kept(
    live_server: Any, editor: User
) -> None:
    seen: dict[str, Any] = {}

    def slowly(environ: dict[str, Any], **sent: Any) -> None:
        if environ["PATH_INFO"] == "/robots.txt":
            time.sleep(0.5)
            seen["answered"] = True

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open("/admin/")
        window.page.evaluate("fetch('/robots.txt'), 0")
        window.settle()
        seen["in time"] = seen.get("answered")
        for path in ("/static/articles/desk.js", "/admin/jsi18n/"):
            answer = window.page.request.get(f"{window.site}{path}")
            seen[path] = answer.headers.get("cache-control")

    request_started.connect(slowly)
    try:
        in_a_window(live_server.url, steps)
    finally:
        request_started.disconnect(slowly)
    assert seen["in time"]
    assert seen["/static/articles/desk.js"] == KEPT
    assert seen["/admin/jsi18n/"] == "private, max-age=3600"

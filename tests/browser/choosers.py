"""The browser's own chooser of files, opened by key."""

from contextlib import suppress
from typing import Any

from tests.browser.test_by_keyboard import typed
from tests.browser.window import Window


def chooser_by_key(window: Window) -> Any:
    """The chooser of files that Enter opens. Browsers open none for a key that has grown old: then once more.

    HTML, 6.4.1: an activation by a person lasts a few seconds, which a busy machine can take for one key.
    """
    from playwright.sync_api import TimeoutError as NotOpened

    for _ in range(4):
        with suppress(NotOpened):
            with window.page.expect_file_chooser(timeout=15_000) as chooser:
                typed(window, "<Enter>")
            return chooser.value
    raise AssertionError("No chooser was opened.")

"""A real window on the desk. Without Chromium the tests that ask for one are skipped and say so."""

import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from tests.browser.axe import violations
from tests.browser.looks import unreadable
from tests.browser.server import PANEL_IS_LOOKED_AT, is_at_work, watch

# The shell is Chromium without a desktop's menus and windows, and takes half as long.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-gpu", "--process-per-site"]
MARKS = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed: the browser tests are skipped"),
]
PATIENCE = 60.0  # seconds: machines of other people are slow and busy
QUIET = 3  # looks, because what the browser asks for takes a moment to arrive
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
HELD_BACK = "**/healthz?held-back"
ON_ITS_WAY = ("context was destroyed", "Cannot find context")  # another page is
BELONGS_TO_FORM = "#article_form :is(input, select, textarea, [contenteditable=true])"
EDITORS_ARE_READY = """() => [...document.querySelectorAll("textarea:not([name*=__prefix__])")]
    .filter((area) => area.getAttributeNames().some((name) => name.startsWith("data-django-prose-editor")))
    .every((area) => area.closest(".prose-editor")?.querySelector(".ProseMirror[aria-labelledby]"))"""
OVERFLOW = """() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element) => {
        for (let up = element.parentElement; up; up = up.parentElement)
            if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return true;
        return false;
    };
    const shown = [...document.querySelectorAll("#content *")].filter(
        (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1 && !scrolls(element));
    return Math.max(document.documentElement.scrollWidth - width,
        ...shown.map((element) => Math.floor(element.getBoundingClientRect().right - width)));
}"""


@dataclass
class Window:
    """One page of a browser; remembers what the browser complained about."""

    page: Any
    site: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.listen(self.page)

    def listen(self, page: Any) -> None:
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._said)

    def _said(self, message: Any) -> None:
        # A browser asks every site for the picture of a tab, and complains when there is none. A page in a frame of the
        # desk is drawn as readers get it, and the frame keeps its scripts from running, whenever the frame is loaded.
        kept_out = "document's frame is sandboxed" in message.text
        if message.type == "error" and not kept_out and "favicon" not in message.location.get("url", ""):
            self.complaints.append(message.text)

    def log_in(self, name: str) -> None:
        """Give the browser the cookie that the form would have given it."""
        self.page.context.add_cookies([{"url": self.site, **elsewhere(_session_of, name)}])

    def log_in_at_the_door(self, name: str, password: str = "a long password") -> None:
        self.page.goto(f"{self.site}/admin/login/?next=/admin/")
        self.page.fill("#id_username", name)
        self.page.fill("#id_password", password)
        self.page.press("#id_password", "Enter")
        self.page.wait_for_url(f"{self.site}/admin/")

    def end_session(self) -> None:
        """End it as a server does: the cookie is gone, and the form's token is as good as before."""
        self.page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    def come_back(self) -> None:
        """Look at the tab again after others; the page has asked who is logged in when this returns."""
        with self.page.expect_response("**/password_change/") as asked:
            self.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        asked.value.finished()
        self.page.evaluate("() => new Promise((done) => { setTimeout(done, 0); })")

    def settle(self, seconds: float = PATIENCE) -> None:
        """Wait until the server has answered all that it was asked, or for so long.

        It is asked itself: to be told of each request by the browser costs a tenth of all that a form costs.
        """
        deadline, looks = time.monotonic() + seconds, 0
        while looks < QUIET and time.monotonic() < deadline:
            self.page.wait_for_timeout(20)
            looks = 0 if is_at_work() else looks + 1

    def open(self, path: str) -> None:
        self.page.goto(f"{self.site}{path}")

    def intercept(self, addresses: str, answer: Callable[[Any], Any], **options: Any) -> None:
        """Answer requests in the server's place. The browser takes a moment until it holds them back: wait for it."""
        self.page.route(addresses, answer, **options)
        self.page.route(HELD_BACK, lambda route: route.fulfill(status=204))
        until(self.page, "fetch('/healthz?held-back').then(({ status }) => status === 204)")
        self.page.unroute(HELD_BACK)

    def pick(self, row: str, name: str, text: str) -> None:
        """Choose a record in a search-as-you-type list, by keyboard."""
        self.page.locator(f"{row} .field-{name} .select2-selection").click()
        self.page.locator(".select2-container--open .select2-search__field").fill(text)
        self.page.locator(".select2-results__option", has_text=text).first.wait_for()
        self.page.keyboard.press("Enter")

    @contextmanager
    def another_document(self) -> Iterator[None]:
        """Wait until another page stands there. (A form that notes its key in the history "navigates" too.)"""
        self.page.evaluate("window.stillHere = true")
        yield
        until(self.page, "() => !window.stillHere && document.readyState === 'complete'")

    def on_desk_and_phone(self, look: Callable[[], int]) -> int:
        """The most of what `look` measures of the page as it stands, at a desk's width and at a telephone's."""
        before, found = self.page.viewport_size, []
        for size in (DESK, PHONE):
            self.page.set_viewport_size(size)
            found.append(look())
        self.page.set_viewport_size(before)
        return max(found)

    def visible_fields(self) -> list[str]:
        """The names of what can be filled in without opening anything."""
        return self.page.locator(BELONGS_TO_FORM).evaluate_all(
            """found => found.filter(element => element.checkVisibility({visibilityProperty: true})
                && !["hidden", "submit", "button"].includes(element.type)
                && element.getBoundingClientRect().width > 2)
                .map(element => element.name || element.className)"""
        )

    def faults(self, context: str | None = None, *, in_the_dark: bool = True) -> list[tuple[str, list[str]]]:
        """What axe finds on the page, and what it cannot read in the light and in the dark: rule and elements."""
        said = list(self.complaints)  # axe's own style, which the policy refuses, is none of ours
        found = violations(self.page, context=context) + unreadable(self.page, "light", context or "body")
        if in_the_dark:
            self.page.emulate_media(color_scheme="dark")
            found += unreadable(self.page, "dark", context or "body")
            self.page.emulate_media(color_scheme="light")
        self.complaints[:] = said
        return found

    def wait_for_editors(self) -> None:
        """And for the pictures on their buttons, which are letters of a font."""
        until(self.page, EDITORS_ARE_READY)
        self.page.evaluate("document.body.offsetWidth && document.fonts.ready.then(() => true)")

    def overflow(self) -> int:
        """By how many pixels something stands out of the window, where it cannot be scrolled to on its own."""
        self.wait_for_editors()
        return int(self.page.evaluate(OVERFLOW))


def in_a_window(
    site: str,
    steps: Callable[[Window], None],
    *,
    width: int = 1280,
    height: int = 900,
    scripts: bool = True,
    panel: bool = False,
) -> Window:
    """Take the steps in a thread of their own: a browser's event loop must not meet the database's calls.

    `panel`: the test looks at the panel beside the form.
    """
    (PANEL_IS_LOOKED_AT.set if panel else PANEL_IS_LOOKED_AT.clear)()

    def run() -> Window:
        profile = _profile(site, scripts, width, height)
        window = Window(profile.new_page(), site)
        try:
            steps(window)
            window.settle(20)  # a request that the server still works at would find its database gone
        except BaseException:
            _PROFILES.clear()  # whatever state it is in
            raise
        finally:
            _leave(profile)
        return window

    return _THREAD.submit(run).result()


def until(page: Any, condition: str) -> None:
    """Wait until a script says yes. (The browser's own waiting evaluates text, which the policy refuses.)"""
    deadline = time.monotonic() + PATIENCE
    while not _says_yes(page, condition):
        assert time.monotonic() < deadline, f"in vain on {page.url}: {condition}"
        page.wait_for_timeout(20)


def whole_page(page: Any, part: str = "main") -> Any:
    """A page in a new tab or a frame, once it has such a part, its styles and its scripts. (At first it is blank.)"""
    until(page, f"document.readyState === 'complete' && document.querySelector({part!r}) !== null")
    return page


def _says_yes(page: Any, condition: str) -> bool:
    from playwright.sync_api import Error

    try:
        return bool(page.evaluate(condition))
    except Error as error:
        if not any(words in str(error) for words in ON_ITS_WAY):
            raise
        return False


def elsewhere(call: Callable[..., Any], *given: Any) -> Any:
    """Call it in a thread where the database may be asked."""

    def answer() -> Any:
        try:
            return call(*given)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(answer).result()


def _session_of(name: str) -> dict[str, str]:
    """Name and value of the cookie of somebody who has just logged in."""
    from django.contrib.auth.models import User  # models: not before Django is set up

    client = Client()
    client.force_login(User.objects.get_by_natural_key(name))
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}


_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="browser")
_OPEN: list[Any] = []  # Playwright and its one browser, once a test has asked for a window
_PROFILES: dict[Any, Any] = {}


def _profile(*kind: Any) -> Any:
    """A profile of the browser for windows of a kind, as new: without cookies and open tabs.

    What it has fetched and compiled stays, as does the process of its first tab: half of the time of a first page.
    """
    if kind not in _PROFILES:
        site, scripts, width, height = kind
        viewport = {"width": width, "height": height}
        # Without motion, because colours change by and by with it, and each of its frames is drawn.
        options = {"viewport": viewport, "java_script_enabled": scripts, "reduced_motion": "reduce"}
        profile = _PROFILES[kind] = _browser().new_context(**options)
        profile.set_default_timeout(1000 * PATIENCE)
        profile.new_page().goto(f"{site}/healthz")
    return _PROFILES[kind]


def _leave(profile: Any) -> None:
    if profile not in _PROFILES.values():
        profile.close()
        return
    for tab in profile.pages[1:]:
        tab.close()
    profile.pages[0].evaluate("localStorage.clear()")  # among it copies of forms that no desk has
    profile.set_offline(False)
    profile.clear_cookies()


def _browser() -> Any:
    """The run's own browser."""
    if not _OPEN:
        from playwright.sync_api import sync_playwright

        playwright = sync_playwright().start()
        _OPEN[:] = [playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)]
    return _OPEN[1]


def pytest_sessionstart() -> None:
    watch()


def pytest_sessionfinish() -> None:
    """Close it where it was opened: in its own thread."""
    if _OPEN:
        playwright, browser = _OPEN
        _THREAD.submit(lambda: (browser.close(), playwright.stop())).result()
        _OPEN.clear()
        _PROFILES.clear()

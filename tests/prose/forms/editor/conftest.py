"""The page of the body editor in Chromium; where there is none its tests are skipped with a line that says so."""

from functools import cache
from io import BytesIO
from urllib.parse import quote

import pytest

from tests.browser.window import ARGUMENTS, CHROMIUM
from tests.prose.forms.page import page as page_of
from tests.prose.forms.page import served


# For this folder only: while Playwright runs its event loop, tests with the database may not.
@pytest.fixture(scope="package")
def browser():
    if not CHROMIUM:
        pytest.skip("Chromium is not installed: the editor's browser tests are skipped")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def address():
    with served() as address:
        yield address


@pytest.fixture(scope="package")
def usual_page(browser):
    """One for all tests without wishes of their own: the editor's script is fetched and compiled once."""
    return listened_to(browser.new_page())


def listened_to(page):
    """The page, and what it complains about."""
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, complaints


# A form as the server draws it, in the page that stands there, and its editor made anew.
RENEW = """([drawn, body]) => {
    const content = document.querySelector("#content");
    if (!content?.querySelector(".prose-count") || document.querySelector("dialog")) return false;
    content.querySelectorAll(".ProseMirror").forEach(({ editor }) => editor?.destroy());
    const form = new DOMParser().parseFromString(drawn, "text/html").querySelector("#content");
    form.querySelector("#id_body").textContent = body;
    content.innerHTML = form.innerHTML;
    scrollTo(0, 0);
    return import("django-prose-editor/configurable").then(({ createEditor }) =>
        createEditor(content.querySelector("#id_body"))).then(() => true);
}"""


@pytest.fixture
def editor(address, browser, usual_page):
    """Open a form with a body; after the test nothing may have broken the policy or thrown an error.

    `is_loaded`: with a page of its own around it, as at its first opening.
    """
    heard, own = [], []

    def open_page(body="", *, is_loaded=False, **options):
        page, complaints = listened_to(browser.new_page(**options)) if options else usual_page
        own.extend([page] if options else [])
        here = page.url.startswith(address) and not is_loaded
        if not (here and page.evaluate(RENEW, [empty_page(), body])):
            page.goto(f"{address}?body={quote(body)}")
        page.wait_for_selector(".prose-count")
        heard.append(complaints)
        return page

    yield open_page
    for page in own:
        page.close()
    said = [text for complaints in heard for text in complaints]
    usual_page[1].clear()
    assert [text for text in said if "favicon" not in text and "404" not in text] == []


@cache
def empty_page():
    return page_of({"QUERY_STRING": "", "REQUEST_METHOD": "GET", "wsgi.input": BytesIO()})

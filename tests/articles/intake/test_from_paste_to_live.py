"""In a real browser: an op-ed of the old site, by someone new, in an outlet that is new, goes live in eight clicks.

A new republication needs its permission first; what stood on the old site is shown as found.
"""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.models.edition import Edition
from authors.models import Author
from outlets.models import Outlet
from tests.articles.intake.harbour import BODY, page

TEXT = page(
    "Who Pays for the Pier?",
    "A pier is a promise, says the mayor.",
    "published by\nThe Gull Gazette\non June 11, 2020",
    "By Mats Holm",
    *BODY,
    "This article was originally published in the Gull Gazette.",
    "Ambassador Mats Holm is a visiting fellow at the Tidal College.",
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed: the browser tests are skipped"),
]


class Visit:
    """One window: counts clicks, remembers addresses and complaints of the browser."""

    def __init__(self, window):
        self.window, self.clicks, self.addresses, self.complaints = window, 0, [], []
        window.on(
            "framenavigated",
            lambda frame: self.addresses.append(frame.url) if not frame.parent_frame else None,
        )
        window.on("pageerror", lambda error: self.complaints.append(str(error)))
        window.on(
            "console", lambda said: self.complaints.append(said.text) if "Refused" in said.text else None
        )

    def click(self, what):
        self.clicks += 1
        self.window.click(what)


def in_a_browser(steps, *, width=1280, scripts=True):
    """Run the steps in a thread of their own: Playwright's event loop must not meet the database's calls."""

    def run():
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            context = browser.new_context(
                viewport={"width": width, "height": 900}, java_script_enabled=scripts
            )
            visit = Visit(context.new_page())
            try:
                steps(visit)
            finally:
                browser.close()
            return visit

    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(run).result()


def log_in(window, site):
    window.goto(f"{site}/admin/login/?next=/admin/")
    window.fill("#id_username", "eve")
    window.fill("#id_password", "a long password")
    window.press("#id_password", "Enter")
    window.wait_for_url(f"{site}/admin/")


def test_a_piece_of_the_old_site_by_someone_new_goes_live_in_at_most_eight_clicks(live_server, editor):
    def steps(visit):
        window = visit.window
        log_in(window, live_server.url)
        visit.addresses.clear()
        visit.click("text=New from a text")
        window.fill("[name=text]", TEXT)
        visit.click("text=Read it")
        visit.click("[name=people-0-make]")
        visit.click("[name=places-0-make]")
        visit.click("[name=piece-is_archive]")
        visit.click("text=Make the draft")
        visit.click(".submit-row :text('Publish')")
        visit.click("[value='Publish now']")
        window.wait_for_selector("text=is live: readers")

    visit = in_a_browser(steps)
    assert visit.clicks <= 8
    (edition,) = Edition.objects.all()
    assert edition.byline == "Mats Holm"
    assert edition.dateline.endswith("published by Gull Gazette on June 11, 2020")
    assert edition.printed["bios"] == ["Ambassador Mats Holm is a visiting fellow at the Tidal College."]
    assert (Author.objects.get().display_name, Outlet.objects.get().name) == ("Mats Holm", "Gull Gazette")
    ways = {address.removeprefix(live_server.url).split("?")[0] for address in visit.addresses}
    piece = f"/admin/articles/article/{edition.article_id}"
    assert ways == {"/admin/articles/article/new-from-a-text/", f"{piece}/change/", f"{piece}/act/publish/"}
    assert visit.complaints == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_both_steps_fit_a_phone_and_need_no_script(live_server, editor, scripts):
    widths = []

    def steps(visit):
        window = visit.window
        log_in(window, live_server.url)
        window.goto(f"{live_server.url}/admin/articles/article/new-from-a-text/")
        widths.append(window.evaluate("document.documentElement.scrollWidth") if scripts else 0)
        window.fill("[name=text]", TEXT)
        visit.click("text=Read it")
        widths.append(window.evaluate("document.documentElement.scrollWidth") if scripts else 0)
        visit.click("text=Make the draft")
        window.wait_for_selector("text=is on the desk as a draft")

    in_a_browser(steps, width=360, scripts=scripts)
    assert max(widths) <= 360
    assert not Author.objects.exists()


def test_the_confirmation_page_has_no_fault_that_axe_finds(live_server, editor):
    from axe_playwright_python.sync_playwright import Axe

    found = []

    def steps(visit):
        window = visit.window
        log_in(window, live_server.url)
        visit.click("text=New from a text")
        found.extend(Axe().run(window, context="#content").response["violations"])
        window.fill("[name=text]", TEXT)
        visit.click("text=Read it")
        found.extend(Axe().run(window, context="#content").response["violations"])

    in_a_browser(steps)
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []

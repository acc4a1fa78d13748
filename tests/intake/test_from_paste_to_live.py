"""In a real browser: an op-ed of the old site, by someone new, in an outlet that is new, goes live in eight clicks.

A new republication needs its permission first; what stood on the old site is shown as found.
"""

import pytest

from articles.models.article import Article
from articles.models.edition import Edition
from authors.models import Author
from outlets.models import Outlet
from prose.html.clean import clean_html
from tests.browser.window import MARKS, in_a_window
from tests.intake.harbour import BODY, page
from tests.prose.forms.clipboards import CLIPBOARDS
from tests.prose.forms.editor.hands import paste

TEXT = page(
    "Who Pays for the Pier?",
    "A pier is a promise, says the mayor.",
    "published by\nThe Gull Gazette\non June 11, 2020",
    "By Mats Holm",
    *BODY,
    "This article was originally published in the Gull Gazette.",
    "Ambassador Mats Holm is a visiting fellow at the Tidal College.",
)
pytestmark = MARKS
NEW = "/admin/articles/article/new-from-a-text/"


def test_a_piece_of_the_old_site_by_someone_new_goes_live_in_at_most_eight_clicks(live_server, editor):
    clicks, addresses = [], []

    def steps(window):
        page = window.page
        window.log_in("eve")
        window.open("/admin/")
        page.on("framenavigated", lambda frame: None if frame.parent_frame else addresses.append(frame.url))

        def click(what):
            clicks.append(what)
            page.click(what)

        click("text=New from a text")
        paste(page, "", plain=TEXT)
        click("text=Read it")
        click("[name=people-0-make]")
        click("[name=places-0-make]")
        click("[name=piece-is_archive]")
        click("text=Make the draft")
        click(".submit-row :text('Publish')")
        click("[value='Publish now']")
        page.wait_for_selector("text=is live: readers")

    window = in_a_window(live_server.url, steps)
    assert len(clicks) <= 8
    (edition,) = Edition.objects.all()
    assert edition.byline == "Mats Holm"
    assert edition.dateline.endswith("published by Gull Gazette on June 11, 2020")
    assert edition.printed["bios"] == ["Ambassador Mats Holm is a visiting fellow at the Tidal College."]
    assert (Author.objects.get().display_name, Outlet.objects.get().name) == ("Mats Holm", "Gull Gazette")
    ways = {address.removeprefix(live_server.url).split("?")[0] for address in addresses}
    piece = f"/admin/articles/article/{edition.article_id}"
    assert ways == {NEW, f"{piece}/change/", f"{piece}/act/publish/"}
    assert window.complaints == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_both_steps_fit_a_phone_and_need_no_script(live_server, editor, scripts):
    wider = []

    def steps(window):
        window.log_in("eve")
        window.open(NEW)
        wider.append(window.overflow() if scripts else 0)
        paste(window.page, "", plain=TEXT) if scripts else window.page.fill("[name=text]", TEXT)
        window.page.click("text=Read it")
        window.page.wait_for_selector("text=Make the draft")
        wider.append(window.overflow() if scripts else 0)
        window.page.click("text=Make the draft")
        window.page.wait_for_selector("text=is on the desk as a draft")

    in_a_window(live_server.url, steps, width=360, scripts=scripts)
    assert max(wider) <= 0
    assert not Author.objects.exists()


def test_both_steps_have_no_fault_that_axe_finds(live_server, editor):
    found = []

    def steps(window):
        window.log_in("eve")
        window.open(NEW)
        window.page.wait_for_selector(".ProseMirror[aria-labelledby]")
        found.extend(window.faults("#content"))
        paste(window.page, "", plain=TEXT)
        window.page.click("text=Read it")
        window.page.wait_for_selector("text=Make the draft")
        found.extend(window.faults("#content"))

    in_a_window(live_server.url, steps)
    assert found == []


def test_a_formatted_paste_keeps_its_marks_lists_notes_and_links(live_server, editor):
    clipboard, tidy = CLIPBOARDS["word"]

    def steps(window):
        window.log_in("eve")
        window.open(NEW)
        paste(window.page, clipboard)
        window.page.click("text=Read it")
        window.page.click("text=Make the draft")
        window.page.wait_for_selector("text=is on the desk as a draft")

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    article = Article.objects.get()
    assert article.headline == "The harbour at night"
    assert clean_html(article.body) == tidy.replace("<h2>The harbour at night</h2>", "")

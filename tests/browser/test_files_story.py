"""A file from the first upload to the printed page, by keyboard, as editors and readers have it."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from lxml import etree, html

from articles.models import Article, Edition
from disclaimers.models import Institution
from tests.browser.choosers import chooser_by_key
from tests.browser.test_by_keyboard import follow, search, tab_to, typed
from tests.browser.window import DESK, MARKS, PHONE, Window, in_a_window
from tests.desk.pages import change_page
from tests.documents.made_files import pdf_file
from tests.factories import ArticleFactory, saved

pytestmark = MARKS
TITLE, CREDIT = "Harbour Dues in Winter", "Ida Quay for the Harbour Office"


@pytest.fixture
def piece(desk: Institution, now: Any) -> Article:
    piece = ArticleFactory(headline="Tides", slug="tides")
    saved(piece, at=now)
    return piece


def test_a_report_is_added_cleared_attached_published_read_and_printed(
    live_server: Any, editor: User, piece: Article, settings: Any
) -> None:
    content = pdf_file(pages=3)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        add_and_clear(window, content, seen)
        attach_and_publish(window, piece, seen)
        read(window, seen)

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    facts = f"Report, PDF, 3 pages, {len(content) / 1000:.0f} kB · {CREDIT}"
    assert seen.pop("section").split("\n") == ["Files", TITLE, "", facts]
    (row,) = Edition.objects.get().printed["documents"]
    address = f"{settings.SITE_URL}/files/{row['file']}/harbour-dues-in-winter.pdf"
    assert seen.pop("on paper") == address
    assert seen.pop("paper") == b"%PDF"
    assert seen.pop("answer") == (200, "application/pdf", content)
    item = etree.fromstring(seen.pop("feed")).find("channel/item")
    assert [dict(each.attrib) for each in item.iter("enclosure")] == [
        {"url": address, "length": str(len(content)), "type": "application/pdf"}
    ]
    assert address in "".join(html.fromstring(item.findtext("{*}encoded")).xpath("//a/@href"))
    assert {name: fault for name, fault in seen.items() if fault not in ([], 0)} == {}


def add_and_clear(window: Window, content: bytes, seen: dict[str, Any]) -> None:
    """On the library's page "Files": send a report, say whose it is, and that nobody need allow it."""
    window.open("/admin/documents/document/")
    follow(window, "a", "Add files", "[data-adds-files]")
    tab_to(window, "input[type=file]")
    chooser = chooser_by_key(window)
    sent = {"name": "dues_2026.pdf", "mimeType": "application/pdf", "buffer": content}
    with window.another_document():
        chooser.set_files(sent)
    seen["faults in the library"] = window.faults("#content")
    seen["library too wide"] = max(0, window.on_desk_and_phone(window.overflow))
    tab_to(window, "#id_credit")
    typed(window, CREDIT)
    tab_to(window, "#id_clearances-0-state")
    typed(window, "Not needed")
    with window.another_document():
        typed(window, "<Control+s>")


def attach_and_publish(window: Window, piece: Article, seen: dict[str, Any]) -> None:
    """On the piece's form: find the file by a word of its title, say what it is, and publish."""
    page = window.page
    window.open(change_page(piece))
    window.wait_for_editors()
    tab_to(window, "summary", "Files")
    typed(window, "<Enter>")
    tab_to(window, "#attachments-group a", "Add another")
    typed(window, "<Enter>")
    tab_to(window, "#attachments-0 .select2-selection")
    with page.expect_response("**/autocomplete/?*term=winter*"):
        search(window, "winter")
    page.locator(".select2-results__option", has_text=TITLE).first.wait_for()
    typed(window, "<Enter>")
    tab_to(window, "#id_attachments-0-kind")
    typed(window, "Report")
    seen["faults in the form"] = window.faults("#attachments-group")
    seen["form too wide"] = max(0, window.on_desk_and_phone(window.overflow))
    follow(window, ".submit-row button", "Publish", ".act-form")
    tab_to(window, ".act-form [type=submit]", "Publish now")
    typed(window, "<Enter>")
    page.wait_for_selector("text=is live: readers")
    with window.another_document():
        follow(window, "a", "See the page", ".article")


def read(window: Window, seen: dict[str, Any]) -> None:
    """Look at the page as readers, on glass and on paper; take the file, and the feed."""
    page = window.page
    files = page.locator(".files")
    seen["section"] = files.inner_text()
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        seen[f"faults at {size['width']}"] = window.faults()
        seen[f"too wide at {size['width']}"] = max(0, window.overflow())
    page.emulate_media(media="print")
    seen["on paper"] = files.locator(".printed-address:visible").inner_text()
    seen["paper"] = page.pdf()[:4]
    page.emulate_media(media="screen")
    answer = page.request.get(window.site + files.locator("a").get_attribute("href"))
    seen["answer"] = answer.status, answer.headers["content-type"], answer.body()
    seen["feed"] = page.request.get(f"{window.site}/feed.rss").body()

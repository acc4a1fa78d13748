"""An editor's day in a real browser: write, look, publish, read; by keyboard, on a phone, under the strict policy."""

import re
from typing import Any

from django.contrib.auth.models import User

from articles import acts
from articles.models import Article, Edition
from tests.browser.window import MARKS, Window, elsewhere, in_a_window, until, whole_page
from tests.desk.pages import change_page
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    OutletFactory,
    StandingPermissionFactory,
    published,
    saved,
)

pytestmark = MARKS
LIST = "/admin/articles/article/"
ADD = f"{LIST}add/"


def write(window: Window, text: str) -> None:
    window.page.locator(".ProseMirror").first.click()
    window.page.keyboard.type(text)


def add_endnote(window: Window, text: str) -> None:
    window.page.get_by_role("button", name="Endnote").click()
    dialog = window.page.locator("dialog[open]")
    dialog.locator("[contenteditable=true]").click()
    window.page.keyboard.type(text)
    dialog.get_by_role("button", name="Save note").click()


def test_a_piece_is_written_looked_at_published_read_and_in_the_feed(live_server: Any, editor: User) -> None:
    AppointmentFactory(author=AuthorFactory(display_name="Ida Quay", sort_name="Quay, Ida", slug="ida-quay"))
    StandingPermissionFactory(outlet=OutletFactory(name="Lantern", slug="lantern"))
    seen: dict[str, str] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in_at_the_door("eve")
        with window.another_document():
            page.click("text=Write a piece")
        seen["fields"] = "\n".join(window.visible_fields())
        page.fill("[name=headline]", "Tides of paper")
        page.fill("[name=dek]", "Every form is a small harbour.")
        write(window, "Paper comes in with the tide.")
        add_endnote(window, "Harbour office, ledger 12.")
        page.click("text=Topics, series, region")
        page.fill("[name=tags]", "Harbours")
        window.pick("#bylines-0", "author", "Ida Quay")
        page.click("text=Where else it ran")
        page.click("text=Add another Place")
        window.pick("#appearances-0", "outlet", "The Lantern")
        page.fill("[name=appearances-0-published_on]", "2025-06-11")
        page.click("[name=_continue]")
        page.click("text=Where else it ran")
        page.click("text=Look after the permission")
        page.click("text=Take over…")
        seen["tried"] = page.inner_text(".effects")
        page.click("text=Take it over")
        page.wait_for_selector("text=Recorded.")
        page.click("text=Back to the piece")
        with page.context.expect_page() as opened:
            page.click(".submit-row >> text=Preview")
        preview = opened.value
        window.listen(preview)
        seen["preview"] = whole_page(preview).inner_text("main")
        preview.close()
        page.click(".submit-row >> text=Publish")
        seen["framed"] = whole_page(page.wait_for_selector("iframe").content_frame()).inner_text("main")
        page.click("text=Publish now")
        page.wait_for_selector("text=is live: readers")
        with window.another_document():
            page.click("text=See the page")
        seen["public"] = page.inner_text("main")
        seen["feed"] = page.request.get(f"{live_server.url}/feed.rss").text()

    window = in_a_window(live_server.url, steps)
    assert len(seen["fields"].splitlines()) <= 10, seen["fields"]
    assert "Nothing is recorded yet." in seen["tried"]
    assert seen["preview"] == seen["framed"] == seen["public"]
    for words in (
        "Tides of paper",
        "Every form is a small harbour.",
        "Paper comes in with the tide.",
        "Ida Quay",
    ):
        assert words in seen["public"]
        assert words in seen["feed"]
    assert "Harbour office, ledger 12." in seen["public"]
    assert "originally published in the Lantern" in seen["public"]
    assert "Harbours" in seen["public"]
    assert "<category" in seen["feed"]
    assert window.complaints == []
    edition = Edition.objects.get()
    assert (edition.revision.saved_by, edition.entry.actor) == (editor, editor)


def test_no_page_of_the_desk_breaks_the_policy_or_overflows_a_phone(
    live_server: Any, administrator: User, now: Any
) -> None:
    article = published(BylineFactory(article__topics=["One"]).article, at=now).article
    paths = [
        *("/admin/", LIST, ADD, change_page(article), f"{LIST}{article.pk}/history/"),
        *(f"{LIST}{article.pk}/act/{act}/" for act in ("publish", "schedule", "unpublish", "reissue")),
        *(f"{LIST}{article.pk}/version/1/", "/admin/outlets/outlet/add/", "/admin/authors/author/add/"),
        *("/admin/disclaimers/housestyle/add/", "/admin/disclaimers/disclaimer/add/"),
    ]
    too_wide, seen = {}, {}

    def steps(window: Window) -> None:
        window.log_in("ann")
        for path in paths:
            window.open(path)
            if (pixels := window.overflow()) > 0:
                too_wide[path] = pixels
        window.open(LIST)
        window.page.click("text=Filters")
        seen["filters"] = window.page.evaluate(
            "document.querySelector('.filter-fields').getBoundingClientRect().top < innerHeight"
        )

    window = in_a_window(live_server.url, steps, width=360, height=740, panel=True)
    assert window.complaints == []
    assert too_wide == {}
    assert seen["filters"], "the filters open above the list"


def test_bylines_change_places_by_keyboard(live_server: Any, editor: User, now: Any) -> None:
    article = ArticleFactory()
    names = ["Ada Alder", "Bo Birch", "Cy Cedar"]
    for order, name in enumerate(names, start=1):
        BylineFactory(article=article, order=order, author=AuthorFactory(display_name=name))
    saved(article, at=now)

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(change_page(article))
        button = window.page.locator("#bylines-2 >> role=button[name=/^Move up/]")
        button.focus()
        window.page.keyboard.press("Enter")
        window.page.keyboard.press("Enter")
        window.page.click("[name=_continue]")
        window.page.wait_for_selector(".messagelist")

    assert in_a_window(live_server.url, steps).complaints == []
    printed = [row.author.display_name for row in article.bylines.order_by("order")]
    assert printed == ["Cy Cedar", "Ada Alder", "Bo Birch"]


def test_mend_it_focuses_the_field_in_its_section_and_never_the_box_that_deletes(
    live_server: Any, editor: User, now: Any
) -> None:
    article = BylineFactory(article__slug="taken", article__headline="").article
    saved(article, at=now)
    focused = []

    def steps(window: Window) -> None:
        def look() -> None:
            window.page.wait_for_selector(".ProseMirror")
            until(window.page, "() => document.activeElement !== document.body")
            focused.append(window.page.evaluate(FOCUSED))

        window.log_in("eve")
        window.open(f"{LIST}{article.pk}/act/publish/")
        window.page.click("text=Mend it >> nth=0")
        window.page.wait_for_url("**/change/*")
        look()
        for name in ("slug", "body", "bylines", "appearances", "tags"):
            window.open("/admin/")
            window.open(f"{change_page(article)}#field-{name}")
            look()

    in_a_window(live_server.url, steps)
    assert focused == ["headline", "slug", "ProseMirror", "select2-selection", "Add another Place", "tags"]


FOCUSED = """() => { const here = document.activeElement;
    return here.name || [...here.classList].find((name) => ["ProseMirror", "select2-selection"].includes(name))
        || here.textContent.trim(); }"""


def test_an_error_in_a_closed_section_opens_it(live_server: Any, editor: User) -> None:
    shown = []

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(ADD)
        window.page.fill("[name=headline]", "A")
        window.page.click("text=Web address")
        window.page.fill("[name=slug]", "Not A Slug")
        window.page.click("[name=_continue]")
        window.page.wait_for_selector(".error-summary")
        shown.append(window.page.is_visible("[name=slug]"))

    in_a_window(live_server.url, steps)
    assert shown == [True]


def test_two_editors_meet_and_nothing_typed_is_lost(
    live_server: Any, editor: User, publisher: User, now: Any
) -> None:
    article = ArticleFactory(headline="First", body="<p>First words.</p>")
    saved(article, at=now)
    seen = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(change_page(article))
        window.page.fill("[name=headline]", "Eve’s headline")
        write(window, "Eve’s words. ")
        with_other_hands(article, publisher, now)
        window.page.click("[name=_continue]")
        window.page.wait_for_selector(".questions")
        seen["conflict"] = window.page.inner_text(".questions")
        seen["headline"] = window.page.input_value("[name=headline]")
        seen["body"] = window.page.inner_text(".ProseMirror >> nth=0")
        seen["wide"] = window.on_desk_and_phone(window.overflow)
        window.page.check(".question [value=mine]")
        window.page.click("[name=_continue]")
        window.page.wait_for_selector(".messagelist .success")

    def with_other_hands(article: Article, by: User, at: Any) -> None:
        def save() -> None:
            Article.objects.filter(pk=article.pk).update(headline="Paul’s headline")
            acts.save_draft(article, by=by, at=at)

        elsewhere(save)

    window = in_a_window(live_server.url, steps)
    assert "Paul’s headline" in seen["conflict"]
    assert seen["wide"] <= 0
    assert seen["headline"] == "Eve’s headline"
    assert "Eve’s words." in seen["body"]
    article.refresh_from_db()
    assert article.headline == "Eve’s headline"
    assert article.revisions.count() == 3
    # The browser says so of the conflict, and of a panel that waited too long for the save on a slow machine.
    assert [text for text in window.complaints if not re.search("status of (409|503)", text)] == []


def test_who_was_logged_out_is_told_in_time_and_saves_after_logging_in_again(
    live_server: Any, editor: User, now: Any
) -> None:
    article = ArticleFactory(headline="First")
    saved(article, at=now)

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(change_page(article))
        window.page.fill("[name=headline]", "Typed before the door closed")
        window.page.context.clear_cookies(name="sessionid")
        window.page.evaluate(COMES_BACK)
        window.page.wait_for_selector("text=You have been logged out")
        other = Window(window.page.context.new_page(), window.site)
        other.log_in_at_the_door("eve")
        other.page.close()
        window.page.evaluate(COMES_BACK)
        window.page.wait_for_selector("text=You have been logged out", state="detached")
        window.page.click("[name=_continue]")
        window.page.wait_for_selector("text=Saved as version 2")

    in_a_window(live_server.url, steps)
    article.refresh_from_db()
    assert article.headline == "Typed before the door closed"


COMES_BACK = "document.dispatchEvent(new Event('visibilitychange'))"

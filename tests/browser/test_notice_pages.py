"""Correct, take down, put back, and what stood here, in a real browser: on a phone, by keyboard, under the policy."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles import acts
from articles.models import Article, Edition
from articles.states import Form
from authors.models import Author
from tests.browser.window import MARKS, Window, in_a_window, whole_page
from tests.factories import ArticleFactory, BylineFactory, published, saved

pytestmark = MARKS
LIST = "/admin/articles/article/"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def pieces(publisher: User, now: Any) -> tuple[Article, Article]:
    """A corrected live piece, and one that was taken down."""
    live = published(BylineFactory(article__slug="tides").article, at=now).article
    words = acts.NoticeDraft("correction", wrong="Forty.", right="Four.")
    acts.correct(live, changes={}, notice=words, by=publisher, at=timezone.now())
    down = published(at=now).article
    acts.take_down(down, because="legal", sentence="Gone.", by=publisher, at=timezone.now(), reason="x")
    return live, down


@pytest.fixture
def waiting(publisher: User, now: Any) -> Article:
    """A piece whose draft says something else in the place of a correction."""
    article = published(ArticleFactory(body="<p>Forty ships came.</p>"), at=now).article
    Article.objects.filter(pk=article.pk).update(body="<p>Many a ship came.</p>")
    saved(article, at=now)
    words = acts.NoticeDraft("correction", wrong="Forty.", right="Four.")
    changes = {"body": "<p>Four ships came.</p>"}
    acts.correct(article, changes=changes, notice=words, by=publisher, at=timezone.now())
    return article


def paths(pieces: tuple[Article, Article]) -> list[str]:
    live, down = pieces
    return [
        f"{LIST}{live.pk}/act/correct/", f"{LIST}{live.pk}/act/take_down/", f"{LIST}{live.pk}/act/retract/",
        f"{LIST}{live.pk}/stood/", f"{LIST}{down.pk}/act/correct/",
        f"{LIST}{live.pk}/history/", f"{LIST}{down.pk}/act/put_back/", f"{LIST}{down.pk}/stood/",
    ]  # fmt: skip


def test_the_preview_follows_a_box_that_is_ticked_no_more(
    live_server: Any, pieces: tuple[Article, Article]
) -> None:
    author = Author.objects.get(bylines__article=pieces[0])
    author.display_name = "Ida Harbour"
    author.save()
    shown: list[str] = []

    def steps(window: Window) -> None:
        window.log_in("paul")
        window.open(f"{LIST}{pieces[0].pk}/act/reissue/")
        for _ in range(3):
            shown.append(
                window.page.evaluate(
                    "new URL(document.querySelector('iframe').src).searchParams.get('renewed')"
                )
            )
            window.page.click("[name=renewed]")

    assert in_a_window(live_server.url, steps).complaints == []
    assert [bool(names) for names in shown] == [True, False, True]


def test_a_piece_is_taken_down_on_a_phone_without_scrolling(
    live_server: Any, pieces: tuple[Article, Article]
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("paul")
        window.open(f"{LIST}{pieces[0].pk}/act/take_down/")
        seen["bottom"] = page.evaluate(
            "document.querySelector('.act-form .submit-row').getBoundingClientRect().bottom"
        )
        page.select_option("[name=because]", "safety")
        page.fill("[name=sentence]", "Taken down to keep somebody safe.")
        page.fill("[name=reason]", "A call at night")
        page.click("text=Take it down now")
        page.wait_for_selector("text=was taken down on")
        seen["status"] = page.goto(f"{window.site}/articles/tides/").status
        seen["page"] = page.inner_text("main")

    in_a_window(live_server.url, steps, **PHONE)
    assert seen["bottom"] <= PHONE["height"]
    assert seen["status"] == 410
    assert "Taken down to keep somebody safe." in seen["page"]


def test_a_correction_is_written_looked_at_and_sent(
    live_server: Any, desk: Any, publisher: User, now: Any
) -> None:
    article = ArticleFactory(slug="tides", body="<p>Forty ships came.</p>")
    published(article, at=now)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("paul")
        window.open(f"{LIST}{article.pk}/act/correct/")
        seen["hidden"] = page.is_visible("[name=wrong]")
        page.locator(".ProseMirror").first.click()
        page.keyboard.press("Control+A")
        page.keyboard.type("Fourteen ships came.")
        page.check("[name=kind][value=correction]")
        page.fill("[name=wrong]", "We wrote forty.")
        page.fill("[name=right]", "There were fourteen.")
        page.click("text=Show the page as it will be >> nth=0")
        frame = page.frame_locator("[name=page-to-be]")
        frame.locator("text=We wrote forty.").wait_for()
        framed = page.query_selector("[name=page-to-be]").content_frame()
        seen["preview"] = whole_page(framed, "article").inner_text("article")
        page.click("text=Correct the live page now")
        page.wait_for_selector("text=is corrected: readers")
        window.open("/articles/tides/")
        seen["page"] = page.inner_text("article")

    window = in_a_window(live_server.url, steps)
    assert seen["hidden"] is False
    assert seen["preview"] == seen["page"]
    assert "Fourteen ships came." in seen["page"]
    assert window.complaints == []
    assert Edition.objects.filter(form=Form.PIECE).count() == 2


def test_the_pages_fit_a_phone_and_axe_finds_no_fault(
    live_server: Any, pieces: tuple[Article, Article], waiting: Article
) -> None:
    found: dict[str, Any] = {}
    settling = f"{LIST}{waiting.pk}/act/settle_correction/"

    def steps(window: Window) -> None:
        window.log_in("paul")
        for path in (*paths(pieces), settling):
            window.open(path)
            window.wait_for_editors()
            if (pixels := window.overflow()) > 0:
                found[f"{path} is too wide"] = pixels
            for rule, elements in window.faults("#content"):
                found[f"{path} {rule}"] = elements

    window = in_a_window(live_server.url, steps, **PHONE)
    assert found == {}
    assert window.complaints == []

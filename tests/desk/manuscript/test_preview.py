"""A preview is the public page, byte for byte, and leaves nothing behind."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Edition, LedgerEntry, Permalink, Revision, Topic
from articles.timeline import load_timeline
from desk.acts.schedule import ScheduleForm
from pictures.models import Logo
from tests.desk.pages import act_page, change_page, fields_of, form_of, row, rows, text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    PictureFactory,
    published,
    saved,
)

pytestmark = pytest.mark.long

ADD_PREVIEW = "/admin/articles/article/add/preview/"
BODY = (
    '<p>First.<span data-footnote="">A <em>note</em>.</span></p><aside class="pullquote"><p>Loud.</p></aside>'
)


def typed(article: Article) -> str:
    return reverse("admin:articles_article_typed_preview", args=[article.pk])


def stored(article: Article, query: str = "") -> str:
    return reverse("admin:articles_article_preview", args=[article.pk]) + query


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> dt.datetime:
    """The doors' clock, stopped a little ahead of the database's."""
    at = timezone.now() + dt.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: at)
    monkeypatch.setattr("reading.public_view.now", lambda: at)
    return at


def full_piece() -> Article:
    article = ArticleFactory(body=BODY, topics=["Harbours", "Paper"])
    BylineFactory(article=article, bio="Keeps the log.")
    AppearanceFactory(article=article)
    return article


def counts() -> list[int]:
    return [model.objects.count() for model in (Article, Revision, Edition, LedgerEntry, Permalink, Topic)]


def test_the_preview_of_what_is_typed_is_the_page_that_publishing_gives(
    eve: Client, now: Any, stopped_clock: dt.datetime
) -> None:
    article = full_piece()
    saved(article, at=now)
    Logo.objects.create(institution=article.institution, picture=PictureFactory())
    form = form_of(eve, article) | {
        "headline": "Typed & not saved",
        "tags": "Harbours, Brand new topic",
        **rows("bylines", 2),
        **row("bylines", 1, author=AuthorFactory().pk, role="author", bio="Typed bio."),
    }
    before = counts()
    preview = eve.post(typed(article), form)
    assert preview.status_code == 200
    assert b"Brand new topic" in preview.content
    assert counts() == before

    page = eve.post(change_page(article), form | {"_act": "publish"}, follow=True)
    eve.post(act_page(article, "publish"), fields_of(page, "act-form"))
    public = Client().get(Edition.objects.get().permalink.path)
    assert b'<img class="logo" src="/admin/pictures/picture/file/' in preview.content
    assert public.content == preview.content.replace(b"/admin/pictures/picture/file/", b"/pictures/")


def test_the_preview_on_the_publish_page_is_the_page_that_publishing_gives(
    eve: Client, now: Any, stopped_clock: dt.datetime
) -> None:
    article = full_piece()
    saved(article, at=now)
    page = eve.get(act_page(article, "publish"))
    frame = (
        page.content.decode().partition('<iframe class="preview"')[2].partition('src="')[2].partition('"')[0]
    )
    preview = eve.get(frame.replace("&amp;", "&"))
    eve.post(act_page(article, "publish"), fields_of(page, "act-form"))
    assert Client().get(Edition.objects.get().permalink.path).content == preview.content


def test_the_preview_of_an_update_is_the_page_that_publishing_gives(
    eve: Client, now: Any, stopped_clock: dt.datetime
) -> None:
    article = published(full_piece(), at=now).article
    form = form_of(eve, article) | {"dek": "An afterthought."}
    page = eve.post(change_page(article), form | {"_act": "publish"}, follow=True)
    told = {"change": "minor"}
    preview = eve.get(stored(article, f"?version=2&act=publish&{urlencode(told)}"))
    eve.post(act_page(article, "publish"), fields_of(page, "act-form") | told)
    public = Client().get(Edition.objects.live(stopped_clock).get().permalink.path)
    assert public.content == preview.content
    assert "An afterthought." in public.content.decode()


def test_the_preview_of_an_update_carries_what_readers_will_be_told(eve: Client, now: Any) -> None:
    article = published(full_piece(), at=now).article
    told = {"change": "correction", "wrong": "Ships came in by night.", "right": "Ships came in at noon."}
    preview = eve.get(stored(article, f"?version=1&act=publish&{urlencode(told)}"))
    for words in ("Ships came in by night.", "Ships came in at noon."):
        assert words in preview.content.decode()
    without_what_is_right = eve.get(stored(article, "?version=1&act=publish&change=correction&wrong=Ships"))
    assert without_what_is_right.status_code == 200


def test_a_piece_that_was_never_saved_can_be_looked_at(eve: Client, desk: Any) -> None:
    form = form_of(eve) | {"headline": "潮の紙", "body": BODY, "tags": "New"}
    before = counts()
    preview = eve.post(ADD_PREVIEW, form)
    assert "潮の紙" in preview.content.decode()
    assert counts() == before


def test_a_scheduled_preview_carries_the_day_it_is_for(eve: Client, now: Any) -> None:
    article = full_piece()
    saved(article, at=now)
    query = "?version=1&act=schedule&day=2031-06-15&time=08:30&zone=America/New_York"
    assert "June 15, 2031" in eve.get(stored(article, query)).content.decode()


@pytest.mark.parametrize(
    ("day", "time"),
    [("2030-11-03", "01:30"), ("2030-03-10", "02:30"), ("2030-06-01", "25:00")],
    ids=["shown twice", "skipped", "no hour"],
)
def test_a_scheduled_preview_keeps_its_day_while_its_hour_is_wrong(
    day: str, time: str, eve: Client, now: Any
) -> None:
    article = full_piece()
    saved(article, at=now)
    query = {"version": 1, "act": "schedule", "zone": "America/New_York", "day": day, "time": time}
    on = dt.date.fromisoformat(day)
    assert f"{on:%B} {on.day}, {on.year}" in eve.get(stored(article, f"?{urlencode(query)}")).content.decode()


def test_a_scheduled_preview_keeps_its_hour_while_a_notice_is_not_written_yet(desk: Any, now: Any) -> None:
    article = published(full_piece(), at=now).article
    typed = {"day": "2030-06-01", "time": "09:00", "zone": "America/New_York", "change": "correction"}
    form = ScheduleForm(typed, article=article, standing=load_timeline(article.pk, timezone.now()))
    assert form.preview_options() == {"live_from": dt.datetime(2030, 6, 1, 13, tzinfo=dt.UTC)}
    assert "wrong" in form.errors


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_day_out_of_reach_is_no_fault_of_the_preview(year: str, eve: Client, now: Any) -> None:
    article = full_piece()
    saved(article, at=now)
    query = f"?version=1&act=schedule&day={year}-01-01&time=x&zone=America/New_York"
    assert eve.get(stored(article, query)).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "?version=1", "?act=schedule&day=x", "?act=reissue&renewed=people", "?act=\x00"]
)
def test_previews_are_kept_by_nobody_and_found_by_no_robot(query: str, eve: Client, now: Any) -> None:
    article = full_piece()
    saved(article, at=now)
    preview = eve.get(stored(article, query))
    assert preview.status_code == 200
    assert "no-store" in preview.headers["Cache-Control"]
    assert "noindex" in preview.headers["X-Robots-Tag"]
    typed_one = eve.post(typed(article), form_of(eve, article))
    assert "no-store" in typed_one.headers["Cache-Control"]
    assert "noindex" in typed_one.headers["X-Robots-Tag"]


@pytest.mark.parametrize("version", ["0", "2", "x", "9" * 30, "%00"])
def test_a_version_that_does_not_exist_has_no_preview(version: str, eve: Client, now: Any) -> None:
    article = full_piece()
    saved(article, at=now)
    assert eve.get(stored(article, f"?version={version}")).status_code == 404


def test_what_cannot_be_saved_is_not_drawn_but_said(eve: Client, now: Any) -> None:
    article = full_piece()
    saved(article, at=now)
    page = eve.post(typed(article), form_of(eve, article) | {"slug": "Not A Slug"})
    assert "The preview cannot be drawn yet" in text_of(page)
    assert "small letters" in text_of(page)


def test_a_preview_may_stand_on_an_older_version(eve: Client, now: Any) -> None:
    article = full_piece()
    saved(article, at=now)
    page = eve.post(typed(article), form_of(eve, article) | {"base": "0", "headline": "Mine"})
    assert "Mine" in page.content.decode()


def test_a_preview_is_only_for_those_who_see_the_piece(ada: Client, now: Any) -> None:
    article = full_piece()
    saved(article, at=now)
    assert ada.get(stored(article)).status_code == 404
    assert ada.post(typed(article), {"headline": "x"}).status_code in (403, 404)
    assert Client().get(stored(article)).status_code == 302

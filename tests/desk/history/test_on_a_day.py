""" "What stood on this page on that day, and why": hour by hour in the institution's zone, with nothing left out."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles import acts
from articles.models import Article, Edition
from desk.history.on_a_day import LocalDay, stretches
from tests.conftest import NOW
from tests.desk.pages import text_of
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published, saved
from tests.kept import kept

pytestmark = pytest.mark.long

Clock = Callable[[dt.datetime], None]
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
# NOW is 10 March 2026, 05:00 in the institution's zone, America/New_York.


def stood(article: Article, on: str = "") -> str:
    address = reverse("admin:articles_article_stood", args=[article.pk])
    return f"{address}?on={on}" if on else address


def parts_of(response: Any) -> list[tuple[str, str]]:
    """The hours and the sentence of each part of the day."""
    page = html.fromstring(response.content.decode())
    return [
        (" ".join(part.findtext("h3").split()), " ".join(part.find("p").text_content().split()))
        for part in page.xpath("//section[contains(@class, 'stretch')]")
    ]


@kept
def piece(desk: Any) -> Article:
    """Published at five in the morning, taken from readers at three in the afternoon, and back the day after."""
    article = ArticleFactory(headline="Tides of paper")
    BylineFactory(article=article)
    published(article, at=NOW, by=User.objects.get(username="eve"))
    return article


def test_a_day_without_change_is_one_part_with_the_page_and_its_reasons(eve: Client, piece: Article) -> None:
    page = eve.get(stood(piece, "2026-03-12"))
    assert parts_of(page) == [
        ("The whole day", "The piece, from 10 March 2026, 05:00. Published version 1, by eve.")
    ]
    assert "Chosen for 10 March 2026, the day of first publication" in text_of(page)


def test_the_day_of_publication_says_until_when_nothing_stood_there(eve: Client, piece: Article) -> None:
    assert parts_of(eve.get(stood(piece, "2026-03-10"))) == [
        ("Until 05:00", "Nothing yet: readers first get it here on 10 March 2026, 05:00."),
        ("From 05:00", "The piece, from 10 March 2026, 05:00. Published version 1, by eve."),
    ]
    (before,) = parts_of(eve.get(stood(piece, "2026-03-09")))
    assert before == ("The whole day", "Nothing yet: readers first get it here on 10 March 2026, 05:00.")


def test_a_day_in_which_much_happened_is_told_in_parts(
    eve: Client, piece: Article, publisher: User, clock: Clock
) -> None:
    down, back = NOW + 2 * HOUR, NOW + 4 * HOUR
    clock(down)
    acts.take_down(
        piece, because="legal", sentence="A court forbids it.", by=publisher, at=down, reason="Order 12"
    )
    clock(back)
    acts.put_back(piece, by=publisher, at=back, reason="Lifted")
    gone = back + HOUR
    clock(gone)
    acts.unpublish(piece, by=publisher, at=gone, reason="An error")
    told = parts_of(eve.get(stood(piece, "2026-03-10")))
    assert [hours for hours, _ in told] == [
        "Until 05:00", "From 05:00 until 07:00", "From 07:00 until 09:00", "From 09:00 until 10:00", "From 10:00",
    ]  # fmt: skip
    assert told[2][1] == (
        "A notice in its place, from 10 March 2026, 07:00. Took the piece down for legal reasons; readers are told: "
        "“A court forbids it.”, by paul: “Order 12”."
    )
    assert told[4][1] == (
        "Nothing: it ended on 10 March 2026, 10:00. Took the piece from readers, by paul: “An error”."
    )
    (after,) = parts_of(eve.get(stood(piece, "2026-05-01")))
    assert after[1] == told[4][1]


def test_the_frame_holds_the_page_as_it_was_printed_and_may_run_nothing(
    eve: Client, piece: Article, clock: Clock
) -> None:
    old = Edition.objects.get()
    clock(NOW + DAY)
    body = {"body": "<p>Fourteen ships came.</p>"}
    words = acts.NoticeDraft("correction", wrong="Forty.", right="Fourteen.")
    acts.correct(piece, changes=body, notice=words, by=None, at=NOW + DAY)
    page = html.fromstring(eve.get(stood(piece, "2026-03-10")).content.decode())
    (frame,) = page.xpath("//iframe")
    assert frame.get("sandbox") == "allow-same-origin"
    held = eve.get(frame.get("src"))
    assert old.body in held.content.decode()
    assert "Fourteen" not in held.content.decode()
    assert "no-store" in held.headers["Cache-Control"]
    assert "noindex" in held.headers["X-Robots-Tag"]


def test_a_piece_that_was_never_published_says_so(eve: Client, desk: Any) -> None:
    article = ArticleFactory()
    saved(article, at=NOW)
    assert parts_of(eve.get(stood(article, "2026-03-10"))) == [
        ("The whole day", "Nothing: this piece has never been published here.")
    ]


def test_a_scheduled_version_is_laid_down_and_not_more(eve: Client, desk: Any) -> None:
    later = dt.datetime(2036, 1, 5, 12, tzinfo=dt.UTC)
    article = published(at=NOW, live_from=later).article
    page = eve.get(stood(article, "2036-01-05"))
    assert "This day lies ahead: what follows is laid down so far." in text_of(page)
    assert [hours for hours, _ in parts_of(page)] == ["Until 07:00", "From 07:00"]


def test_the_end_of_a_permission_is_told_as_laid_down(eve: Client, desk: Any) -> None:
    place = AppearanceFactory(rights={"valid_until": dt.date(2026, 6, 1)})
    published(place.article, at=NOW)
    (part,) = parts_of(eve.get(stood(place.article, "2026-06-01")))
    assert part[1].startswith(
        "From 1 June 2026, 00:00, as it was laid down when the version before it went out"
    )
    assert "No text, only a link to it" in text_of(eve.get(stood(place.article, "2026-06-01")))
    assert "The full text" in text_of(eve.get(stood(place.article, "2026-05-31")))


def test_what_an_earlier_site_had_is_said_to_be_off_the_record(eve: Client, desk: Any) -> None:
    article = published(is_archive=True, first_published_on=dt.date(2015, 4, 2), at=NOW).article
    (part,) = parts_of(eve.get(stood(article, "2016-01-01")))
    assert part[1].endswith("It was first published on 2 April 2015; that page is not on record here.")
    (part,) = parts_of(eve.get(stood(article, "2015-04-01")))
    assert "not on record" not in part[1]


@pytest.mark.parametrize("typed", ["", "x", "2026-02-30", "0001-01-01", "9999-12-31", "\x00", "20260310" * 9])
def test_a_day_that_cannot_be_is_answered_with_a_sentence(typed: str, eve: Client, piece: Article) -> None:
    page = eve.get(reverse("admin:articles_article_stood", args=[piece.pk]), {"on": typed})
    assert page.status_code == 200
    assert "errorlist" in page.content.decode()
    assert parts_of(page) == []


def test_without_a_day_it_is_today(eve: Client, piece: Article) -> None:
    assert len(parts_of(eve.get(stood(piece)))) == 1


def test_history_leads_there(eve: Client, piece: Article) -> None:
    page = eve.get(reverse("admin:articles_article_history", args=[piece.pk])).content.decode()
    assert f'action="{stood(piece)}"' in page
    assert stood(piece, "2026-03-10") in page


def test_only_those_who_may_open_the_piece_see_what_stood_there(ada: Client, piece: Article) -> None:
    page = reverse("admin:articles_article_stood_page", args=[piece.pk, Edition.objects.get().pk])
    for address in (stood(piece), page):
        assert ada.get(address).status_code == 404
        assert Client().get(address).status_code == 302


def test_a_page_is_shown_only_as_its_own_piece_s(eve: Client, piece: Article) -> None:
    other = published(at=NOW)
    assert eve.get(reverse("admin:articles_article_stood_page", args=[piece.pk, other.pk])).status_code == 404


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)))
def test_a_day_is_as_long_as_the_clocks_of_its_zone_make_it(on: dt.date) -> None:
    from zoneinfo import ZoneInfo

    day = LocalDay(on, ZoneInfo("America/New_York"))
    assert LocalDay(on + DAY, day.zone).begins == day.ends
    assert dt.timedelta(hours=22) < day.ends - day.begins < dt.timedelta(hours=26)


def test_the_parts_of_a_day_leave_no_gap(piece: Article, publisher: User, clock: Clock) -> None:
    """Twenty acts, an hour and a half apart; on every day the parts follow each other from midnight to midnight."""
    from zoneinfo import ZoneInfo

    at = NOW
    for turn in range(10):
        at += HOUR * 1.5
        clock(at)
        if turn % 2:
            published(piece, at=at)
        else:
            acts.unpublish(piece, by=publisher, at=at, reason="x")
    zone = ZoneInfo("America/New_York")
    for on in (NOW.date() + DAY * n for n in range(-1, 4)):
        hours = [part.hours for part in stretches(piece, LocalDay(on, zone))]
        ends = [said.partition("ntil ")[2] for said in hours[:-1]]
        begins = [said.split()[1] for said in hours[1:]]
        assert ends == begins
        assert hours[0] == "The whole day" if len(hours) == 1 else hours[0].startswith("Until")

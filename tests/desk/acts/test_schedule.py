"""The pages that move, swap and overtake what is scheduled; and what is asked before a text goes out."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from articles import acts
from articles.models import Article, Edition, LedgerEntry
from articles.timeline import load_timeline
from tests.articles.pieces import change
from tests.desk.acts.test_hand_in import do
from tests.desk.pages import act_page, change_page, fields_of, text_of
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved

pytestmark = pytest.mark.long

DAY = dt.timedelta(days=1)


@pytest.fixture
def scheduled(desk: Any, now: dt.datetime) -> Article:
    article: Article = ArticleFactory(headline="Tides of paper")
    published(article, at=now, live_from=timezone.now() + 30 * DAY)
    return article


def offered(client: Client, article: Article) -> set[str]:
    page = html.fromstring(client.get(change_page(article)).content)
    links = {address.split("/")[-2] for address in page.xpath("//a/@href") if "/act/" in address}
    return links | set(page.xpath("//button[@name='_act']/@value"))


def test_a_scheduled_piece_is_offered_what_applies_to_it(eve: Client, scheduled: Article) -> None:
    assert offered(eve, scheduled) >= {"publish", "reschedule", "unschedule"}
    assert "swap" not in offered(eve, scheduled), "nothing is newer"
    assert not offered(eve, scheduled) & {"schedule", "spike", "unpublish", "correct", "put_back", "reissue"}


def test_the_page_of_reschedule_opens_on_the_present_hour_and_moves_it(
    eve: Client, scheduled: Article
) -> None:
    address = act_page(scheduled, "reschedule")
    opened = fields_of(eve.get(address), "act-form")
    coming = load_timeline(scheduled.pk, timezone.now()).coming
    assert coming is not None
    zone = ZoneInfo(opened["zone"][0])
    assert opened["day"] == [f"{coming.live_from.astimezone(zone):%Y-%m-%d}"]
    day = f"{(coming.live_from + 5 * DAY).astimezone(zone):%Y-%m-%d}"
    said = text_of(eve.post(address, opened | {"day": day, "time": "09:30"}, follow=True))
    assert "“Tides of paper” is scheduled: readers get it on" in said
    moved = load_timeline(scheduled.pk, timezone.now()).coming
    assert moved is not None
    assert f"{moved.live_from.astimezone(zone):%Y-%m-%d %H:%M}" == f"{day} 09:30"


def test_an_hour_that_has_passed_is_said_once(eve: Client, scheduled: Article) -> None:
    address = act_page(scheduled, "reschedule")
    opened = fields_of(eve.get(address), "act-form")
    said = text_of(eve.post(address, opened | {"day": "2020-01-01", "time": "09:30"}))
    assert said.count("That hour has passed.") == 1
    assert "Nothing was done: what stands in the way is told below." in said


def test_a_swap_takes_what_was_saved_since_to_the_same_hour(
    eve: Client, scheduled: Article, now: dt.datetime
) -> None:
    saved(change(scheduled, headline="Tides of ink"), at=now)
    before = load_timeline(scheduled.pk, timezone.now()).coming
    assert "swap" in offered(eve, scheduled)
    page = text_of(eve.get(act_page(scheduled, "swap")))
    assert "in place of version 1" in page
    assert "“Tides of ink”: version 2 goes to readers on" in text_of(do(eve, scheduled, "swap"))
    after = load_timeline(scheduled.pk, timezone.now()).coming
    assert before is not None
    assert after is not None
    assert (after.headline, after.live_from) == ("Tides of ink", before.live_from)
    history = text_of(eve.get(f"/admin/articles/article/{scheduled.pk}/history/"))
    assert "in place of the scheduled version 1" in history


def test_what_is_scheduled_can_be_printed_again_with_todays_names(
    paul: Client, desk: Any, now: dt.datetime
) -> None:
    person = AuthorFactory(display_name="Ida Quay")
    article = BylineFactory(author=person).article
    published(article, at=now, live_from=timezone.now() + 30 * DAY)
    person.display_name = "Ida Brook"
    person.save()
    assert "reissue" in offered(paul, article)
    page = paul.get(act_page(article, "reissue"))
    assert "Version 1, scheduled for" in text_of(page)
    said = text_of(do(paul, article, "reissue", reason="Her new name"))
    assert "has been printed again: it goes to readers on" in said
    coming = load_timeline(article.pk, timezone.now()).coming
    assert coming is not None
    assert "Ida Brook" in coming.byline


@pytest.mark.parametrize("calls_off", [True, False])
def test_a_scheduled_piece_is_published_now_and_the_schedule_called_off_or_kept(
    eve: Client, scheduled: Article, calls_off: bool
) -> None:
    address = act_page(scheduled, "publish")
    form = fields_of(eve.get(address), "act-form")
    assert form["calls_off"] == ["on"]
    if not calls_off:
        del form["calls_off"]
    said = text_of(eve.post(address, form, follow=True))
    assert ("What was scheduled is called off." in said) == calls_off
    standing = load_timeline(scheduled.pk, timezone.now())
    assert standing.current is not None
    assert (standing.coming is None) == calls_off


def test_what_is_asked_is_confirmed_with_one_box_and_nothing_goes_out_before(
    eve: Client, desk: Any, now: dt.datetime
) -> None:
    article = BylineFactory(
        author=AuthorFactory(display_name="Nora Quill"), article__body="<p>Ships.</p><p>Source: Getty</p>"
    ).article
    saved(article, at=now)
    address = act_page(article, "publish")
    opened = eve.get(address)
    asked = text_of(opened).partition("Is this meant?")[2]
    assert "Nora Quill is new here, has no post, and no bio on this page names them" in asked
    assert "“Source: Getty”" in asked
    form = fields_of(opened, "act-form")
    refused = text_of(eve.post(address, form))
    assert "Nothing has gone out yet: look at what is asked below, and confirm it." in refused
    assert not Edition.objects.exists()
    box = html.fromstring(opened.content).get_element_by_id("id_confirmed")
    assert box.get("form") == "act-form"
    done = eve.post(address, form | {"confirmed": box.get("value")}, follow=True)
    assert "is live: readers have had it since" in text_of(done)
    assert LedgerEntry.objects.get(act="publish").overrides == ["new_person", "photo_credit"]


def test_a_headline_changed_as_a_minor_change_is_asked_about_with_what_was_typed_kept(
    eve: Client, now: dt.datetime
) -> None:
    article = published(ArticleFactory(headline="Tides of paper"), at=now).article
    saved(change(article, headline="Tides of ink"), at=now)
    address = act_page(article, "publish")
    form = fields_of(eve.get(address), "act-form") | {"change": "minor"}
    page = eve.post(address, form)
    assert "changes, from “Tides of paper” to “Tides of ink”, and no notice tells readers." in text_of(page)
    again = fields_of(page, "act-form")
    assert again["change"] == ["minor"]
    assert "is live" in text_of(eve.post(address, again | {"confirmed": "headline_changes"}, follow=True))


def test_a_question_that_was_not_on_the_page_is_not_confirmed_by_the_box(
    eve: Client, now: dt.datetime, desk: Any
) -> None:
    article = ArticleFactory(body="<p>Ships.</p><p>Source: Getty</p>")
    saved(article, at=now)
    address = act_page(article, "publish")
    form = fields_of(eve.get(address), "act-form") | {"confirmed": "new_person"}
    assert "Is this meant?" in text_of(eve.post(address, form))
    with pytest.raises(acts.CannotPublish):
        acts.publish(
            article, revision=article.revisions.get(), by=None, at=now, confirmed=frozenset({"new_person"})
        )

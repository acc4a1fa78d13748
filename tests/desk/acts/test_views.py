"""The pages behind the buttons: what they say, what they refuse, what they do."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles import acts
from articles.models import Article, Edition, LedgerEntry
from articles.states import ACTS, Act, Public, allows
from articles.timeline import load_timeline
from desk.acts.forms import FORMS
from disclaimers.models import Institution
from tests.conftest import NOW
from tests.desk.pages import ADD, act_page, change_page, fields_of, form_of, text_of
from tests.factories import ArticleFactory, BylineFactory, published, saved, say
from tests.kept import kept

pytestmark = pytest.mark.long

BUTTONS = [act for act in FORMS if act != Act.SETTLE_CORRECTION]
"""All that depend on the states alone: a decision is offered where a correction is open (test_settle_correction)."""


def standing_of(article: Article) -> Public:
    return load_timeline(article.pk, timezone.now()).public


@kept
def piece(desk: Institution) -> Article:
    article = BylineFactory(article__headline="Tides of paper", bio="Ida Quay counts ships.").article
    saved(article, at=NOW)
    return article


def pieces_in_every_standing(at: dt.datetime) -> dict[str, Article]:
    later = at + dt.timedelta(days=300 * 5)
    live, scheduled, both, gone, draft = (ArticleFactory() for _ in range(5))
    saved(draft, at=at)
    published(live, at=at)
    published(scheduled, at=at, live_from=later)
    published(both, at=at)
    Article.objects.filter(pk=both.pk).update(dek="New")
    newer = acts.save_draft(both, by=None, at=at)
    acts.publish(both, revision=newer, by=None, at=at, live_from=later, change="minor")
    published(gone, at=at)
    acts.unpublish(gone, by=None, at=at + dt.timedelta(seconds=1), reason="An error")
    return {"draft": draft, "live": live, "scheduled": scheduled, "live and scheduled": both, "gone": gone}


def test_a_piece_goes_out_in_two_clicks_with_what_is_typed(eve: Client, piece: Article) -> None:
    form = form_of(eve, piece) | {"headline": "Typed a second ago"}
    first = eve.post(change_page(piece), form | {"_act": "publish"}, follow=True)
    assert "Version 2 goes to readers now" in text_of(first)
    second = eve.post(first.request["PATH_INFO"], fields_of(first, "act-form"), follow=True)
    assert "is live: readers have had it since" in text_of(second)
    edition = Edition.objects.get()
    assert edition.headline == "Typed a second ago"
    assert LedgerEntry.objects.filter(act=Act.PUBLISH).get().actor is not None


def test_a_new_piece_goes_out_in_two_clicks_too(eve: Client) -> None:
    form = form_of(eve) | {"headline": "Brand new", "body": "<p>Words.</p>", "_act": "publish"}
    page = eve.post(ADD, form, follow=True)
    eve.post(page.request["PATH_INFO"], fields_of(page, "act-form"))
    assert Edition.objects.get().headline == "Brand new"


def test_looking_at_a_button_s_page_changes_nothing_and_it_offers_what_the_table_allows(
    paul: Client, now: dt.datetime
) -> None:
    for name, article in pieces_in_every_standing(now).items():
        before = (LedgerEntry.objects.count(), Edition.objects.count(), standing_of(article))
        standing = load_timeline(article.pk, timezone.now())
        for act in BUTTONS:
            page = paul.get(act_page(article, act))
            assert page.status_code == 200
            if allows(act, standing.public, has_coming=standing.coming is not None):
                assert 'class="act-form"' in page.content.decode(), (name, act)
        assert (LedgerEntry.objects.count(), Edition.objects.count(), standing_of(article)) == before


def test_every_button_shown_is_one_the_table_allows_and_no_other(paul: Client, now: dt.datetime) -> None:
    for name, article in pieces_in_every_standing(now).items():
        page = paul.get(change_page(article)).content.decode()
        standing = load_timeline(article.pk, timezone.now())
        for act in BUTTONS:
            shown = f'value="{act}"' in page or act_page(article, act) in page
            allowed = allows(act, standing.public, has_coming=standing.coming is not None)
            if act == Act.SWAP and standing.coming:  # nothing to swap for while it is the newest version
                allowed = standing.coming.revision.number != article.revisions.first().number
            assert shown == allowed, (name, act)
        assert act_page(article, Act.SETTLE_CORRECTION) not in page


def test_buttons_are_shown_and_pages_open_only_for_those_with_the_right(
    as_user: Any, author_user: User, editor: User, publisher: User, administrator: User, now: dt.datetime
) -> None:
    article = published(BylineFactory(author__user=author_user).article, at=now).article
    for user in (author_user, editor, publisher, administrator):
        page = as_user(user).get(change_page(article)).content.decode()
        for act in BUTTONS:
            if not allows(act, Public.LIVE, has_coming=False):
                continue
            may = user.has_perm(ACTS[act].permission, article)
            assert (f'value="{act}"' in page or act_page(article, act) in page) == may, (user, act)
            answer = as_user(user).get(act_page(article, act)).status_code
            assert answer == (200 if may else 403), (user, act)


def test_an_act_that_is_not_possible_says_so_and_offers_no_confirmation(paul: Client, piece: Article) -> None:
    page = paul.get(act_page(piece, "unpublish"))
    assert "Unpublish is not possible: this piece is never published" in text_of(page)
    assert "act-form" not in page.content.decode()
    paul.post(act_page(piece, "unpublish"), {"version": "1", "reason": "x"})
    assert LedgerEntry.objects.exclude(act=Act.SAVE_DRAFT).count() == 0


def test_what_is_worth_a_look_stays_while_the_form_has_an_error(eve: Client, piece: Article) -> None:
    address = act_page(piece, "schedule")
    opened = eve.get(address)
    assert "Nobody has asked the authors about" in text_of(opened).partition("Worth a look")[2]
    wrong = text_of(eve.post(address, fields_of(opened, "act-form") | {"day": "tomorrow"}))
    assert "One thing has to be settled first." in wrong
    assert "Nobody has asked the authors about" in wrong.partition("Worth a look")[2]
    assert "What stands in the way" not in wrong


def test_blockers_are_said_with_a_link_to_their_field_and_nothing_can_be_confirmed(
    eve: Client, now: Any
) -> None:
    article = ArticleFactory(headline="", body="")
    saved(article, at=now)
    page = eve.get(act_page(article, "publish"))
    assert "There is no headline." in text_of(page)
    assert f"{change_page(article)}#field-headline" in page.content.decode()
    assert "Publish now" not in page.content.decode()
    refused = eve.post(act_page(article, "publish"), {"version": "1"})
    assert "There is no text." in text_of(refused)
    assert Edition.objects.count() == 0


def test_warnings_are_said_and_stop_nothing(eve: Client, now: Any) -> None:
    article = ArticleFactory(dek="")
    saved(article, at=now)
    page = eve.get(act_page(article, "publish"))
    assert "No one is credited." in text_of(page)
    eve.post(act_page(article, "publish"), fields_of(page, "act-form"))
    assert standing_of(article) == Public.LIVE


def test_a_version_saved_meanwhile_is_shown_before_it_can_go_out(
    eve: Client, piece: Article, publisher: User
) -> None:
    seen = fields_of(eve.get(act_page(piece, "publish")), "act-form")
    Article.objects.filter(pk=piece.pk).update(headline="Changed meanwhile")
    acts.save_draft(piece, by=publisher, at=timezone.now())
    stopped = eve.post(act_page(piece, "publish"), seen)
    assert "Version 2 was saved meanwhile by paul" in text_of(stopped)
    assert Edition.objects.count() == 0
    eve.post(act_page(piece, "publish"), fields_of(stopped, "act-form"))
    assert Edition.objects.get().headline == "Changed meanwhile"


def test_scheduling_asks_for_an_hour_in_the_desk_s_zone_and_says_it(
    eve: Client, piece: Article, settings: Any
) -> None:
    settings.DESK_TIME_ZONE = "Europe/Berlin"
    with timezone.override("Europe/Berlin"):
        form = fields_of(eve.get(act_page(piece, "schedule")), "act-form")
        assert form["zone"] == ["Europe/Berlin"]
        done = eve.post(
            act_page(piece, "schedule"), form | {"day": "2031-01-15", "time": "08:30"}, follow=True
        )
    edition = Edition.objects.get()
    assert edition.live_from == dt.datetime(2031, 1, 15, 7, 30, tzinfo=dt.UTC)
    assert "Wednesday 15 January 2031, 08:30 (Berlin time)" in text_of(done)
    assert "Wednesday 15 January 2031, 02:30 (New York time)" in text_of(done)


def test_an_hour_may_be_given_in_the_institution_s_zone(eve: Client, piece: Article) -> None:
    form = fields_of(eve.get(act_page(piece, "schedule")), "act-form")
    eve.post(
        act_page(piece, "schedule"), form | {"day": "2031-01-15", "time": "08:30", "zone": "America/New_York"}
    )
    assert Edition.objects.get().live_from == dt.datetime(2031, 1, 15, 13, 30, tzinfo=dt.UTC)


def test_an_hour_that_does_not_exist_is_refused_with_everything_kept(eve: Client, piece: Article) -> None:
    typed = {"day": "2031-03-09", "time": "02:30", "zone": "America/New_York", "version": "1"}
    page = eve.post(act_page(piece, "schedule"), typed)
    assert "Clocks in New York skip 02:30 on that day. The hour after is 03:30." in text_of(page)
    kept = fields_of(page, "act-form")
    assert {name: kept[name][0] for name in typed} == typed
    assert Edition.objects.count() == 0


def test_an_hour_that_comes_twice_is_asked_about(eve: Client, piece: Article) -> None:
    typed = {"day": "2031-11-02", "time": "01:30", "zone": "America/New_York", "version": "1"}
    page = eve.post(act_page(piece, "schedule"), typed)
    assert "show this hour twice" in text_of(page)
    assert Edition.objects.count() == 0
    assert page.content.decode().count('type="radio"') == 2
    eve.post(act_page(piece, "schedule"), typed | {"which": "1"})
    assert Edition.objects.get().live_from == dt.datetime(2031, 11, 2, 6, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "typed",
    [
        {"day": "2020-01-01", "time": "08:00"},
        {"day": "2031-02-30", "time": "08:00"},
        {"day": "", "time": ""},
        {"day": "0001-01-01", "time": "00:00"},
        {"day": "9999-12-31", "time": "23:59", "zone": "America/New_York"},
        {"day": "\x00", "time": "\x00", "zone": "\x00", "version": "\x00"},
        {"day": "2031-01-01", "time": "08:00", "zone": "Mars/Olympus"},
    ],
)
def test_an_hour_that_makes_no_sense_comes_back_with_a_sentence(
    typed: Any, eve: Client, piece: Article
) -> None:
    page = eve.post(act_page(piece, "schedule"), {"version": "1", "zone": "UTC"} | typed)
    assert page.status_code == 200
    assert (
        "errorlist" in page.content.decode()
        or "errornote" in page.content.decode()
        or "blockers" in page.content.decode()
    )
    assert Edition.objects.count() == 0


def test_unscheduling_leaves_the_live_page(eve: Client, now: dt.datetime) -> None:
    both = pieces_in_every_standing(now)["live and scheduled"]
    page = eve.get(act_page(both, "unschedule"))
    assert "The live page stays as it is" in text_of(page)
    eve.post(act_page(both, "unschedule"), fields_of(page, "act-form"))
    standing = load_timeline(both.pk, timezone.now())
    assert (standing.public, standing.coming) == (Public.LIVE, None)


def test_unpublishing_wants_a_reason_and_records_it(paul: Client, now: dt.datetime) -> None:
    article = published(at=now).article
    form = fields_of(paul.get(act_page(article, "unpublish")), "act-form")
    refused = paul.post(act_page(article, "unpublish"), form)
    assert "errorlist" in refused.content.decode()
    assert standing_of(article) == Public.LIVE
    paul.post(act_page(article, "unpublish"), form | {"reason": "Wrong\x00 figures"})
    assert standing_of(article) == Public.UNPUBLISHED
    assert LedgerEntry.objects.get(act=Act.UNPUBLISH).reason == "Wrong figures"


def test_a_reissue_says_where_nothing_would_change_and_keeps_what_was_typed(
    paul: Client, now: dt.datetime
) -> None:
    byline = BylineFactory(author__display_name="Ida Before")
    article = published(byline.article, at=now).article
    opened = paul.get(act_page(article, "reissue"))
    assert "printing it again would change none" in text_of(opened)
    form = fields_of(opened, "act-form")
    nothing = paul.post(act_page(article, "reissue"), form | {"reason": "Her new name"})
    assert "Choose what is brought up to date" in text_of(nothing)
    assert fields_of(nothing, "act-form")["reason"] == ["Her new name"]


def test_a_reissue_offers_each_reason_with_the_sentences_it_would_change_and_does_no_more(
    paul: Client, now: dt.datetime
) -> None:
    byline = BylineFactory(author__display_name="Ida Before")
    article = published(byline.article, at=now).article
    byline.author.display_name = "Ida After"
    byline.author.save()
    say("From {outlet} and so on", at="source_line")
    say("Written by {names}", at="byline")
    opened = paul.get(act_page(article, "reissue"))
    said = text_of(opened)
    assert "Names of people (“Ida After”) Byline: “Ida Before” becomes “Ida After”" in said
    assert "Words of the house style Byline: “Ida Before” becomes “Written by Ida Before”" in said
    assert "Names of topics" not in said
    form = fields_of(opened, "act-form") | {"reason": "Her new name", "renewed": f"people:{byline.author.pk}"}
    paul.post(act_page(article, "reissue"), form)
    current = load_timeline(article.pk, timezone.now()).current
    assert current is not None
    assert current.byline == "Ida After"


def test_nobody_reaches_the_pages_of_a_piece_they_cannot_see(ada: Client, piece: Article) -> None:
    for act in BUTTONS:
        assert ada.get(act_page(piece, act)).status_code in (403, 404)


def test_a_button_that_does_not_exist_is_not_found(eve: Client, piece: Article) -> None:
    for name in ("save_draft", "grant_rights", "x"):
        assert eve.get(act_page(piece, name)).status_code == 404

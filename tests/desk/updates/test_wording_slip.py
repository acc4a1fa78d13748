"""A slip in a text that readers have had: put right on record, and counted on the pages that say it."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from articles.acts import unpublish
from articles.models import Edition
from desk.updates import wording_slip
from disclaimers.models import Institution, Wording, WordingCorrection
from tests.articles.pieces import change
from tests.desk.pages import fields_of, text_of
from tests.factories import ArticleFactory, BylineFactory, published

pytestmark = pytest.mark.long

RIGHT = "{kind} here speaks for its {authors:author|authors} only."
TYPED = {"text": RIGHT, "reason": "One word too many."}


@pytest.fixture(autouse=True)
def _a_second_later(monkeypatch: pytest.MonkeyPatch, now: dt.datetime) -> None:
    monkeypatch.setattr(wording_slip.timezone, "now", lambda: now + dt.timedelta(seconds=1))


def page_of(wording: Wording) -> str:
    return reverse("admin:disclaimers_wording_slip", args=[wording.pk])


def own_page(wording: Wording) -> str:
    return reverse("admin:disclaimers_wording_change", args=[wording.pk])


def test_the_text_s_page_offers_the_correction_with_the_number_of_live_pages_that_say_it(
    paul: Client, publisher: User, now: dt.datetime
) -> None:
    wording = Wording.objects.get()
    assert "This was a slip" not in text_of(paul.get(own_page(wording)))
    gone = published(at=now)
    for _ in range(2):
        published(at=now)
    published(ArticleFactory(), at=now, live_from=now + dt.timedelta(days=400))
    unpublish(gone.article, by=publisher, at=now, reason="It ran twice.")
    assert "This was a slip: correct it on 2 pages" in text_of(paul.get(own_page(wording)))
    page = text_of(paul.get(page_of(wording)))
    assert "It stands on 2 pages, and on 1 more that is scheduled" in page
    assert wording.text in page


def test_a_corrected_slip_changes_the_text_and_no_page_and_leads_to_the_pages_that_say_it(
    paul: Client, publisher: User, now: dt.datetime
) -> None:
    edition = published(at=now)
    wording = Wording.objects.get()
    before, printed = wording.text, edition.printed
    sent = paul.post(page_of(wording), fields_of(paul.get(page_of(wording)), "act-form") | TYPED)
    correction = WordingCorrection.objects.get()
    assert "One word too many.</textarea>" in paul.get(sent.url).content.decode()
    assert sent.url == f"/admin/articles/batch/new/?wording={wording.pk}&correction={correction.pk}"
    assert (correction.old_text, correction.new_text, correction.by) == (before, RIGHT, publisher)
    wording.refresh_from_db()
    assert wording.text == RIGHT
    assert Edition.objects.get().printed == printed
    page = text_of(paul.get(own_page(wording)))
    for said in (before, RIGHT, "One word too many.", "paul"):
        assert said in page
    history = reverse("admin:disclaimers_wording_history", args=[wording.pk])
    assert "One word too many." in text_of(paul.get(history))


def test_without_live_pages_or_the_permission_to_update_them_the_text_s_own_page_says_what_happened(
    paul: Client, as_user: Callable[[User], Client], publisher: User, stranger: User, now: dt.datetime
) -> None:
    edition, wording = published(at=now), Wording.objects.get()
    permissions = ["view_wording", "change_wording", "add_wordingcorrection"]
    stranger.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    sent = as_user(stranger).post(page_of(wording), TYPED, follow=True)
    assert sent.redirect_chain == [(own_page(wording), 302)]
    assert "It still stands as it was on 1 page." in text_of(sent)
    unpublish(edition.article, by=publisher, at=now, reason="It ran twice.")
    sent = paul.post(page_of(wording), TYPED | {"text": "Other words."}, follow=True)
    assert sent.redirect_chain == [(own_page(wording), 302)]
    assert "The text is corrected. No page says it now." in text_of(sent)


def test_a_piece_that_only_lies_ahead_is_printed_again_with_the_correction(
    paul: Client, now: dt.datetime
) -> None:
    published(BylineFactory().article, at=now, live_from=now + dt.timedelta(days=3))
    sent = paul.post(page_of(Wording.objects.get()), TYPED, follow=True)
    assert sent.redirect_chain == [(own_page(Wording.objects.get()), 302)]
    assert "Printed again, scheduled for" in text_of(sent)
    edition = Edition.objects.coming(now).get()
    assert edition.printed["wordings"][0]["text"] == "Commentary here speaks for its author only."
    assert edition.entry.reason == "A slip in a disclaimer text was corrected: One word too many."


def test_a_scheduled_version_of_a_piece_that_readers_have_had_is_updated_with_its_pages(
    paul: Client, publisher: User, now: dt.datetime
) -> None:
    moment = now + dt.timedelta(milliseconds=500)
    article = published(at=now).article
    unpublish(article, by=publisher, at=moment, reason="It ran twice.")
    published(change(article, dek="Later."), at=moment, live_from=now + dt.timedelta(days=3))
    sent = paul.post(page_of(Wording.objects.get()), TYPED)
    assert sent.url.startswith("/admin/articles/batch/new/?wording=")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": ""}, "This field is required."),
        ({"reason": " "}, "This field is required."),
        ({"text": "{nobody} speaks."}, "is not known here"),
        ({"text": "unchanged"}, "change what is wrong in it"),
    ],
)
def test_a_correction_that_cannot_be_is_a_sentence_and_keeps_what_was_typed(
    typed: dict[str, str], said: str, paul: Client, now: dt.datetime
) -> None:
    published(at=now)
    wording = Wording.objects.get()
    if typed.get("text") == "unchanged":
        typed = {"text": wording.text}
    sent = paul.post(page_of(wording), TYPED | typed)
    assert said in text_of(sent)
    assert fields_of(sent, "act-form")["text"] == [(TYPED | typed)["text"]]
    assert not WordingCorrection.objects.exists()
    assert Wording.objects.get().text == wording.text


def test_a_text_that_no_reader_has_had_is_changed_on_its_own_page(paul: Client, desk: Institution) -> None:
    wording = Wording.objects.get()
    for send in (paul.get, paul.post):
        sent = send(page_of(wording), TYPED, follow=True)
        assert sent.redirect_chain == [(own_page(wording), 302)]
        assert "No reader has had this text" in text_of(sent)
    assert not WordingCorrection.objects.exists()


def test_only_those_who_keep_the_house_s_words_correct_a_slip(eve: Client, now: dt.datetime) -> None:
    published(at=now)
    wording = Wording.objects.get()
    assert "This was a slip" not in text_of(eve.get(own_page(wording)))
    for send in (eve.get, eve.post):
        assert send(page_of(wording), TYPED).status_code == 403
    assert eve.get(reverse("admin:disclaimers_wording_slip", args=[0])).status_code == 403


def test_a_text_that_is_not_there_is_not_found(paul: Client, desk: Institution) -> None:
    assert paul.get(reverse("admin:disclaimers_wording_slip", args=[10**6])).status_code == 404

"""The page behind "Correct": text and notice in one edition, made from what readers have."""

import datetime as dt
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles import acts
from articles.acts import NoticeDraft
from articles.models import Appearance, Article, Edition, LedgerEntry, Notice
from articles.states import Act
from articles.timeline import load_timeline
from tests.conftest import NOW
from tests.desk.pages import Fields, act_page, fields_of, preview_page, text_of
from tests.factories import ArticleFactory, BylineFactory, published, saved
from tests.kept import kept

pytestmark = pytest.mark.long

WRONG, RIGHT = "We wrote forty ships.", "There were fourteen."


@kept
def piece(desk: Any) -> Article:
    article = ArticleFactory(headline="Tides of paper", body="<p>Forty ships came.</p><p>They left.</p>")
    BylineFactory(article=article)
    published(article, at=NOW)
    return article


def opened(client: Client, article: Article) -> Fields:
    return fields_of(client.get(act_page(article, "correct")), "act-form")


def live(article: Article) -> Edition:
    edition = load_timeline(article.pk, timezone.now()).current
    assert edition is not None
    return edition


def draft(article: Article, **changes: str) -> None:
    Article.objects.filter(pk=article.pk).update(**changes)
    acts.save_draft(article, by=None, at=timezone.now())


CORRECTION = {"kind": "correction", "wrong": WRONG, "right": RIGHT}
MENDED = {"body": "<p>Fourteen ships came.</p><p>They left.</p>"}


def test_the_page_shows_the_live_text_and_not_the_draft_that_waits(eve: Client, piece: Article) -> None:
    draft(piece, headline="Half a thought", body="<p>Nothing yet.</p>")
    form = opened(eve, piece)
    assert form["headline"] == ["Tides of paper"]
    assert "Forty ships came." in form["body"][0]


def test_text_and_notice_go_out_in_one_edition(eve: Client, piece: Article, editor: User) -> None:
    said = eve.post(act_page(piece, "correct"), opened(eve, piece) | CORRECTION | MENDED, follow=True)
    assert "is corrected: readers have had the notice since" in text_of(said)
    edition = live(piece)
    assert "Fourteen ships" in edition.body
    assert [row["kind"] for row in edition.printed["notices"]] == ["correction"]
    assert LedgerEntry.objects.get(act=Act.CORRECT).actor == editor
    assert Edition.objects.filter(article=piece).count() == 2


def test_a_notice_may_go_out_without_a_change_of_the_text(eve: Client, piece: Article) -> None:
    eve.post(
        act_page(piece, "correct"),
        opened(eve, piece) | {"kind": "update", "text": "Two more ships have come."},
    )
    assert "Two more ships have come." in str(live(piece).printed["notices"])
    assert live(piece).revision.number == 1


def test_a_draft_that_waits_does_not_go_out_and_gets_the_correction(eve: Client, piece: Article) -> None:
    draft(piece, body="<p>Forty ships came.</p><p>They left. A new paragraph.</p>")
    page = eve.get(act_page(piece, "correct"))
    assert "A draft waits (version 2). Nothing of it goes out." in text_of(page)
    eve.post(act_page(piece, "correct"), fields_of(page, "act-form") | CORRECTION | MENDED)
    assert "new paragraph" not in live(piece).body
    piece.refresh_from_db()
    assert piece.body == "<p>Fourteen ships came.</p><p>They left. A new paragraph.</p>"


def test_what_happens_to_a_scheduled_version_is_said(eve: Client, piece: Article) -> None:
    draft(piece, dek="Another dek.")
    revision = piece.revisions.get(number=2)
    later = timezone.now() + dt.timedelta(days=400)
    acts.publish(piece, revision=revision, by=None, at=timezone.now(), live_from=later, change="minor")
    page = eve.get(act_page(piece, "correct"))
    assert "Version 2 is scheduled for" in text_of(page)
    assert "It gets the notice and the same change" in text_of(page)
    eve.post(act_page(piece, "correct"), fields_of(page, "act-form") | CORRECTION | MENDED)
    coming = load_timeline(piece.pk, timezone.now()).coming
    assert coming is not None
    assert coming.printed["notices"][0]["right"] == RIGHT
    assert "Fourteen ships" in coming.body


def test_a_correction_shows_the_passage_of_a_scheduled_version_beside_it_and_waits_for_an_answer(
    eve: Client, piece: Article
) -> None:
    draft(piece, body="<p>Some fifty ships came.</p><p>They left.</p>")
    later = timezone.now() + dt.timedelta(days=400)
    revision = piece.revisions.get(number=2)
    acts.publish(piece, revision=revision, by=None, at=timezone.now(), live_from=later, change="minor")
    sent = opened(eve, piece) | CORRECTION | MENDED
    page = eve.post(act_page(piece, "correct"), sent)
    assert "says something else here: which words stay?" in text_of(page)
    assert "Some fifty ships" in text_of(page)
    assert Edition.objects.filter(article=piece).count() == 2
    (answer,) = re.findall(r'name="(passage-\w+)" value="corrected"', page.content.decode())
    again = fields_of(page, "act-form")
    assert again["right"] == [RIGHT]
    eve.post(act_page(piece, "correct"), again | {answer: "corrected"})
    coming = load_timeline(piece.pk, timezone.now()).coming
    assert coming is not None
    assert "Fourteen ships" in coming.body


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Choose what kind of notice this is."),
        ({"kind": "correction", "wrong": WRONG}, "Say what is right."),
        ({"kind": "correction", "right": RIGHT}, "Say what was wrong."),
        ({"kind": "update"}, "Write what readers are told."),
        ({"kind": "note", "text": "So.", "wrong": WRONG}, "This belongs to “Correction”."),
        ({"kind": "superseded", "text": "See:"}, "Choose the piece that takes its place."),
        ({"kind": "amends", "text": "More."}, "is not one of the available choices"),
        ({"kind": "update", "text": "So.", "successor": "9999"}, "Select a valid choice"),
        ({"kind": "update", "text": "x" * 2001}, "at most 2000 characters"),
        ({**CORRECTION, "headline": ""}, "There is no headline."),
    ],
)
def test_what_is_missing_or_contradicts_is_said_and_nothing_typed_is_lost(
    typed: Fields, sentence: str, eve: Client, piece: Article
) -> None:
    sent = opened(eve, piece) | {"dek": "A dek typed a moment ago.", "reason": "A reader wrote."} | typed
    page = eve.post(act_page(piece, "correct"), sent)
    assert sentence in text_of(page)
    kept = fields_of(page, "act-form")
    for name in {"dek", "reason", *typed} - {"kind", "successor", "headline"}:
        assert kept[name][0] == (sent[name] if isinstance(sent[name], str) else sent[name][0])
    assert Edition.objects.filter(article=piece).count() == 1


def test_a_correction_of_its_outlet_is_asked_only_of_a_piece_that_ran_in_one(
    eve: Client, piece: Article, place: Appearance
) -> None:
    for act in ("correct", "publish"):
        assert "outlet_corrected_on" not in fields_of(eve.get(act_page(piece, act)), "act-form"), act
        form = fields_of(eve.get(act_page(place.article, act)), "act-form")
        wrong = {"kind": "update", "text": "So.", "outlet_corrected_on": "2026-02-30", "change": "update"}
        assert "Enter a valid date." in text_of(eve.post(act_page(place.article, act), form | wrong)), act


def test_a_message_puts_no_second_marks_around_a_headline_that_has_its_own(
    eve: Client, piece: Article
) -> None:
    for headline, said in (
        ("“We were never asked”", "“We were never asked” is"),
        ("“Never” asked", "“‘Never’ asked” is"),
    ):
        typed = opened(eve, piece) | {"headline": headline, "kind": "note", "text": "So."}
        assert f"{said} corrected" in text_of(eve.post(act_page(piece, "correct"), typed, follow=True))


def test_another_piece_can_take_its_place_once_readers_have_it(
    eve: Client, piece: Article, now: dt.datetime
) -> None:
    successor = ArticleFactory(headline="The tide turned")
    saved(successor, at=now)
    typed = {"kind": "superseded", "text": "A newer piece says more:", "successor": str(successor.pk)}
    page = eve.post(act_page(piece, "correct"), opened(eve, piece) | typed)
    assert "Readers have not had that piece yet." in text_of(page)
    own = eve.post(act_page(piece, "correct"), opened(eve, piece) | typed | {"successor": str(piece.pk)})
    assert "A piece cannot take its own place." in text_of(own)
    published(successor, at=now)
    eve.post(act_page(piece, "correct"), opened(eve, piece) | typed)
    assert Notice.objects.get().successor == successor
    assert "The tide turned" in str(live(piece).printed["notices"])


def test_an_earlier_notice_can_be_added_to(eve: Client, piece: Article) -> None:
    eve.post(act_page(piece, "correct"), opened(eve, piece) | CORRECTION)
    first = Notice.objects.get()
    typed = {"kind": "amends", "amended": str(first.pk), "text": "It was fifteen after all."}
    eve.post(act_page(piece, "correct"), opened(eve, piece) | typed)
    assert Notice.objects.exclude(pk=first.pk).get().amends == first
    (row,) = live(piece).printed["notices"]
    assert "fifteen" in str(row["amendments"])


@pytest.mark.parametrize("kind", ["correction", "superseded", "amends"])
def test_the_preview_is_the_page_that_confirming_gives(
    kind: str, eve: Client, piece: Article, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    eve.post(act_page(piece, "correct"), opened(eve, piece) | CORRECTION)
    at = timezone.now() + dt.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: at)
    monkeypatch.setattr("reading.public_view.now", lambda: at)
    typed = {
        "correction": CORRECTION | MENDED,
        "superseded": {"text": "See:", "successor": str(published(at=now).article_id)},
        "amends": {"text": "And more.", "amended": str(Notice.objects.get().pk)},
    }[kind]
    sent = opened(eve, piece) | typed | {"kind": kind}
    before = Edition.objects.count(), Notice.objects.count()
    preview = eve.post(preview_page(piece, "correct"), sent)
    assert (Edition.objects.count(), Notice.objects.count()) == before
    eve.post(act_page(piece, "correct"), sent)
    assert Client().get(live(piece).permalink.path).content == preview.content


def test_a_preview_of_half_a_notice_says_what_is_missing(eve: Client, piece: Article) -> None:
    address = preview_page(piece, "correct")
    page = eve.post(address, opened(eve, piece) | {"kind": "correction", "wrong": WRONG})
    assert "What is right: Say what is right." in text_of(page)


def test_a_live_text_that_changed_meanwhile_is_shown_beside_what_is_typed(
    eve: Client, piece: Article, publisher: User
) -> None:
    sent = opened(eve, piece) | CORRECTION | MENDED
    words = NoticeDraft("correction", wrong="They left.", right="They stayed.")
    body = '<p>Forty ships came.</p><p>They <a href="author:nobody">stayed</a>.</p>'
    acts.correct(piece, changes={"body": body}, notice=words, by=publisher, at=timezone.now())
    page = eve.post(act_page(piece, "correct"), sent)
    assert "<p>They stayed.</p>" in page.content.decode()  # a link to a page of ours is no key to read
    assert "Worth a look" in text_of(page)
    assert "Version 2 was saved meanwhile by paul" in text_of(page)
    assert "Text: what readers have now" in text_of(page)
    assert "They stayed." in text_of(page)
    assert "Fourteen ships" in fields_of(page, "act-form")["body"][0]
    assert "They stayed." in live(piece).body


def test_only_a_live_piece_can_be_corrected(eve: Client, desk: Any, now: dt.datetime) -> None:
    article = ArticleFactory()
    saved(article, at=now)
    assert "Only a live piece can be corrected" in text_of(eve.get(act_page(article, "correct")))
    assert "Only a live piece" in text_of(eve.post(act_page(article, "correct"), CORRECTION))
    assert eve.post(preview_page(article, "correct")).status_code == 404


def test_authors_correct_nothing(as_user: Any, author_user: User, now: dt.datetime) -> None:
    article = published(BylineFactory(author__user=author_user).article, at=now).article
    ada = as_user(author_user)
    assert ada.get(act_page(article, "correct")).status_code == 403
    assert ada.post(preview_page(article, "correct")).status_code == 403

"""The page behind "Retract": who retracts and why, what happens, and the page as it will be."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles import acts
from articles.models import Article, Edition, LedgerEntry, Notice
from articles.states import Act, Form, Public
from articles.timeline import load_timeline
from tests.conftest import NOW
from tests.desk.pages import Fields, act_page, change_page, fields_of, preview_page, text_of
from tests.factories import ArticleFactory, BylineFactory, InstitutionFactory, published, saved
from tests.kept import kept

pytestmark = pytest.mark.long

WHY = {"text": "The figures cannot be found again."}


@kept
def piece(desk: Any) -> Article:
    article = BylineFactory(article__headline="Tides of paper").article
    published(article, at=NOW)
    return article


def opened(client: Client, article: Article, act: str = "retract") -> Fields:
    return fields_of(client.get(act_page(article, act)), "act-form")


def live(article: Article) -> Edition:
    edition = load_timeline(article.pk, timezone.now()).current
    assert edition is not None
    return edition


def test_a_piece_is_retracted_on_one_page_which_proposes_the_institution(
    paul: Client, piece: Article, publisher: User
) -> None:
    form = opened(paul, piece)
    assert form["issued_by"] == [piece.institution.name]
    said = paul.post(act_page(piece, "retract"), form | WHY, follow=True)
    assert "has been retracted since" in text_of(said)
    assert live(piece).form == Form.RETRACTION
    assert LedgerEntry.objects.get(act=Act.RETRACT).actor == publisher
    history = text_of(paul.get(f"/admin/articles/article/{piece.pk}/history/"))
    assert "Retracted the piece; readers are told: “The figures cannot be found again.”" in history
    words = text_of(paul.get("/admin/articles/article/?standing=retracted"))
    assert "Tides of paper" in words
    assert "retracted" in words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": ""}, "Say why it is retracted."),
        ({"issued_by": ""}, "Say who retracts it."),
        ({"text": "x" * 2001}, "at most 2000 characters"),
        ({"issued_by": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_is_missing_in_a_retraction_is_said_and_nothing_typed_is_lost(
    typed: Fields, sentence: str, paul: Client, piece: Article
) -> None:
    sent = opened(paul, piece) | WHY | {"reason": "A letter"} | typed
    page = paul.post(act_page(piece, "retract"), sent)
    assert sentence in text_of(page)
    assert fields_of(page, "act-form")["reason"] == ["A letter"]
    assert load_timeline(piece.pk, timezone.now()).public == Public.LIVE


def test_the_preview_of_a_retraction_is_the_page_that_confirming_gives(
    paul: Client, piece: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = timezone.now() + dt.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: at)
    monkeypatch.setattr("reading.public_view.now", lambda: at)
    sent = opened(paul, piece) | WHY
    preview = paul.post(preview_page(piece, "retract"), sent)
    assert Notice.objects.count() == 0
    paul.post(act_page(piece, "retract"), sent)
    assert Client().get(live(piece).permalink.path).content == preview.content


def test_what_retracting_shows_again_and_takes_along_is_said(paul: Client, piece: Article) -> None:
    made = ArticleFactory(headline="Fluten", source_language="en", language="de", translation_of=piece)
    published(made, at=NOW)
    hide = {"because": "privacy", "sentence": "Gone.", "reason": "x"}
    done = text_of(paul.post(act_page(piece, "take_down"), {"version": "1", **hide}, follow=True))
    assert "printed again: “Fluten” – readers get nothing of it." in done, (
        "readers see no headline, its editors do"
    )
    page = text_of(paul.get(act_page(piece, "retract")))
    assert "The headline, which the notice hides now, stands on the page again." in page
    assert "retract each by itself: Fluten" in page


def test_a_notice_in_the_place_of_a_piece_is_added_to_on_the_page_of_a_correction(
    eve: Client, piece: Article
) -> None:
    acts.retract(piece, text="So.", issued_by="the authors", by=None, at=timezone.now())
    assert "Add to the notice" in eve.get(change_page(piece)).content.decode()
    page = eve.get(act_page(piece, "correct"))
    assert f"{piece.headline} | Add to the notice | My desk" in text_of(page)
    assert "This piece is retracted: its text is down." in text_of(page)
    form = fields_of(page, "act-form")
    assert not {"headline", "dek", "body"} & form.keys()
    sent = form | {"kind": "amends", "amended": str(Notice.objects.get().pk), "text": "Found again."}
    preview = eve.post(preview_page(piece, "correct"), sent)
    assert "Found again." in text_of(preview)
    done = eve.post(act_page(piece, "correct"), sent, follow=True)
    assert "The notice is added to" in text_of(done)
    (row,) = live(piece).printed["notices"]
    assert "Found again." in str(row["amendments"])


def test_a_retracted_piece_comes_back_only_with_words_for_readers(paul: Client, piece: Article) -> None:
    acts.retract(piece, text="So.", issued_by="the authors", by=None, at=timezone.now())
    sent = opened(paul, piece, "put_back") | {"reason": "In error"}
    refused = paul.post(act_page(piece, "put_back"), sent)
    assert "Readers know that it was retracted: write what they are told." in text_of(refused)
    paul.post(act_page(piece, "put_back"), sent | {"sentence": "It stands."})
    assert live(piece).form == Form.PIECE
    assert "It stands." in str(live(piece).printed["notices"])


def test_only_publishers_retract_and_nobody_what_readers_never_had(
    eve: Client, paul: Client, piece: Article
) -> None:
    assert eve.get(act_page(piece, "retract")).status_code == 403
    draft = ArticleFactory()
    saved(draft, at=NOW)
    assert "There is nothing to retract" in text_of(paul.get(act_page(draft, "retract")))
    address = preview_page(draft, "retract")
    assert paul.post(address, WHY).status_code == 404


def test_a_retraction_takes_the_text_of_what_is_made_from_the_piece_and_says_so(
    paul: Client, piece: Article
) -> None:
    facts = {"language": "de", "source_language": "en", "translation_of": piece, "headline": "Papierfluten"}
    german = ArticleFactory(**facts)
    published(german, at=NOW)
    form = opened(paul, piece)
    said = text_of(paul.post(act_page(piece, "retract"), form | WHY, follow=True))
    assert "Made from it and printed again: “Papierfluten”" in said
    assert not live(german).body


def test_a_centre_that_counts_its_days_as_its_parent_does_sees_the_page_of_each_act(
    paul: Client, piece: Article
) -> None:
    centre = InstitutionFactory(parent=piece.institution, time_zone="")
    Article.objects.filter(pk=piece.pk).update(institution=centre)
    previews = {act: preview_page(piece, act) for act in ("retract", "correct")}
    assert paul.post(previews["retract"], opened(paul, piece) | WHY).status_code == 200
    acts.retract(piece, text="So.", issued_by="the authors", by=None, at=timezone.now())
    note = opened(paul, piece, "correct") | {"kind": "note", "text": "A letter came."}
    assert "A letter came." in text_of(paul.post(previews["correct"], note))
    back = opened(paul, piece, "put_back") | {"sentence": "It stands.", "reason": "In error"}
    paul.post(act_page(piece, "put_back"), back)
    assert live(piece).form == Form.PIECE

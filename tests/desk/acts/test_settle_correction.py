"""The page behind "Decide on a correction": the draft's passage beside the corrected one, and the decision."""

import datetime as dt
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles import acts
from articles.acts import NoticeDraft
from articles.models import Article, LedgerEntry
from articles.states import Act
from tests.conftest import NOW
from tests.desk.pages import act_page, change_page, fields_of, text_of
from tests.factories import ArticleFactory, BylineFactory, published, saved
from tests.kept import kept

pytestmark = pytest.mark.long

WORDS = NoticeDraft("correction", wrong="It said forty.", right="Fourteen came.")


@kept
def piece(desk: Any) -> Article:
    """A corrected piece; its draft says something else in the same place, and another dek."""
    article = ArticleFactory(headline="Tides of paper", body="<p>Forty ships came.</p><p>They left.</p>")
    BylineFactory(article=article)
    published(article, at=NOW)
    Article.objects.filter(pk=article.pk).update(body="<p>Many ships came.</p><p>They left soon.</p>")
    saved(article, at=NOW)
    changes = {
        "body": "<p>Fourteen ships came.</p><p>They left.</p>",
        "dek": "A quiet port has two loud years.",
    }
    acts.correct(article, changes=changes, notice=WORDS, by=None, at=NOW + dt.timedelta(hours=1))
    return article


def test_a_correction_that_the_draft_lacks_leads_from_publish_to_the_decision(
    eve: Client, piece: Article
) -> None:
    page = eve.get(act_page(piece, "publish"))
    assert "would undo what readers were told" in text_of(page)
    assert f'<a href="{act_page(piece, "settle_correction")}">Decide</a>' in page.content.decode()
    assert act_page(piece, "settle_correction") in eve.get(change_page(piece)).content.decode()


def test_a_correction_is_decided_on_one_page_with_both_passages(
    eve: Client, piece: Article, editor: User
) -> None:
    page = eve.get(act_page(piece, "settle_correction"))
    words = text_of(page)
    for shown in ("It said forty. Fourteen came.", "Many", "Fourteen"):
        assert shown in words
    refused = eve.post(act_page(piece, "settle_correction"), fields_of(page, "act-form") | {"reason": "Why"})
    assert "Decide for every passage which words stay." in text_of(refused)
    sent = fields_of(refused, "act-form")
    assert sent["reason"] == ["Why"]
    (answer,) = re.findall(r'name="(passage-\w+)" value="corrected"', refused.content.decode())
    done = eve.post(act_page(piece, "settle_correction"), sent | {answer: "corrected"}, follow=True)
    assert "It is decided" in text_of(done)
    piece.refresh_from_db()
    assert piece.body == "<p>Fourteen ships came.</p><p>They left soon.</p>"
    assert LedgerEntry.objects.get(act=Act.SETTLE_CORRECTION).actor == editor
    history = text_of(eve.get(f"/admin/articles/article/{piece.pk}/history/"))
    assert "Put what readers were told into version 5; decided: the corrected words stay" in history


def test_the_drafts_words_and_the_corrected_ones_are_both_kept_as_they_are_joined_by_hand(
    eve: Client, piece: Article
) -> None:
    address = act_page(piece, "settle_correction")
    sent = fields_of(eve.get(address), "act-form")
    (words,) = (name for name in sent if name.endswith("-words"))
    assert sent[words] == ["<p>Many ships came.</p>"]
    answer = words.removesuffix("-words")
    unsafe = {answer: "written", words: '<p><a href="javascript:x">Many</a> ships, fourteen, came.</p>'}
    refused = eve.post(address, sent | unsafe)
    assert "cannot be printed" in text_of(refused)
    sent = fields_of(refused, "act-form")
    assert (sent[answer], "fourteen" in sent[words][0]) == (["written"], True)
    eve.post(address, sent | {words: "<p>Many ships, fourteen, came.</p>"})
    piece.refresh_from_db()
    assert piece.body == "<p>Many ships, fourteen, came.</p><p>They left soon.</p>"
    (decided,) = LedgerEntry.objects.get(act=Act.SETTLE_CORRECTION).after["decided"]
    assert (decided["stays"], decided["words"]) == ("written", "<p>Many ships, fourteen, came.</p>")
    assert "decided: both stay, joined by hand" in text_of(
        eve.get(f"/admin/articles/article/{piece.pk}/history/")
    )
    assert "would undo" not in text_of(eve.get(act_page(piece, "publish")))


@pytest.mark.usefixtures("piece")
def test_a_correction_that_is_decided_is_asked_no_more(eve: Client, piece: Article) -> None:
    saved(piece, at=timezone.now())
    page = eve.get(act_page(piece, "settle_correction"))
    (answer,) = re.findall(r'name="(passage-\w+)" value="waiting"', page.content.decode())
    eve.post(act_page(piece, "settle_correction"), fields_of(page, "act-form") | {answer: "waiting"})
    assert "There is nothing to decide" in text_of(eve.get(act_page(piece, "settle_correction")))
    assert act_page(piece, "settle_correction") not in eve.get(change_page(piece)).content.decode()
    assert "would undo" not in text_of(eve.get(act_page(piece, "publish")))

"""What a preview shows is what publishing gives, for pieces made at random: page, feed item, card."""

import datetime as dt
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import acts
from articles.models import Article, Edition
from articles.press.proof import make_proof
from desk.pages import public_page
from desk.previews.looks import feed_document, in_a_search, on_a_card
from reading.cards.keeping import card_words
from reading.feeds.formats import item_source
from reading.feeds.items import feed_item
from reading.feeds.kinds import KINDS
from reading.piece.article import article_document, article_page
from reading.site import house_of, load_house_by_key
from tests.articles.random_pieces import RandomPieces
from tests.conftest import NOW
from tests.desk.pages import form_of
from tests.factories import StandingNoticeFactory, saved

pytestmark = pytest.mark.long

PIECES = 100


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> dt.datetime:
    """The clock of both doors, stopped at the database's."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    return NOW


def looks(edition: Edition) -> tuple[object, ...]:
    """All that the page of previews shows beside the page itself."""
    site = load_house_by_key(house_of(edition), NOW)
    title = article_page(edition).title
    item = feed_item(edition, site, NOW)
    sources = tuple(item_source(item, kind.ending, site.language) for kind in KINDS)
    return (
        vars(item), feed_document(item), sources, card_words(edition),
        on_a_card(edition, title), in_a_search(edition, title),
    )  # fmt: skip


def publish_and_compare(client: Client, article: Article, eve: Client | None = None) -> None:
    """Compare what a proof shows with what publishing gives; with a browser of an editor, at the desk's door too."""
    revision = saved(article, at=NOW)
    preview = eve and eve.get(reverse("admin:articles_article_preview", args=[article.pk]))
    proof = make_proof(revision, at=NOW).edition
    before = (article_document(proof, load_house_by_key(house_of(proof), NOW), NOW), *looks(proof))
    had = Edition.objects.filter(article=article).exists()
    edition = acts.publish(
        article, revision=revision, by=None, at=NOW, change="minor" if had else None, without_text=True
    )
    assert looks(edition) == before[1:]
    page = client.get(edition.permalink.path)
    assert (page.status_code, page.content.decode()) == (200, before[0])
    assert preview is None or preview.content == public_page(edition, NOW).content


def test_a_hundred_pieces_are_published_byte_for_byte_as_their_previews_showed_them(
    eve: Client, client: Client, desk: Any, stopped: dt.datetime
) -> None:
    """Every fourth is corrected and changed once it is out, so that its next preview carries a notice."""
    StandingNoticeFactory(institution=desk)
    random_pieces = RandomPieces(11)
    for number in range(PIECES):
        article = random_pieces.piece()
        publish_and_compare(client, article)
        if number % 4 == 0:
            words = acts.NoticeDraft("correction", wrong="It said two.", right="There are three.")
            acts.correct(article, changes={"dek": "Three."}, notice=words, by=None, at=NOW)
            random_pieces.edit(article)
            random_pieces.rewrite(article)
            publish_and_compare(client, article, eve)
    newest = Edition.objects.live(NOW).order_by("-ordered_at", "-article_id")[0]
    for kind, source in zip(KINDS, looks(newest)[2], strict=True):
        assert source.startswith(("<", "  {"))
        assert source in client.get(f"/feed.{kind.ending}").content.decode(), kind


def test_the_page_of_previews_shows_each_look_and_leaves_the_bytes_alone(eve: Client, desk: Any) -> None:
    article = RandomPieces(5).piece()
    Article.objects.filter(pk=article.pk).update(
        headline="T" * 80, lead_picture=None, lead_alt="", lead_caption=""
    )
    saved(Article.objects.get(pk=article.pk), at=NOW)
    shown = eve.get(reverse("admin:articles_article_previews", args=[article.pk]))
    html = shown.content.decode()
    assert html.count('class="item-source"') == 3
    for look in ("page", "feed", "card", "search", "paper"):
        assert f'href="#{look}"' in html
        assert f'<section id="{look}"' in html
    assert "this one has <strong>80</strong> and is cut" in html
    card = eve.get(reverse("admin:articles_article_preview_card", args=[article.pk]))
    assert (card.status_code, card.content[:4]) == (200, b"\x89PNG")
    assert (
        eve.get(
            reverse("admin:articles_article_previews", args=[article.pk]), {"version": "scheduled"}
        ).status_code
        == 404
    )


def test_what_is_typed_is_shown_in_each_look_and_not_kept(eve: Client, desk: Any) -> None:
    article = RandomPieces(5).piece()
    saved(article, at=NOW)
    form = form_of(eve, article) | {"headline": "Typed “only”", "_previews": "1"}
    shown = eve.post(reverse("admin:articles_article_typed_preview", args=[article.pk]), form)
    html = shown.content.decode()
    assert "Typed “only”" in unescape(html.split('srcdoc="')[1].split('"')[0])
    assert 'href="#paper"' in html
    assert article.revisions.count() == 1

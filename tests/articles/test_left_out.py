"""Leaving a piece out of a place: gone from there and from nowhere else, with its page as it was."""

import pytest

from articles import acts
from articles.models import Article, Edition
from articles.press.reasons import explain
from articles.states import Surface
from reading.fed_pieces import corrected_pieces, fed_pieces
from tests.factories import ArticleFactory, published, saved

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("surface", Surface)
def test_a_piece_left_out_of_one_place_stays_in_all_others(desk, now, surface):
    edition = published(ArticleFactory(**{f"is_left_out_of_{surface.value}": True}), at=now)
    assert edition.left_out_of == [surface.value]
    shown = {place for place in Surface if Edition.objects.shown_in(place, now).exists()}
    assert shown == set(Surface) - {surface}
    assert (edition.search_policy == "noindex") == (surface == Surface.ROBOTS)
    assert fed_pieces(now).exists() == (surface != Surface.FEEDS)
    assert not corrected_pieces(now)
    (reason,) = [line for line in explain(edition) if line.part == "Not shown in"]
    assert reason.text == surface.in_words


def test_a_change_of_place_alone_is_a_new_edition_and_a_retraction_keeps_it(desk, now, clock):
    edition = published(at=now)
    assert edition.left_out_of == []
    Article.objects.update(is_left_out_of_lists=True, is_left_out_of_robots=True)
    again = published(edition.article, at=now)
    assert again.pk != edition.pk
    acts.retract(edition.article, text="Its numbers were wrong.", issued_by="the authors", by=None, at=now)
    stone = Edition.objects.live(now).get()
    assert (stone.form, stone.left_out_of, stone.search_policy) == (
        "retraction",
        ["lists", "robots"],
        "noindex",
    )
    assert saved(edition.article, at=now).content["is_left_out_of_lists"]


def test_what_is_left_out_of_front_pages_or_lists_is_not_there(client, desk, now, monkeypatch):
    monkeypatch.setattr("reading.public_view.now", lambda: now)
    kept_off = ArticleFactory(is_left_out_of_home=True, slug="quiet", headline="A quiet headline")
    published(kept_off, at=now)
    assert "A quiet headline" not in client.get("/").content.decode()
    assert "A quiet headline" in client.get("/articles/quiet/").content.decode()
    assert "A quiet headline" in client.get("/feed.rss").content.decode()

"""One word for one thing on the desk's screens: a piece, never an article; people, never authors."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models.topic import topics_named
from tests.desk.pages import change_page, text_of
from tests.factories import ArticleFactory, AuthorFactory, saved


def words_of(client: Client, address: str) -> str:
    """A page's words in small letters; the web address of pieces, which begins with /articles/, is no word."""
    return text_of(client.get(address)).lower().replace("/articles/", "")


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/articles/",
        "/admin/articles/article/",
        "/admin/articles/article/?_popup=1",
        "/admin/articles/article/add/",
        "/admin/articles/reprint/",
        "/admin/articles/reprint/add/",
        "/admin/articles/batch/new/",
    ],
)
def test_a_piece_is_called_a_piece_on_every_page(address: str, paul: Client) -> None:
    words = words_of(paul, address)
    assert "piece" in words
    assert "article" not in words


def test_a_saved_piece_is_called_a_piece_on_its_own_pages(paul: Client, now: Any) -> None:
    article = ArticleFactory(headline="Tides of paper")
    saved(article, at=now)
    history = reverse("admin:articles_article_history", args=[article.pk])
    for address in (change_page(article), history):
        assert "article" not in words_of(paul, address)


def test_a_person_is_called_a_person(paul: Client) -> None:
    author = AuthorFactory(display_name="Ida Quay")
    assert "People" in text_of(paul.get("/admin/"))
    for address in ("", "add/", f"{author.pk}/change/"):
        words = text_of(paul.get(f"/admin/authors/author/{address}"))
        assert "People" in words
        assert not [word for word in ("Add author", "Change author", "Authors") if word in words]


def test_an_address_is_called_an_address_in_the_form_of_a_topic(eve: Client, desk: Any) -> None:
    [topic] = topics_named(["Harbours"])
    for address in ("", "add/", f"{topic.pk}/change/"):
        words = words_of(eve, f"/admin/articles/topic/{address}")
        assert "web address" in words, address
        assert "slug" not in words, address


def test_pieces_come_first_on_the_front_page(paul: Client) -> None:
    apps = paul.get("/admin/").context_data["app_list"]
    assert [app["app_label"] for app in apps] == ["articles", *sorted_by_name(apps[1:])]


def sorted_by_name(apps: list[dict[str, Any]]) -> list[str]:
    return [app["app_label"] for app in sorted(apps, key=lambda app: app["name"].lower())]

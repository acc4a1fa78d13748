"""What an author is told of pieces they may not open: that there is one, never what it is called."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from lxml import html

from articles import acts
from articles.models import Article
from tests.desk.pages import ADD, form_of, text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    KindFactory,
    published,
    saved,
)

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("blank_form")]

LIST = "/admin/articles/article/"
INTAKE = f"{LIST}new-from-a-text/"
SECRET = "Zephyr dossier"
UNNAMED = "a piece you may not open"
PLACE = "https://lantern.example/2020/tides"


def slug_taken(client: Client, slug: str, **facts: Any) -> Any:
    typed = {"headline": "Other", "body": "<p>Text.</p>", "slug": slug, "_continue": "Save"} | facts
    response = client.post(ADD, form_of(client) | typed)
    assert response.status_code == 200
    return response


def hand_in(client: Client, text: str) -> Any:
    response = client.post(INTAKE, {"text": text})
    assert response.status_code == 200
    return response


def fields_of_intake(response: Any) -> dict[str, str]:
    (form,) = html.fromstring(response.content.decode()).xpath("//div[@id='content-main']//form")
    return {name: value for name, value in form.form_values() if name != "file" and value is not None}


def test_an_address_of_a_scheduled_piece_names_it_only_to_those_who_may_open_it(
    ada: Client, eve: Client, now: dt.datetime
) -> None:
    later = timezone.now() + dt.timedelta(days=9)
    published(headline=SECRET, slug="tides", at=now, live_from=later)
    said = text_of(slug_taken(ada, "tides"))
    assert f"This web address belongs to {UNNAMED}." in said
    assert SECRET not in said
    assert f"belongs to “{SECRET}”" in text_of(slug_taken(eve, "tides"))


def test_a_page_of_the_site_cannot_take_the_address_of_another_or_of_a_list(
    eve: Client, now: dt.datetime
) -> None:
    kind = KindFactory(code="page", genre="page")
    published(headline="About us", slug="about", kind=kind, at=now)
    assert "belongs to “About us”" in text_of(slug_taken(eve, "about", kind=kind.pk))
    assert "“/topics/” is kept for another page" in text_of(slug_taken(eve, "topics", kind=kind.pk))


def test_an_address_of_a_live_piece_names_it_as_readers_know_it(
    ada: Client, eve: Client, now: dt.datetime
) -> None:
    article = published(headline="In print", slug="tides", at=now).article
    Article.objects.filter(pk=article.pk).update(headline=SECRET)
    assert "belongs to “In print”" in text_of(slug_taken(ada, "tides"))
    assert f"belongs to “{SECRET}”" in text_of(slug_taken(eve, "tides"))


def test_an_address_of_a_piece_taken_from_readers_is_named_no_more(ada: Client, now: dt.datetime) -> None:
    article = published(headline=SECRET, slug="tides", at=now).article
    acts.unpublish(article, by=None, at=timezone.now(), reason="Wrong")
    assert UNNAMED in text_of(slug_taken(ada, "tides"))


def test_authors_are_told_the_name_of_their_own_piece(
    ada: Client, author_user: User, now: dt.datetime
) -> None:
    own = BylineFactory(
        author=AuthorFactory(user=author_user), article__headline="Mine", article__slug="tides"
    )
    published(own.article, at=now, live_from=timezone.now() + dt.timedelta(days=9))
    assert "belongs to “Mine”" in text_of(slug_taken(ada, "tides"))


@pytest.mark.parametrize("by_headline", [True, False])
def test_a_text_like_a_piece_of_somebody_else_leads_nowhere(
    by_headline: bool, ada: Client, eve: Client, now: dt.datetime
) -> None:
    article = ArticleFactory(headline=SECRET)
    if not by_headline:
        AppearanceFactory(article=article, headline="Who pays for the pier?", url=PLACE)
    saved(article, at=now)
    headline = SECRET.upper() if by_headline else "Who pays for the pier?"
    text = f"{headline}\n\nBy Mats Holm\n\nEvery port keeps two clocks, and neither of them tells the truth."
    page = hand_in(ada, text)
    assert f"This looks like {UNNAMED}." in text_of(page)
    assert SECRET not in text_of(page)
    assert f"{LIST}{article.pk}/" not in page.content.decode()
    page = hand_in(eve, text)
    assert UNNAMED not in text_of(page)
    assert f"{LIST}{article.pk}/change/" in page.content.decode()


def test_a_text_somebody_else_brought_in_is_not_shown_to_whoever_brings_it_again(
    ada: Client, eve: Client
) -> None:
    text = f"{SECRET}\n\nBy Mats Holm\n\nEvery port keeps two clocks, and neither of them tells the truth."
    assert eve.post(INTAKE, fields_of_intake(hand_in(eve, text))).status_code == 302
    article = Article.objects.get()
    Article.objects.filter(pk=article.pk).update(headline="Named afterwards")
    page = hand_in(ada, text)
    assert f"This very text is on the desk already: {UNNAMED}." in text_of(page)
    assert "Named afterwards" not in page.content.decode()
    assert f"{LIST}{article.pk}/" not in page.content.decode()
    assert "Named afterwards" in text_of(hand_in(eve, text))


def test_the_list_offers_topics_and_languages_of_ones_own_pieces_only(
    ada: Client, eve: Client, author_user: User
) -> None:
    ArticleFactory(language="de", topics=[SECRET])
    ArticleFactory(language="en", topics=["Harbours"])
    for person in (author_user, None):
        article = ArticleFactory(language="fr", topics=["Lighthouses"])
        BylineFactory(article=article, author=AuthorFactory(user=person))
    shown = text_of(ada.get(LIST))
    assert SECRET not in shown
    assert "German" not in shown
    for word in (SECRET, "Harbours", "Lighthouses", "German", "French"):
        assert word in text_of(eve.get(LIST)), word


@pytest.mark.parametrize(
    "page",
    [
        "act/correct/",
        "act/correct/preview/",
        "act/take_down/",
        "act/put_back/",
        "act/reissue/",
        "stood/",
        "rights/",
    ],
)
def test_no_page_of_an_act_opens_a_piece_of_others_nor_names_it(
    ada: Client, now: dt.datetime, page: str
) -> None:
    place = AppearanceFactory(article__headline=SECRET)
    published(place.article, at=now)
    address = f"{LIST}{place.article_id}/{page}" + (f"{place.key}/" if page == "rights/" else "")
    for answer in (
        ada.get(address, follow=True),
        ada.post(address, {"act": "withdraw_rights"}, follow=True),
    ):
        assert answer.status_code in (403, 404, 405) or "may not open it" in text_of(answer)
        assert SECRET not in answer.content.decode()
    for lists in (
        "/admin/articles/article/permissions/",
        "/admin/articles/batch/new/",
        "/admin/articles/batch/",
    ):
        assert SECRET not in ada.get(lists).content.decode()

"""An address of an original belongs to one piece in each language, unless an editor says why it is another."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, LedgerEntry, Revision
from tests.conftest import NOW
from tests.desk.pages import ADD, change_page, fields_of, form_of, row, rows, text_of
from tests.factories import AppearanceFactory, AuthorFactory, BylineFactory, published, saved
from tests.kept import kept

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("blank_form")]

ADDRESS = "https://lantern.example/2020/tides"
STOPPED = "This is the original of"
WORD = "This is another piece, because"


def with_original(client: Client, url: str = ADDRESS, relation: str = "original", **typed: Any) -> Any:
    """A new piece whose row says that its original stands at an address."""
    place = row(
        "appearances", 0, relation=relation, precision="day", expert_role="wrote", outlet_name="Gull", url=url
    )
    form = form_of(client) | {
        "headline": "The second",
        "body": "<p>Text.</p>",
        **rows("appearances", 1),
        **place,
    }
    return client.post(ADD, form | typed | {"_continue": "Save"})


@kept
def first(desk: Any) -> Article:
    article: Article = AppearanceFactory(url=ADDRESS, article__headline="The first").article
    saved(article, at=NOW)
    return article


@pytest.mark.parametrize(
    "same",
    [
        ADDRESS,
        ADDRESS + "/",
        ADDRESS + "?utm_source=letter",
        ADDRESS + "#top",
        "https://LANTERN.example/2020/tides",
        "https://lantern.example:443/2020/tides",
    ],
)
def test_a_second_piece_is_stopped_with_a_link_to_the_first(same: str, eve: Client, first: Article) -> None:
    response = with_original(eve, same)
    assert f"{STOPPED} “The first” already, in the same language" in text_of(response)
    assert f'href="{change_page(first)}"' in response.content.decode()
    assert fields_of(response)["appearances-0-url"] == [same]
    assert Article.objects.count() == 1


@pytest.mark.parametrize("relation", ["version", "excerpt", "translation", "also"])
def test_what_claims_to_be_no_original_passes(relation: str, eve: Client, first: Article) -> None:
    assert with_original(eve, relation=relation).status_code == 302


def test_another_address_another_language_and_a_piece_never_saved_pass(eve: Client, first: Article) -> None:
    AppearanceFactory(url="https://lantern.example/never-saved")
    assert with_original(eve, "https://lantern.example/2020/tides-2").status_code == 302
    assert with_original(eve, "https://lantern.example/never-saved").status_code == 302
    assert with_original(eve, language="de").status_code == 302


def test_an_editor_says_why_it_is_another_piece_and_the_word_is_kept(
    eve: Client, editor: User, first: Article
) -> None:
    stopped = with_original(eve)
    assert WORD in text_of(stopped)
    assert WORD not in text_of(eve.get(ADD))
    kept = fields_of(stopped) | {"another_piece": "It is the second half", "_continue": "Save"}
    passed = eve.post(ADD, kept)
    assert passed.status_code == 302, text_of(passed)
    revision = Revision.objects.exclude(article=first).get()
    assert revision.label == "Another piece: It is the second half"
    assert (revision.saved_by, LedgerEntry.objects.get(revision=revision).actor) == (editor, editor)
    article = revision.article
    assert "It is the second half" in text_of(eve.get(f"{change_page(article)[:-7]}version/1/"))
    later = eve.post(change_page(article), form_of(eve, article) | {"dek": "New", "_continue": "Save"})
    assert later.status_code == 302, "what was let through once is asked again"
    assert Revision.objects.get(article=article, number=2).label == ""


def test_an_author_s_word_is_no_editor_s(ada: Client, author_user: User, first: Article) -> None:
    response = with_original(ada, another_piece="I say so")
    words = text_of(response)
    assert f"{STOPPED} a piece you may not open already" in words
    assert "The first" not in words
    assert change_page(first) not in response.content.decode()
    assert WORD not in words
    assert Article.objects.count() == 1


def test_an_author_is_led_to_a_piece_of_their_own(ada: Client, author_user: User, now: dt.datetime) -> None:
    own = BylineFactory(author=AuthorFactory(user=author_user), article__headline="Mine").article
    AppearanceFactory(article=own, url=ADDRESS)
    published(own, at=now)
    response = with_original(ada)
    assert f"{STOPPED} “Mine”" in text_of(response)
    assert f'href="{change_page(own)}"' in response.content.decode()


def test_a_headline_with_markup_stays_words(eve: Client, now: dt.datetime) -> None:
    article = AppearanceFactory(url=ADDRESS, article__headline="<b>Loud</b> & <script>").article
    saved(article, at=now)
    page = with_original(eve).content.decode()
    assert "&lt;b&gt;Loud&lt;/b&gt; &amp; &lt;script&gt;" in page
    assert "<b>Loud" not in page


def test_a_piece_may_move_to_a_language_where_the_address_is_free_and_not_back(
    eve: Client, first: Article
) -> None:
    with_original(eve, language="de")
    article = Article.objects.get(language="de")
    back = form_of(eve, article) | {"language": "en", "_continue": "Save"}
    assert STOPPED in text_of(eve.post(change_page(article), back))
    assert Article.objects.get(pk=article.pk).language == "de"

"""The form for a new piece, sent twice, makes one piece."""

import threading
import uuid
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from lxml import html

from articles.models import Article, Revision
from desk.manuscript.sent_forms import MadeOnce
from desk.models.sent_form import FORM_KEY, SentForm
from desk.pages import DeskPage
from tests.desk.pages import ADD, change_page, fields_of, form_of, row, rows, text_of
from tests.factories import ArticleFactory, AuthorFactory, saved

pytestmark = pytest.mark.long


@pytest.fixture
def filled(eve: Client) -> dict[str, Any]:
    """A new piece, typed and not sent yet."""
    return form_of(eve) | {
        "headline": "Tides of paper", "dek": "On forms", "body": "<p>Paper comes in.</p>", "tags": "Harbours",
        **rows("bylines", 1), **row("bylines", 0, author=AuthorFactory().pk, role="author"), "_continue": "Save",
    }  # fmt: skip


def test_an_add_form_sent_twice_makes_one_draft(eve: Client, filled: dict[str, Any]) -> None:
    first, second = (eve.post(ADD, filled) for _ in range(2))
    article = Article.objects.get()
    assert first.url == second.url == change_page(article)
    assert Revision.objects.count() == 1
    assert "There is no second one." in text_of(eve.get(second.url))


def test_a_new_piece_made_from_another_by_two_clicks_is_one(eve: Client, editor: User, now: Any) -> None:
    piece = ArticleFactory(headline="Tides")
    saved(piece, at=now, by=editor)
    address = DeskPage.DUPLICATE.address(piece.pk)
    key = html.fromstring(eve.get(address).content.decode()).xpath("//input[@name='form_key']/@value")[0]
    first, second = (eve.post(address, {FORM_KEY: key}) for _ in range(2))
    copy = Article.objects.exclude(pk=piece.pk).get()
    assert first.url == second.url == change_page(copy)
    eve.post(address, {FORM_KEY: str(uuid.uuid4())})
    assert Article.objects.count() == 3


def test_save_back_and_save_after_a_change_is_a_new_version_of_the_same_piece(
    eve: Client, filled: dict[str, Any]
) -> None:
    eve.post(ADD, filled)
    person = AuthorFactory()
    more = {**rows("bylines", 2), **row("bylines", 1, author=person.pk, role="author")}
    again = eve.post(ADD, filled | more | {"dek": "On all forms", "tags": "Harbours, Ships"})
    article = Article.objects.get()
    assert again.url == change_page(article)
    content = Revision.objects.get(number=2).content
    assert (content["dek"], content["topics"]) == ("On all forms", ["harbours", "ships"])
    assert [line["author_id"] for line in content["bylines"]][1:] == [person.pk]
    assert article.bylines.count() == 2


def test_save_back_and_save_after_others_went_on_is_merged_on_the_conflict_page(
    eve: Client, filled: dict[str, Any]
) -> None:
    eve.post(ADD, filled)
    article = Article.objects.get()
    eve.post(change_page(article), form_of(eve, article) | {"headline": "Tides of ink", "_continue": "Save"})
    assert eve.post(ADD, filled).url == change_page(article)
    page = eve.post(ADD, filled | {"dek": "On all forms"})
    assert page.status_code == 409
    assert f'action="{change_page(article)}"' in page.content.decode()
    kept = fields_of(page)
    assert (kept["headline"], kept["dek"]) == (["Tides of ink"], ["On all forms"])
    assert eve.post(change_page(article), kept | {"_continue": "Save"}).status_code == 302
    assert Article.objects.count() == 1


def test_what_a_form_lost_on_the_way_back_is_not_taken_for_deleted(
    eve: Client, filled: dict[str, Any], now: Any
) -> None:
    filled |= {
        **rows("bylines", 2), "bylines-0-bio": "A bio.",
        **row("bylines", 1, author=AuthorFactory().pk, role="author"),
        **rows("disclosures", 1), **row("disclosures", 0, subject="funding", answer="none"),
    }  # fmt: skip
    made = eve.post(ADD, filled)
    assert made.status_code == 302
    article = Article.objects.get()
    first = Revision.objects.get().content
    drawn_anew = {
        name: value for name, value in filled.items() if not name.startswith(("bylines-1-", "disclosures-0-"))
    }
    drawn_anew |= {
        "drawn_anew": "1",
        "tags": "",
        "bylines-0-author": "",
        **rows("bylines", 1),
        **rows("disclosures", 0),
    }

    assert eve.post(ADD, drawn_anew).url == change_page(article)
    assert Revision.objects.count() == 1
    assert eve.post(ADD, drawn_anew | {"dek": "On all forms"}).url == change_page(article)
    assert Revision.objects.get(number=2).content == first | {"dek": "On all forms"}

    page = eve.post(ADD, drawn_anew | {"headline": "Tides of ink"})  # others went on meanwhile
    assert page.status_code == 409
    assert eve.post(change_page(article), fields_of(page) | {"_continue": "Save"}).status_code == 302
    expected = first | {"dek": "On all forms", "headline": "Tides of ink"}
    assert Revision.objects.get(number=3).content == expected


def test_a_topic_emptied_in_a_form_that_is_sent_again_stays_away(eve: Client, filled: dict[str, Any]) -> None:
    """Nothing is lost on the way back to a form that the browser has kept as it was."""
    eve.post(ADD, filled)
    eve.post(ADD, filled | {"tags": ""})
    content = Revision.objects.get(number=2).content
    assert content["topics"] == []


def test_a_row_removed_in_a_form_that_is_sent_again_stays_removed(
    eve: Client, filled: dict[str, Any]
) -> None:
    eve.post(ADD, filled)
    eve.post(ADD, filled | {"bylines-0-DELETE": "on"})
    assert Revision.objects.get(number=2).content["bylines"] == []


def test_back_to_a_form_that_made_a_piece_leads_to_the_piece(
    eve: Client, ada: Client, filled: dict[str, Any]
) -> None:
    asked = f"{ADD}?form_key={filled['form_key'][0]}"
    assert eve.head(asked).status_code == eve.get(asked).status_code == 200
    eve.post(ADD, filled)
    assert eve.head(asked).status_code == 204
    went = eve.get(asked, follow=True)
    assert went.redirect_chain == [(change_page(Article.objects.get()), 302)]
    assert text_of(went).count("There is no second one.") == 1
    assert ada.head(asked).status_code == 200  # not hers


def test_a_refused_change_of_a_form_sent_again_goes_on_at_the_piece(
    eve: Client, filled: dict[str, Any]
) -> None:
    eve.post(ADD, filled)
    page = eve.post(ADD, filled | {"slug": "Not A Slug"})
    assert page.status_code == 200
    assert f'action="{change_page(Article.objects.get())}"' in page.content.decode()
    assert fields_of(page)["slug"] == ["Not A Slug"]


def test_a_form_that_the_browser_drew_anew_is_known_by_what_it_says(
    eve: Client, filled: dict[str, Any]
) -> None:
    eve.post(ADD, filled)
    again = eve.post(ADD, filled | {"form_key": fields_of(eve.get(ADD))["form_key"]})
    assert again.url == change_page(Article.objects.get())
    assert Revision.objects.count() == 1


def test_two_forms_make_two_pieces(eve: Client, filled: dict[str, Any]) -> None:
    eve.post(ADD, filled)
    eve.post(ADD, filled | {"form_key": fields_of(eve.get(ADD))["form_key"], "headline": "Another"})
    assert Article.objects.count() == 2


def test_the_buttons_of_a_form_sent_again_lead_where_they_always_lead(
    eve: Client, filled: dict[str, Any]
) -> None:
    eve.post(ADD, filled)
    article = Article.objects.get()
    del filled["_continue"]
    assert eve.post(ADD, filled | {"_act": "publish"}).url.endswith(f"{article.pk}/act/publish/")
    assert eve.post(ADD, filled | {"_save": "1"}).url == "/admin/articles/article/"


def test_a_preview_and_the_panel_do_not_use_up_the_form_nor_try_to(
    eve: Client, filled: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as guarded:
        guarded.setattr(SentForm, "save", None)  # it would meet that of a save at the same moment
        for page in ("preview/", "effective/?part"):
            assert eve.post(f"{ADD}{page}", filled).status_code == 200
    assert eve.post(ADD, filled).status_code == 302


@pytest.mark.parametrize("key", ["", "no key", "9" * 40])
def test_a_form_without_a_key_makes_a_piece(key: str, eve: Client, filled: dict[str, Any]) -> None:
    assert eve.post(ADD, filled | {"form_key": key}).status_code == 302
    assert Article.objects.count() == 1


def test_anothers_form_key_opens_nothing_of_theirs(ada: Client, eve: Client, filled: dict[str, Any]) -> None:
    eve.post(ADD, filled)
    again = ada.post(ADD, filled | {"headline": "Ada’s"})
    assert again.status_code == 302
    assert sorted(Article.objects.values_list("headline", flat=True)) == ["Ada’s", "Tides of paper"]


def test_a_form_whose_piece_was_made_while_it_was_read_makes_no_second_one(
    eve: Client, filled: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    eve.post(ADD, filled)
    look, looks = MadeOnce._made_by_form, []

    def too_early(*asked: Any) -> Article | None:
        looks.append(asked)
        return look(*asked) if len(looks) > 1 else None

    monkeypatch.setattr(MadeOnce, "_made_by_form", too_early)
    again = eve.post(ADD, filled | {"dek": "On all forms"})
    assert again.url == change_page(Article.objects.get())
    assert Revision.objects.get(number=2).content["dek"] == "On all forms"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("second_dek", ["On forms", "On all forms"])
def test_an_add_form_sent_twice_at_the_same_moment_makes_one_draft(second_dek: str, editor: User) -> None:
    client = Client()
    client.force_login(editor)
    form = form_of(client) | {
        "headline": "Tides",
        "body": "<p>Paper.</p>",
        "dek": "On forms",
        "_continue": "1",
    }
    gate, answers = threading.Barrier(2), [0, 0]

    def send(n: int) -> None:
        try:
            other = Client()
            other.cookies = client.cookies
            gate.wait()
            answers[n] = other.post(ADD, form | ({"dek": second_dek} if n else {})).status_code
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [302, 302]
    article = Article.objects.get()
    saved = list(Revision.objects.filter(article=article).values_list("content__dek", flat=True))
    assert sorted(saved) == sorted({"On forms", second_dek})

"""An author's work reaches the desk: handed in with a word, waiting, taken over, returned with a word."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml import html

from articles import acts
from articles.models import Article, DeskState
from tests.conftest import NOW
from tests.desk.pages import ADD, act_page, change_page, fields_of, form_of, text_of
from tests.factories import AuthorFactory, BylineFactory, saved
from tests.kept import kept

pytestmark = pytest.mark.long

LIST = "/admin/articles/article/"


@kept
def piece(desk: Any) -> Article:
    ada = User.objects.get(username="ada")
    article: Article = BylineFactory(
        author=AuthorFactory(user=ada, display_name="Ada Alder"), article__headline="Tides of paper"
    ).article
    saved(article, at=NOW, by=ada)
    return article


def do(client: Client, article: Article, act: str, **typed: str) -> Any:
    """Fill in the page of an act and confirm it."""
    address = act_page(article, act)
    return client.post(address, fields_of(client.get(address), "act-form") | typed, follow=True)


def desk_of(client: Client) -> str:
    return text_of(client.get("/admin/"))


def test_what_an_author_hands_in_waits_on_the_desk_of_every_editor(
    piece: Article, ada: Client, eve: Client, paul: Client
) -> None:
    said = text_of(do(ada, piece, "hand_in", reason="The vote is on Monday."))
    assert "“Tides of paper” is handed in: it waits for an editor." in said
    assert "Waiting for an editor. Version 1 was handed in by ada on" in said
    for client in (eve, paul):
        waiting = desk_of(client).partition("Waiting for an editor")[2].partition("My drafts")[0]
        assert "Tides of paper ada," in waiting
        assert "“The vote is on Monday.”" in waiting
    assert "Handed in Tides of paper" in desk_of(ada)


def test_a_word_comes_back_to_the_author_with_the_piece(piece: Article, ada: Client, eve: Client) -> None:
    do(ada, piece, "hand_in")
    said = text_of(do(eve, piece, "return", reason="Half as long, please."))
    assert "“Tides of paper” is returned to ada, with your word." in said
    returned = desk_of(ada).partition("Returned to me")[2].partition("My drafts")[0]
    assert "Tides of paper eve," in returned
    assert "“Half as long, please.”" in returned
    form = text_of(ada.get(change_page(piece)))
    assert "Returned to me. Version 1 came back from eve on" in form
    assert "“Half as long, please.”" in form


def test_a_piece_taken_over_is_in_one_editors_hands_and_everybody_sees_whose(
    piece: Article, ada: Client, eve: Client, paul: Client
) -> None:
    do(ada, piece, "hand_in")
    assert "stands under “With me” on your desk" in text_of(do(eve, piece, "take_over"))
    assert "With me Tides of paper" in desk_of(eve)
    assert "Nothing waits for an editor." in desk_of(paul)
    assert "Tides of paper with eve," in desk_of(ada)
    assert "With eve" in text_of(paul.get(LIST))


def test_saving_what_is_handed_in_keeps_it_handed_in_and_says_so(
    piece: Article, ada: Client, eve: Client
) -> None:
    do(ada, piece, "hand_in")
    page = ada.post(
        change_page(piece), form_of(ada, piece) | {"dek": "Shorter.", "_continue": "1"}, follow=True
    )
    assert "Saved as version 2. The piece is handed in and still waits for an editor" in text_of(page)
    do(eve, piece, "take_over")
    page = ada.post(
        change_page(piece), form_of(ada, piece) | {"dek": "Longer.", "_continue": "1"}, follow=True
    )
    assert "Saved as version 3. eve has this piece in hand and sees this version." in text_of(page)
    assert DeskState.objects.get().work == "in review"


def test_the_button_saves_what_is_typed_and_opens_the_page_of_the_hand_in(
    ada: Client, piece: Article
) -> None:
    page = ada.post(
        change_page(piece), form_of(ada, piece) | {"dek": "Typed.", "_act": "hand_in"}, follow=True
    )
    assert page.redirect_chain[-1][0] == act_page(piece, "hand_in")
    assert "Version 2 goes to the desk" in text_of(page)
    piece.refresh_from_db()
    assert piece.dek == "Typed."


def test_only_what_applies_is_offered(piece: Article, ada: Client, eve: Client, paul: Client) -> None:
    def offered(client: Client) -> set[str]:
        page = html.fromstring(client.get(change_page(piece)).content)
        links = {address.split("/")[-2] for address in page.xpath("//a/@href") if "/act/" in address}
        return (links | set(page.xpath("//button[@name='_act']/@value"))) & HANDING

    assert (offered(ada), offered(eve)) == ({"hand_in"}, {"hand_in"})
    do(ada, piece, "hand_in")
    assert (offered(ada), offered(eve)) == ({"take_back"}, {"take_over", "return"})
    do(eve, piece, "take_over")
    assert (offered(ada), offered(eve)) == (set(), {"return"})
    assert offered(paul) == {"take_over", "return"}
    do(eve, piece, "return", reason="shorter")
    assert (offered(ada), offered(paul)) == ({"hand_in"}, {"hand_in", "take_over"})


HANDING = {"hand_in", "take_back", "take_over", "return"}


def test_a_page_opened_before_somebody_else_acted_says_who_has_the_piece(
    piece: Article, ada: Client, eve: Client, editor: User
) -> None:
    do(ada, piece, "hand_in")
    address = act_page(piece, "take_back")
    opened = fields_of(ada.get(address), "act-form")
    do(eve, piece, "take_over")
    refused = text_of(ada.post(address, opened))
    assert "Take back is not possible: eve has taken this piece over." in refused


@pytest.mark.parametrize(
    ("work", "shown"),
    [("waiting", {"Waits"}), ("taken", {"Taken"}), ("mine", {"Taken"}), ("returned", {"Sent back"})],
)
def test_the_list_is_filtered_by_who_has_the_draft(
    work: str, shown: set[str], author_user: User, editor: User, eve: Client, now: dt.datetime
) -> None:
    pieces = {}
    for headline in ("Untouched", "Waits", "Taken", "Sent back"):
        pieces[headline] = BylineFactory(article__headline=headline).article
        saved(pieces[headline], at=now, by=author_user)
        if headline != "Untouched":
            acts.hand_in(pieces[headline], by=author_user, at=now)
    acts.take_over(pieces["Taken"], by=editor, at=now)
    acts.return_piece(pieces["Sent back"], by=editor, at=now, reason="shorter")
    page = html.fromstring(eve.get(LIST, {"work": work}).content)
    assert {
        row.text_content()
        for row in page.xpath("//*[@id='result_list']//*[contains(@class, 'field-headline_or_none')]")
    } == shown


def test_the_history_says_it_in_sentences_with_the_words(piece: Article, ada: Client, eve: Client) -> None:
    do(ada, piece, "hand_in", reason="For Monday.")
    do(eve, piece, "take_over")
    do(eve, piece, "return", reason="Half as long.")
    said = text_of(eve.get(f"{LIST}{piece.pk}/history/"))
    for sentence in (
        "Handed in version 1 (read it), by ada: “For Monday.”",
        "Took the piece over, by eve",
        "Returned version 1 to its author (read it), by eve: “Half as long.”",
    ):
        assert sentence in said


def test_an_author_opens_the_form_with_their_own_name_in_the_byline(
    author_user: User, ada: Client, eve: Client, desk: Any
) -> None:
    person = AuthorFactory(user=author_user)
    form = form_of(ada)
    assert form["bylines-0-author"] == [str(person.pk)]
    ada.post(ADD, form | {"headline": "Mine", "_continue": "1"})
    assert [row.author for row in Article.objects.get().bylines.all()] == [person]
    AuthorFactory(user=User.objects.get(username="eve"))
    assert fields_of(eve.get(ADD))["bylines-0-author"] == [""]


def test_an_author_may_take_their_name_out_of_the_byline(author_user: User, ada: Client, desk: Any) -> None:
    AuthorFactory(user=author_user)
    ada.post(ADD, form_of(ada) | {"headline": "Unsigned", "bylines-0-author": "", "_continue": "1"})
    assert not Article.objects.get().bylines.exists()

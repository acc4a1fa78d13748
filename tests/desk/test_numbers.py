"""Numbers that no record has, in addresses and forms: not found or refused, never a 500."""

from typing import Any

import pytest
from django.test import Client

from prose.keys import as_key
from tests.desk.manuscript.test_bad_input import KEPT, add
from tests.desk.pages import fields_of, form_of, row, rows, text_of
from tests.factories import ArticleFactory, saved

pytestmark = pytest.mark.long

LIST = "/admin/articles/article/"
ENDLESS = "9" * 5000


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("007", 7), ("9" * 18, 10**18 - 1), (7, 7)]
    + [(text, None) for text in ("", "-1", "+1", " 1", "1_0", "1.0", "x", "²", "٣", "9" * 19, ENDLESS, None)],
)
def test_a_key_is_a_number_in_plain_digits_that_a_record_can_have(text: object, number: int | None) -> None:
    assert as_key(text) == number


@pytest.mark.parametrize("number", ["9" * 9, "9" * 18, "9" * 19, ENDLESS])
@pytest.mark.parametrize(
    "address",
    ["change/", "history/", "preview/", "typed/", "delete/", "act/publish/", "version/1/", ""],
)
def test_an_address_with_a_number_no_piece_has_is_no_crash(address: str, number: str, eve: Client) -> None:
    for send in (eve.get, eve.post):
        assert send(f"{LIST}{number}/{address}").status_code in (302, 403, 404, 405)


@pytest.mark.parametrize("number", ["9" * 9, "9" * 18, "9" * 19, ENDLESS])
def test_a_number_of_a_version_or_page_that_is_not_there_is_no_crash(
    number: str, eve: Client, now: Any
) -> None:
    article = ArticleFactory()
    saved(article, at=now)
    assert eve.get(f"{LIST}{article.pk}/version/{number}/").status_code in (302, 404)
    assert eve.get(f"{LIST}{article.pk}/preview/", {"version": number}).status_code == 404
    assert eve.get(f"{LIST}{article.pk}/history/", {"p": number}).status_code == 200
    form = {"base": number, "version": number}
    assert eve.post(f"{LIST}{article.pk}/act/publish/", form).status_code in (200, 409)
    for name in ("kind__id__exact", "institution__id__exact", "p"):
        assert eve.get(LIST, {name: number}).status_code in (200, 302), name


FILLED = {
    "bylines": {"role": "author", "bio": "A bio."},
    "appearances": {"relation": "original", "precision": "day", "headline": "There"},
    "pinned_wordings": {"own_text": "Its own words."},
}
NUMBERED = [
    (prefix, name)
    for prefix, record in (("bylines", "author"), ("appearances", "outlet"), ("pinned_wordings", "wording"))
    for name in (record, "order", "id")
]


@pytest.mark.parametrize(("prefix", "name"), NUMBERED)
def test_a_number_without_end_in_a_row_is_no_crash(prefix: str, name: str, eve: Client, now: Any) -> None:
    typed = {**rows(prefix, 1), **row(prefix, 0, **{**FILLED[prefix], name: ENDLESS})}
    assert add(eve, typed).status_code in (200, 302)
    article = ArticleFactory(headline="Older")
    saved(article, at=now)
    late = form_of(eve, article) | KEPT | typed | {"base": "0", "_continue": "Save"}
    response = eve.post(f"{LIST}{article.pk}/change/", late)
    assert response.status_code == 409
    assert fields_of(response)["dek"] == [KEPT["dek"]]


@pytest.mark.parametrize("name", ["kind", "institution"])
def test_a_number_without_end_for_a_record_is_refused_and_compared(name: str, eve: Client, now: Any) -> None:
    assert "valid choice" in text_of(add(eve, {name: ENDLESS}))
    article = ArticleFactory(headline="Older")
    saved(article, at=now)
    late = form_of(eve, article) | KEPT | {name: ENDLESS, "base": "0"}
    assert eve.post(f"{LIST}{article.pk}/change/", late).status_code == 409

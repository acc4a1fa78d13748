"""Bad input is cleaned or refused with a sentence: never a 500, and nothing else that was typed is lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.models import Article, Revision, Topic
from authors.models import Author
from outlets.models import Outlet
from tests.desk.pages import ADD, act_page, fields_of, form_of, row, rows, text_of
from tests.factories import OutletFactory

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("blank_form")]

KEPT = {"dek": "A dek that must not be lost", "copyright_line": "© Somebody"}
PLACE = {**rows("appearances", 1), **row("appearances", 0, relation="original", precision="day")}
LONG = "https://example.org/" + "a" * 6000

CLEANED = [
    ("headline", "Nul\x00 and \x07bell", "Nul and bell"),
    ("headline", "Right\u202e to \u2066left\u2069\u200f", "Right to left"),
    ("headline", "]]> </script><script>alert(1)</script>", "]]> </script><script>alert(1)</script>"),
    ("headline", "潮の紙", "潮の紙"),
    ("headline", "Two\nlines\tand\u00a0spaces", "Two lines and spaces"),
    ("body", "<p>Nul\x00 ]]&gt; </p><script>alert(1)</script>", "<p>Nul ]]&gt;</p>"),
    ("body", '<p onclick="x()">A <a href="https://example.org/" onmouseover="x()">link</a></p>',
     '<p>A <a href="https://example.org/">link</a></p>'),
    ("body", "<p>Right\u202e to left\u202c</p>", "<p>Right to left</p>"),
    ("tags", "Har\x00bours, \u202eports", "Harbours"),
]  # fmt: skip
REFUSED = [
    ("headline", "x" * 401, "at most 400 characters"),
    ("slug", "Not A Slug", "small letters"),
    ("slug", "feed", "kept for pages of the site"),
    ("slug", "nul\x00", ""),
    ("first_published_on", "2020-02-30", "valid date"),
    ("first_published_on", "0001-01-01", "cannot be right"),
    ("first_published_on", "\x00", ""),
    ("body", "<div>" * 100_000, "at most"),
    ("body", "<div>" * 20_000 + "x", "deep"),
    ("body", '<p>A <a href="javascript:alert(1)">link</a></p>', "cannot be printed"),
    ("tags", "x" * 101, "at most 100 characters"),
    ("kind", "999999", "valid choice"),
    ("kind", "\x00", ""),
    ("language", "tlh", "valid choice"),
]
ADDRESSES = [
    ("javascript:alert(1)", "https:// or http://"),
    ("data:text/html,x", "https:// or http://"),
    ("https://user:secret@example.org/", "user name or password"),
    (LONG, "at most 2000 characters"),
    ("https://", "names no website"),
    ("https://exa mple.org", "character that does not belong"),
    ("https://example.org/\x00", ""),
    ("//example.org", "https:// or http://"),
]


def add(client: Client, typed: dict[str, Any]) -> Any:
    form = form_of(client) | {"headline": "A headline", "body": "<p>Text.</p>"} | KEPT | typed
    return client.post(ADD, form | {"_continue": "Save"})


@pytest.mark.parametrize(("field", "typed", "stored"), CLEANED)
def test_what_can_be_cleaned_is_stored_clean(field: str, typed: str, stored: str, eve: Client) -> None:
    response = add(eve, {field: typed})
    assert response.status_code == 302, text_of(response)
    content = Revision.objects.get().content
    found = Topic.objects.get(slug=content["topics"][0]).name if field == "tags" else content[field]
    assert found == stored
    assert content["dek"] == KEPT["dek"]
    article = Article.objects.get()
    assert eve.get(act_page(article, "publish")).status_code == 200
    eve.post(act_page(article, "publish"), {"version": "1"})
    page = Client().get(article.editions.get().permalink.path)
    assert page.status_code == 200
    assert b"<script>alert" not in page.content
    assert "\x00" not in page.content.decode()


@pytest.mark.parametrize(("field", "typed", "said"), REFUSED)
def test_what_cannot_be_taken_is_a_sentence_at_its_field(
    field: str, typed: str, said: str, eve: Client
) -> None:
    response = add(eve, {field: typed})
    assert response.status_code == 200
    page = response.content.decode()
    assert "errorlist" in page
    assert said in text_of(response)
    kept = fields_of(response)
    assert kept["dek"] == [KEPT["dek"]]
    assert kept["copyright_line"] == [KEPT["copyright_line"]]
    assert Article.objects.count() == 0


@pytest.mark.parametrize(("address", "said"), ADDRESSES)
def test_an_address_that_is_never_printed_is_refused(address: str, said: str, eve: Client) -> None:
    outlet = OutletFactory()
    response = add(eve, {**PLACE, **row("appearances", 0, outlet=outlet.pk, url=address)})
    assert response.status_code == 200, text_of(response)
    assert said in text_of(response)
    kept = fields_of(response)
    assert kept["dek"] == [KEPT["dek"]]
    assert kept["appearances-0-outlet"] == [str(outlet.pk)]
    assert Article.objects.count() == 0


@pytest.mark.parametrize(("address", "said"), ADDRESSES)
def test_an_outlet_s_own_address_is_held_to_the_same(address: str, said: str, eve: Client) -> None:
    page = eve.get(reverse("admin:outlets_outlet_add"))
    form = fields_of(page, "outlet_form") | {"name": "Lantern", "url": address}
    response = eve.post(reverse("admin:outlets_outlet_add"), form)
    assert response.status_code == 200
    assert said in text_of(response)
    assert fields_of(response, "outlet_form")["name"] == ["Lantern"]
    assert Outlet.objects.count() == 0


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"role": "author"}, ""),
        ({"role": "author", "bio": "A bio of nobody"}, "Choose a person"),
        ({"role": "nobody", "name": "N"}, "valid choice"),
        ({"author": "\x00"}, ""),
        ({"name": "x" * 201}, "at most 200"),
        ({"name": "N", "order": "-1"}, "greater than or equal to 0"),
        ({"name": "N", "order": "first"}, "whole number"),
    ],
)
def test_a_byline_that_makes_no_sense_is_said_and_opened(values: Any, said: str, eve: Client) -> None:
    response = add(eve, {**rows("bylines", 1), **row("bylines", 0, **({"role": "author"} | values))})
    if said == "" and response.status_code == 302:
        return  # an untouched row is no row
    assert response.status_code == 200
    assert said in text_of(response)
    assert fields_of(response)["dek"] == [KEPT["dek"]]


def test_a_byline_without_person_and_name_is_refused_where_it_stands(eve: Client) -> None:
    response = add(eve, {**rows("bylines", 1), **row("bylines", 0, role="editor")})
    assert "Choose a person, or open" in text_of(response)
    line = html.fromstring(response.content.decode()).get_element_by_id("bylines-0")
    assert line.xpath(
        ".//*[contains(@class, 'errors')][.//select[@name='bylines-0-author']][not(ancestor::details)]"
    )


def test_a_surrogate_that_no_browser_sends_is_cleaned(eve: Client) -> None:
    form = form_of(eve) | {"headline": "Lone MARK surrogate"}
    body = "&".join(
        f"{name}={value[0] if isinstance(value, list) else value}" for name, value in form.items()
    )
    raw = body.replace("MARK", "%ED%A0%80").replace(" ", "+")
    response = eve.post(ADD, raw, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 302, text_of(response)
    assert "\ud800" not in Revision.objects.get().content["headline"]


def test_two_pieces_cannot_claim_one_address(eve: Client, now: Any) -> None:
    add(eve, {"slug": "tides"})
    first = Article.objects.get()
    eve.post(act_page(first, "publish"), {"version": "1"})
    response = add(eve, {"slug": "tides"})
    assert "belongs to “A headline”" in text_of(response)


@pytest.mark.parametrize("term", ["\x00", "%", "'", "\u202e", "x" * 5000])
def test_a_picker_s_search_takes_anything(term: str, eve: Client) -> None:
    for model, field in (("byline", "author"), ("appearance", "outlet")):
        query = {"term": term, "app_label": "articles", "model_name": model, "field_name": field}
        assert eve.get("/admin/autocomplete/", query).status_code == 200


@pytest.mark.parametrize("management", ["", "x", "-1", "99999999"])
def test_a_broken_form_is_no_crash(management: str, eve: Client) -> None:
    response = eve.post(ADD, form_of(eve) | {"headline": "A", "bylines-TOTAL_FORMS": management})
    assert response.status_code in (200, 302)


@pytest.mark.parametrize("name", ["Ana\x00 Díaz", "\u202eAna", "</script>", "潮", "]]>"])
def test_a_person_s_name_gets_an_address_whatever_it_is(name: str, eve: Client) -> None:
    page = eve.get(reverse("admin:authors_author_add"))
    response = eve.post(
        reverse("admin:authors_author_add"), fields_of(page, "author_form") | {"display_name": name}
    )
    assert response.status_code == 302, text_of(response)
    assert Author.objects.get().slug


def test_more_rows_than_a_piece_can_have_are_refused_and_all_given_back(eve: Client) -> None:
    people = rows("bylines", 103)
    for number in range(103):
        people |= row("bylines", number, name=f"Person {number}", bio=f"Bio of {number}.", role="author")
    page = eve.post(ADD, form_of(eve) | {"headline": "An open letter"} | people).content.decode()
    assert "A piece can have 100 rows here" in page
    assert all(f"Bio of {number}." in page for number in range(103))
    assert not Article.objects.exists()

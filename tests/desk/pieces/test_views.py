"""Views of the list: kept under a name, shared, opened first, renamed, removed; whoever is gone is named."""

import datetime as dt
import re
from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.test import Client

from articles import acts
from desk.models import SavedView
from desk.pages import DeskPage
from tests.desk.pages import text_of
from tests.desk.pieces.test_list import LIST, listed
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory

pytestmark = pytest.mark.long


def keep(client: Client, name: str, query: str, **ticks: str) -> Any:
    return client.post(
        DeskPage.VIEWS.address(), {"_keep": "1", "keep": query, "name": name, **ticks}, follow=True
    )


def test_a_view_is_kept_opened_first_shared_renamed_and_removed(eve: Client, ada: Client, desk: Any) -> None:
    ArticleFactory(headline="Bare", dek="")
    ArticleFactory(headline="Whole")
    page = keep(eve, "Bare ones", "view=all&missing=no_dek&show=standing&p=2", default="on")
    assert list(listed(page)) == ["Bare"]
    view = SavedView.objects.get()
    assert view.query == "missing=no_dek&show=standing"

    assert list(listed(eve.get(LIST, follow=True))) == ["Bare"], "it opens first"
    assert list(listed(eve.get(LIST, {"view": "all"}))) == ["Whole", "Bare"]
    assert f'href="{LIST}?view=all">All pieces' in eve.get("/admin/").content.decode()
    assert "Bare ones, changed" in text_of(eve.get(f"{view.address}&q=x"))
    assert "Bare ones" not in text_of(ada.get(LIST))
    assert "no longer there" in text_of(ada.get(LIST, {"view": view.pk}, follow=True))

    eve.post(DeskPage.VIEWS.address(), {"view": view.pk, "name": "Without dek", "shared": "on"})
    assert list(listed(eve.get(LIST, follow=True))) == ["Whole", "Bare"]
    assert "Without dek by eve" in text_of(ada.get(LIST))
    ada.post(DeskPage.VIEWS.address(), {"view": view.pk, "name": "Mine now"})
    ada.post(DeskPage.VIEWS.address(), {"view": view.pk, "_remove": "1"})
    view.refresh_from_db()
    assert view.name == "Without dek"

    gone = eve.post(DeskPage.VIEWS.address(), {"view": view.pk, "_remove": "1"}, follow=True)
    assert not SavedView.objects.exists()
    assert "“Without dek” is removed. No piece has changed." in text_of(gone)
    assert 'href="/admin/articles/article/views/?keep=missing%3Dno_dek' in gone.content.decode()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Give the view a name."),
        ("x" * 61, "at most; this one has 61"),
        ("Mine", "You have a view called “Mine”"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_what_was_chosen_stays(
    name: str, sentence: str, eve: Client, editor: User
) -> None:
    SavedView.objects.create(person=editor, name="Mine", query="mine=part")
    page = keep(eve, name, "missing=no_dek", shared="on")
    assert sentence in text_of(page)
    assert 'name="keep" value="missing=no_dek"' in page.content.decode()
    assert SavedView.objects.count() == 1


def test_the_page_of_a_new_view_says_what_it_holds(eve: Client, desk: Any) -> None:
    query = "missing=no_dek&person=Ida&show=standing&show=saved_at&o=2&p=2"
    words = text_of(eve.get(DeskPage.VIEWS.address(), {"keep": query}))
    assert "What is missing: There is no dek Person: Ida Columns: Where it stands, Last saved" in words
    assert "Order: Last saved, upwards" in words
    doubtful = text_of(eve.get(DeskPage.VIEWS.address(), {"keep": "missing=sense"}))
    assert "“what is missing” has no choice “sense”" in doubtful
    assert "No filter: all pieces." in text_of(eve.get(DeskPage.VIEWS.address(), {"keep": ""}))


LOOK_UP = "bylines__author__user__password__startswith=p"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (LOOK_UP, "The list has no filter “bylines__author__user__password"),
        ("kind__id__exact=abc", "does not know the values"),
        (f"person={'x' * 2000}", "A view keeps 2,000 characters of filters at most; these have 2,007."),
    ],
)
def test_filters_that_cannot_be_a_view_are_refused(query: str, sentence: str, eve: Client) -> None:
    assert sentence in text_of(keep(eve, "Odd", query, default="on"))
    assert sentence in text_of(eve.get(DeskPage.VIEWS.address(), {"keep": query}))
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("query", [LOOK_UP, "kind__id__exact=abc", "p=0&headline__regex=((a%2B)%2B)%2B$"])
def test_a_kept_view_that_asks_for_too_much_opens_the_list_and_says_how_to_remove_it(
    query: str, eve: Client, editor: User, desk: Any
) -> None:
    ArticleFactory(headline="Bare")
    SavedView.objects.create(person=editor, name="Odd", query=query, is_default=True)
    page = eve.get(LIST, follow=True)
    assert list(listed(page)) == ["Bare"]
    assert "“Odd” asks for" in text_of(page)
    assert "remove it under “Keep or change views”" in text_of(page)


def test_a_view_of_the_empty_form_opens_all_pieces(eve: Client, desk: Any) -> None:
    ArticleFactory(headline="Bare")
    empty = eve.get(LIST, {"person": "", "kind__id__exact": ""}, follow=True)
    assert "This is the whole list" not in text_of(empty)
    (query,) = set(re.findall(r'href="[^"]*/views/\?keep=([^"&]*)"', empty.content.decode()))
    keep(eve, "All of them", unquote(query), default="on")
    assert list(listed(eve.get(LIST, follow=True))) == ["Bare"]
    assert list(listed(keep(eve, "And these", "person=&show=standing"))) == ["Bare"]


def test_a_view_of_a_search_for_nothing_does_not_shut_the_list(eve: Client, desk: Any) -> None:
    ArticleFactory(headline="Bare")
    keep(eve, "Odd", "q=%00", default="on")
    assert list(listed(eve.get(LIST, follow=True))) == ["Bare"]


def test_an_odd_address_leads_to_the_whole_list_not_to_the_first_view(eve: Client, desk: Any) -> None:
    ArticleFactory(headline="Whole")
    keep(eve, "Bare ones", "missing=no_dek", default="on")
    page = eve.get(LIST, {"kind__id__exact": "abc"}, follow=True)
    assert "This is the whole list." in text_of(page)
    assert list(listed(page)) == ["Whole"]


def test_one_view_of_a_person_opens_first_even_if_two_are_saved_at_once(editor: User) -> None:
    SavedView.objects.create(person=editor, name="One", is_default=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedView.objects.create(person=editor, name="Two", is_default=True)


def test_a_view_that_names_somebody_who_is_gone_says_who_it_was(
    eve: Client, publisher: User, now: dt.datetime
) -> None:
    ida, new, bo = (AuthorFactory(display_name=name) for name in ("Ida Quay", "Ida Quay-Moor", "Bo Birch"))
    BylineFactory(article__headline="Hers", author=new)
    keep(eve, "Ida", f"person={ida.pk}")
    keep(eve, "Bo", f"person={bo.pk}")
    acts.merge(ida, new, by=publisher, at=now)
    page = eve.get(SavedView.objects.get(name="Ida").address)
    assert "“Ida Quay” is on record as “Ida Quay-Moor” now" in text_of(page)
    assert list(listed(page)) == ["Hers"]
    bo.delete()
    page = eve.get(SavedView.objects.get(name="Bo").address)
    assert "“Bo Birch” is no longer on record: no piece can match." in text_of(page)
    assert listed(page) == {}

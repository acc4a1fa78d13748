"""A failed CSRF check: the form comes back as it was typed, and nothing is carried out on the word of a stranger."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, LedgerEntry, Revision
from articles.models.topic import Topic
from tests.browsers import logged_in
from tests.desk.pages import act_page, change_page, text_of
from tests.desk.unsaved.forms import TypedForm, carried
from tests.factories import BylineFactory, published

pytestmark = pytest.mark.long

OWN = "http://testserver"


@pytest.fixture
def article(desk: Any, now: Any) -> Article:
    return published(BylineFactory(article__headline="First").article, at=now).article


@pytest.fixture
def typed(article: Article) -> TypedForm:
    return TypedForm(change_page(article), "dek")


def strict(user: User | None) -> Client:
    """A browser whose tokens are checked, logged in or not."""
    client = Client(enforce_csrf_checks=True)
    if user:
        client.cookies[settings.SESSION_COOKIE_NAME] = (
            logged_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        )
    return client


@pytest.mark.parametrize("how", ["no cookie", "another cookie", "no field"])
def test_a_form_with_a_lost_or_old_token_stands_again_as_typed(
    how: str, typed: TypedForm, editor: User
) -> None:
    client = strict(editor)
    form = typed.filled(client)
    if how == "no cookie":
        del client.cookies["csrftoken"]
    elif how == "another cookie":
        client.cookies["csrftoken"] = "x" * 32
    else:
        del form["csrfmiddlewaretoken"]
    shown = client.post(typed.address, form, headers={"Origin": OWN})
    assert shown.status_code == 403
    assert typed.value_in(shown) == typed.words
    assert "Nothing has been saved yet" in text_of(shown)
    assert Revision.objects.count() == 1
    saved = client.post(typed.address, TypedForm(typed.address, "dek").fields_of(shown) | {"_continue": "1"})
    assert saved.status_code == 302
    assert Article.objects.get().dek == "Words & <b>marks</b> “typed” \\ here"


def test_whoever_logged_in_meanwhile_in_the_same_browser_is_named(
    typed: TypedForm, editor: User, publisher: User
) -> None:
    client = strict(editor)
    form = typed.filled(client)
    client.post("/admin/logout/", {"csrfmiddlewaretoken": form["csrfmiddlewaretoken"]})
    token = TypedForm("/admin/login/", "username").filled(client)["csrfmiddlewaretoken"]
    login = {"username": "paul", "password": "a long password", "csrfmiddlewaretoken": token}
    assert client.post("/admin/login/", login).status_code == 302
    shown = client.post(typed.address, form)
    assert typed.value_in(shown) == typed.words
    assert "you are paul now" in text_of(shown)


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://testserver.example"])
def test_a_form_from_another_site_is_not_shown(origin: str, typed: TypedForm, editor: User) -> None:
    for client in (strict(editor), strict(None)):
        refused = client.post(typed.address, {"dek": "Words of a stranger"}, headers={"Origin": origin})
        assert refused.status_code == 403
        assert "Words of a stranger" not in refused.content.decode()


def test_without_a_login_and_without_a_cookie_the_login_page_takes_it_along(
    typed: TypedForm, editor: User
) -> None:
    form = typed.filled(logged_in(editor))
    client = strict(None)
    door = client.post(typed.address, form, headers={"Origin": OWN})
    assert door.status_code == 403
    login = TypedForm("/admin/login/", "username").fields_of(door) | carried(door)
    inside = client.post("/admin/login/", {**login, "username": "eve", "password": "a long password"})
    back = TypedForm(typed.address, "_typed").fields_of(inside)
    assert typed.value_in(client.post(typed.address, back)) == typed.words


def test_a_login_whose_cookie_was_lost_can_be_tried_again_with_what_was_typed(
    typed: TypedForm, editor: User
) -> None:
    door = Client().post(typed.address, typed.filled(logged_in(editor)))
    refused = strict(None).post(
        "/admin/login/", {"username": "eve", "password": "a long password", **carried(door)}
    )
    assert refused.status_code == 403
    assert "your browser keeps no cookies" in text_of(refused)
    assert carried(refused) == carried(door)
    assert "a long password" not in refused.content.decode()


def test_an_act_is_only_shown_again(article: Article, publisher: User) -> None:
    acts = LedgerEntry.objects.count()
    typed = TypedForm(act_page(article, "unpublish"), "reason")
    client = strict(publisher)
    shown = client.post(typed.address, typed.filled(client) | {"csrfmiddlewaretoken": ["x" * 64]})
    assert shown.status_code == 403
    assert typed.value_in(shown) == typed.words
    assert LedgerEntry.objects.count() == acts


def test_a_preview_with_an_old_token_holds_what_was_typed_and_calls_its_page_no_form(
    article: Article, typed: TypedForm, editor: User
) -> None:
    client = strict(editor)
    form = typed.filled(client) | {"csrfmiddlewaretoken": ["x" * 64]}
    kept = client.post(f"/admin/articles/article/{article.pk}/typed/", form)
    assert kept.status_code == 403
    assert "Words & <b>marks</b> “typed”" in text_of(kept)
    assert "you are eve now. Nothing has been saved." in text_of(kept)
    assert "stands in the form again" not in text_of(kept)


def test_a_view_that_would_act_all_the_same_is_held_by_the_database(
    article: Article, administrator: User
) -> None:
    """Deleting asks for no form that could be shown again: the request is refused, not carried out."""
    topic = Topic.objects.create(name="Tides")
    client = strict(administrator)
    refused = client.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"})
    assert refused.status_code == 403
    topic.refresh_from_db()

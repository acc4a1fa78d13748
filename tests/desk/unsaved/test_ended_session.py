"""An ended session: what was typed travels through the login page and stands in its form again, unsaved."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, LedgerEntry, Revision
from authors.models import Author
from desk.unsaved.site import USED_ON
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.desk.pages import ADD, act_page, change_page, text_of
from tests.desk.unsaved.forms import TypedForm, carried
from tests.factories import AppearanceFactory, AuthorFactory, BylineFactory, OutletFactory, published, saved
from tests.kept import kept

pytestmark = pytest.mark.long

INTAKE, UPDATE = "/admin/articles/article/new-from-a-text/", "/admin/articles/batch/new/"
PASSWORD = "a long password"


@kept
def article(desk: Any) -> Article:
    article = BylineFactory(article__headline="First").article
    AppearanceFactory(article=article)
    return published(article, at=NOW).article


FORMS = {
    "a new piece": lambda article: TypedForm(ADD, "headline"),
    "a piece": lambda article: TypedForm(change_page(article), "dek"),
    "the body": lambda article: TypedForm(change_page(article), "body", "<p>Words &amp; <em>marks</em> “typed”</p>"),
    "a notice": lambda article: TypedForm(act_page(article, "correct"), "wrong"),
    "a reason": lambda article: TypedForm(act_page(article, "unpublish"), "reason"),
    "a permission": lambda article: TypedForm(rights_page(article), "request_rights-reason"),
    "a text brought in": lambda article: TypedForm(INTAKE, "text"),
    "a person": lambda article: TypedForm(record(AuthorFactory()), "biography"),
    "an outlet": lambda article: TypedForm(record(OutletFactory()), "terms"),
    "a topic": lambda article: TypedForm("/admin/articles/topic/add/", "name"),
    "an update of pages": lambda article: TypedForm(update_of(article), "reason"),
    "an account": lambda article: TypedForm("/admin/auth/user/add/", "username", "ida"),
}  # fmt: skip


def rights_page(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/rights/{article.appearances.get().key}/"


def update_of(article: Article) -> str:
    """The page that updates a piece whose author has another name since."""
    for author in Author.objects.all():
        author.display_name = "Ida Holm"
        author.save()
    return f"{UPDATE}?article={article.pk}&renewed=people"


def record(row: Any) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def records() -> list[int]:
    return [model.objects.count() for model in (Article, Revision, LedgerEntry, Author)]


@pytest.mark.parametrize("name", FORMS)
def test_what_was_typed_comes_back_after_the_login(name: str, article: Article, administrator: User) -> None:
    typed = FORMS[name](article)
    client = logged_in(administrator)
    form = typed.filled(client)
    before = records()
    del client.cookies["sessionid"]

    door = client.post(typed.address, form)
    assert door.status_code == 403
    assert "what you typed comes with you" in text_of(door)
    login = {"username": "ann", "next": typed.address, **carried(door)}
    again = client.post("/admin/login/", {**login, "password": "wrong"})
    assert carried(again) == carried(door)
    inside = client.post("/admin/login/", {**login, "password": PASSWORD})
    assert "You are logged in as ann." in text_of(inside)
    shown = client.post(typed.address, carried(inside))

    assert shown.status_code == 200
    assert typed.value_in(shown) == typed.words
    assert "Nothing has been saved yet" in text_of(shown)
    assert records() == before


def test_nothing_is_kept_for_whoever_is_not_logged_in(article: Article, editor: User) -> None:
    client = logged_in(editor)
    form = TypedForm(change_page(article), "dek").filled(client)
    sessions = Session.objects.count()
    stranger = Client()
    door = stranger.post(change_page(article), form)
    assert door.status_code == 403
    assert Session.objects.count() == sessions
    assert "sessionid" not in stranger.cookies
    assert "&lt;b&gt;" in door.content.decode()
    assert door.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


@pytest.mark.parametrize("sent", ["password", "old_password", "new_password1", "csrfmiddlewaretoken"])
def test_no_password_and_no_token_travels_along(sent: str, article: Article) -> None:
    door = Client().post(change_page(article), {"headline": "Typed", sent: "top-secret-words"})
    assert "Typed" in carried(door)["_typed"]
    assert "top-secret-words" not in door.content.decode()
    changed = Client().post("/admin/password_change/", {"old_password": "top-secret-words", "x": "Typed"})
    assert "Typed" not in changed.content.decode()


def test_a_file_is_named_as_lost(article: Article, administrator: User) -> None:
    file = SimpleUploadedFile("tide “1”.docx", b"PK")
    door = Client().post(INTAKE, {"text": "Typed beside it", "file": file})
    shown = logged_in(administrator).post(INTAKE, carried(door))
    assert "Choose the file again: “tide “1”.docx”." in text_of(shown)
    assert "Typed beside it" in shown.content.decode()


def test_the_form_of_another_piece_saved_meanwhile_is_a_conflict_and_keeps_both(
    article: Article, editor: User, now: Any
) -> None:
    typed = TypedForm(change_page(article), "dek")
    client = logged_in(editor)
    door = Client().post(typed.address, typed.filled(client))
    Article.objects.filter(pk=article.pk).update(headline="Second")
    article.bylines.all().delete()
    saved(Article.objects.get(pk=article.pk), at=now)
    shown = client.post(typed.address, carried(door))
    assert shown.status_code == 200
    assert typed.value_in(shown) == typed.words
    assert "Second" in text_of(shown)
    assert "Nothing has been saved yet" in text_of(shown)


def test_whoever_may_not_open_the_piece_sees_what_was_typed_and_can_log_in_as_another(
    article: Article, editor: User, author_user: User
) -> None:
    typed = TypedForm(change_page(article), "dek", "<p>Mine &amp; <em>mine</em></p>")
    door = Client().post(typed.address, typed.filled(logged_in(editor)))
    kept = logged_in(author_user).post(typed.address, carried(door))
    assert kept.status_code == 403
    assert "Mine & mine" in text_of(kept)
    other = logged_in(author_user).post("/admin/login/", carried(kept))
    assert carried(other) == carried(door)
    inside = Client().post("/admin/login/", {"username": "eve", "password": PASSWORD, **carried(other)})
    shown = logged_in(editor).post(typed.address, carried(inside))
    assert typed.value_in(shown) == typed.words


@pytest.mark.parametrize(
    "junk", ["x", "[]", "{}", '{"address": "/", "fields": [["a"]], "files": []}', '{"address": "//b.example", '
             '"fields": [], "files": []}', "[" * 9000, '{"address": 1, "fields": [[1, 2]], "files": []}']
)  # fmt: skip
def test_a_made_up_field_is_refused(junk: str, editor: User) -> None:
    assert logged_in(editor).post(ADD, {"_typed": junk}).status_code == 400
    assert Client().post("/admin/login/", {"_typed": junk}).status_code == 400


def test_half_a_letter_is_no_fault(editor: User) -> None:
    junk = '{"address": "/admin/", "fields": [["headline", "a\\ud800\\u0000b"]], "files": []}'
    assert "a?" in logged_in(editor).post(ADD, {"_typed": junk}).content.decode()


def test_a_session_slides_with_use_and_public_pages_know_none(
    article: Article, editor: User, client: Client
) -> None:
    client.post("/admin/login/", {"username": "eve", "password": PASSWORD})
    key = client.cookies["sessionid"].value
    Session.objects.update(expire_date=timezone.now() + dt.timedelta(minutes=1))
    client.get("/admin/")
    assert Session.objects.get(pk=key).expire_date < timezone.now() + dt.timedelta(
        hours=1
    )  # today's use is noted
    session = SessionStore(key)
    session[USED_ON] = "2026-03-01"
    session.save()
    Session.objects.update(expire_date=timezone.now() + dt.timedelta(minutes=1))
    public = client.get("/")
    assert not public.cookies
    assert "Cookie" not in public.headers.get("Vary", "")
    used = client.get("/admin/")
    assert Session.objects.get(pk=key).expire_date > timezone.now() + dt.timedelta(days=13)
    assert used.cookies["sessionid"]["max-age"] == settings.SESSION_COOKIE_AGE


def test_the_page_with_what_was_typed_shows_words_and_no_machinery(
    article: Article, author_user: User
) -> None:
    fields = {
        "headline": "Words",
        "bylines-__prefix__-role": "author",
        "bylines-0-name": "Ida",
        "carried": "x" * 300,
    }
    door = Client().post(change_page(article), {**fields, "base": "1"})
    shown = text_of(logged_in(author_user).post(change_page(article), carried(door)))
    assert "HeadlineWords" in shown
    assert "Bylines 1, nameIda" in shown
    assert "prefix" not in shown
    assert "xxx" not in shown

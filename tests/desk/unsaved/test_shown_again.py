"""After an ended session: what only shows is shown, and what would change something is only shown again."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, RecordMerge, Revision
from articles.models.topic import topics_named
from tests.browsers import logged_in
from tests.desk.pages import ADD, change_page, text_of
from tests.desk.unsaved.forms import TypedForm, carried
from tests.factories import BylineFactory, saved

pytestmark = pytest.mark.long

PASSWORD = "a long password"
WORDS = "Words nobody has saved"


@pytest.fixture
def article(desk: Any, now: Any) -> Article:
    article = BylineFactory(article__headline="First").article
    saved(article, at=now)
    return article


def after_the_login(door: Any, address: str) -> Any:
    """What a browser shows once "eve" has logged in at the page that answered her form."""
    client = Client()
    assert door.status_code == 403, door.status_code
    inside = client.post(
        "/admin/login/", {"username": "eve", "password": PASSWORD, "next": address, **carried(door)}
    )
    return client.post(address, carried(inside))


@pytest.mark.parametrize("is_new", [True, False], ids=["new piece", "piece"])
def test_a_preview_asked_for_after_the_session_ended_opens_after_the_login(
    is_new: bool, article: Article, editor: User
) -> None:
    form = TypedForm(ADD if is_new else change_page(article), "headline", WORDS)
    address = f"{ADD}preview/" if is_new else f"/admin/articles/article/{article.pk}/typed/"
    sent = form.filled(logged_in(editor)) | {"_preview": "1"}
    before = Revision.objects.count()
    page = after_the_login(Client().post(address, sent), address)
    assert page.status_code == 200
    assert WORDS in text_of(page)
    assert "My desk" not in text_of(page), "it is the page that readers would get"
    assert Revision.objects.count() == before
    assert logged_in(editor).get(address, follow=True).redirect_chain == [(form.address, 302)]


def test_bringing_a_version_back_is_asked_once_more_after_the_login(
    article: Article, editor: User, now: Any
) -> None:
    Article.objects.filter(pk=article.pk).update(headline="Second")
    saved(Article.objects.get(pk=article.pk), at=now)
    address = f"/admin/articles/article/{article.pk}/version/1/bring-back/"
    page = after_the_login(Client().post(address, {"base": "2"}), address)
    assert page.status_code == 200
    assert "Bring version 1 back" in text_of(page)
    assert Revision.objects.filter(article=article).count() == 2


def test_the_form_of_a_piece_that_was_made_meanwhile_stands_again_and_then_leads_to_it(
    desk: Any, editor: User
) -> None:
    client = logged_in(editor)
    sent = TypedForm(ADD, "headline", WORDS).filled(client) | {"_continue": "1"}
    made = client.post(ADD, sent).headers["Location"]
    page = after_the_login(Client().post(ADD, sent), ADD)
    assert page.status_code == 200
    assert "Nothing has been saved yet" in text_of(page)
    assert client.post(ADD, sent).headers["Location"] == made
    assert Article.objects.count() == 1


def test_undoing_a_merge_leads_to_its_button_after_the_login(desk: Any, editor: User) -> None:
    gone, kept = topics_named(["Harbours", "Ports"])
    logged_in(editor).post(f"/admin/articles/topic/{gone.pk}/merge/", {"kept": kept.pk})
    address = f"/admin/articles/topic/{gone.pk}/unmerge/"
    door = Client().post(address)
    assert door.headers["Location"].startswith("/admin/login/")
    assert "Undo it" in text_of(logged_in(editor).get(address, follow=True))
    assert RecordMerge.objects.get().undone_at is None

"""Trouble with the database: 503 with Retry-After, a sentence, what was typed, and one line in the log."""

import logging
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, OperationalError
from django.test import Client

from articles.models import Article, Revision
from desk.unsaved.trouble import trouble_of
from tests.desk.pages import change_page, text_of
from tests.desk.unsaved.forms import TypedForm, carried
from tests.desk.unsaved.troubles import GONE_FOR_READERS, KINDS
from tests.factories import ArticleFactory, published, saved

pytestmark = pytest.mark.long

WORDS = "<p>Typed &amp; <em>kept</em></p>"
SCRIPT = {"Sent-By": "script"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", KINDS)
def test_a_save_in_trouble_gives_back_what_was_typed(
    kind: str, editor: User, now: Any, caplog: pytest.LogCaptureFixture
) -> None:
    make, sentence, retry_after = KINDS[kind]
    article = ArticleFactory(headline="First")
    saved(article, at=now)
    client = Client()
    client.force_login(editor)
    typed = TypedForm(change_page(article), "body", WORDS)
    form = typed.filled(client)

    with caplog.at_level(logging.INFO), make():
        refused = client.post(typed.address, form)
        by_script = client.post(typed.address, form, headers=SCRIPT)

    assert (refused.status_code, refused.headers["Retry-After"]) == (503, retry_after)
    assert sentence in text_of(refused)
    assert "Typed & kept" in text_of(refused) or typed.value_in(refused) == WORDS
    assert sentence in by_script.json()["sentence"]
    assert by_script.status_code == 503
    lines = [
        record for record in caplog.records if isinstance(record.msg, dict) and record.msg.get("code") == 503
    ]
    assert [record.msg["trouble"] for record in lines] == [kind, kind]
    assert not [record for record in caplog.records if record.exc_info]
    assert Revision.objects.count() == 1
    if "_typed" in refused.content.decode():
        refused = client.post(typed.address, carried(refused))
    assert typed.value_in(refused) == WORDS
    again = typed.fields_of(refused) | {"_continue": "1"}
    assert client.post(typed.address, again).status_code == 302
    assert Article.objects.get().body == WORDS


@pytest.mark.django_db(transaction=True)
def test_a_preview_in_trouble_holds_what_was_typed_and_speaks_of_no_mistake(editor: User, now: Any) -> None:
    article = ArticleFactory(headline="First")
    saved(article, at=now)
    client = Client()
    client.force_login(editor)
    form = TypedForm(change_page(article), "body", WORDS).filled(client)
    make, sentence, _ = KINDS["lock timeout"]
    with make():
        page = client.post(f"/admin/articles/article/{article.pk}/typed/", form)
    assert page.status_code == 503
    assert sentence in text_of(page)
    assert "Typed & kept" in text_of(page)
    assert "has to be settled" not in text_of(page)
    assert "stands in the form again" not in text_of(page)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", GONE_FOR_READERS)
def test_a_reader_gets_a_plain_sentence(kind: str, desk: Any, now: Any, client: Client) -> None:
    path = published(at=now).permalink.path
    make, _, retry_after = KINDS[kind]
    client.raise_request_exception = False
    with make():
        for address in ("/", path, "/feed.rss", "/no-such-page/"):
            page = client.get(address)
            assert (page.status_code, page.headers["Retry-After"]) == (503, retry_after), address
            assert "Please try again in a minute" in text_of(page)
            assert "database" not in text_of(page)
            assert page.headers["Cache-Control"] == "no-store"
            assert not page.cookies
        assert client.get("/healthz").status_code == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", GONE_FOR_READERS)
def test_a_page_of_the_desk_that_cannot_be_shown_says_why_and_leads_back_to_itself(
    kind: str, editor: User, client: Client
) -> None:
    client.force_login(editor)
    client.raise_request_exception = False
    make, sentence, retry_after = KINDS[kind]
    with make():
        page = client.get("/admin/articles/article/?q=a&p=2")
    assert (page.status_code, page.headers["Retry-After"]) == (503, retry_after)
    assert sentence.partition(". ")[0] in text_of(page)
    assert 'href="/admin/articles/article/?q=a&amp;p=2"' in page.content.decode()
    assert "data-opens-itself" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_login_in_trouble_is_not_sent_once_more_by_the_page_that_opens_itself(client: Client) -> None:
    client.raise_request_exception = False
    make, sentence, _ = KINDS["away"]
    with make():
        page = client.post("/admin/login/", {"username": "eve", "password": "x"})
    assert page.status_code == 503
    assert sentence.partition(". ")[0] in text_of(page)
    assert "itself" not in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_session_that_cannot_be_prolonged_keeps_nobody_from_reading(editor: User, client: Client) -> None:
    client.force_login(editor)
    make, _, _ = KINDS["read-only"]
    with make():
        assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("error", [ValueError("x"), IntegrityError("x"), None])
def test_a_fault_of_ours_is_no_trouble_of_the_database(error: BaseException | None) -> None:
    assert trouble_of(error) is None


def test_trouble_behind_another_error_is_told_apart() -> None:
    try:
        try:
            raise OperationalError("connection refused")
        except OperationalError as cause:
            raise RuntimeError from cause
    except RuntimeError as error:
        trouble = trouble_of(error)
    assert trouble is not None
    assert trouble.name == "away"


@pytest.mark.django_db
def test_a_fault_of_ours_gives_back_what_was_typed(
    editor: User, now: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = ArticleFactory(headline="First")
    saved(article, at=now)
    client.force_login(editor)
    client.raise_request_exception = False
    typed = TypedForm(change_page(article), "body", WORDS)
    form = typed.filled(client)
    monkeypatch.setattr("articles.acts.save_draft", lambda *args, **kwargs: 1 / 0)
    broken = client.post(typed.address, form)
    assert broken.status_code == 500
    assert "The fault is ours" in text_of(broken)
    assert "Typed & kept" in text_of(broken)
    monkeypatch.undo()
    assert typed.value_in(client.post(typed.address, carried(broken))) == WORDS

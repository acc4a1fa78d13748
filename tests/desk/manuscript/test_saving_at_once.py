"""Two people at one piece at the same moment, and one who waits for it in vain."""

import threading
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client

from articles import acts
from articles.models import Article, LedgerEntry, Revision
from articles.states import Public
from articles.timeline import load_timeline
from tests.desk.pages import change_page, fields_of, form_of, text_of
from tests.factories import ArticleFactory, saved

pytestmark = pytest.mark.long


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(5))
def test_two_saves_at_the_same_moment_give_one_version_and_one_conflict_page(
    attempt: int, editor: User, now: Any
) -> None:
    article = ArticleFactory(headline="Start")
    saved(article, at=now)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(editor)
    forms = [
        form_of(client, article) | {"headline": f"By {n}", "_continue": "1"}
        for n, client in enumerate(clients)
    ]
    gate, answers = threading.Barrier(2), [0, 0]

    def save(n: int) -> None:
        try:
            gate.wait()
            answers[n] = clients[n].post(change_page(article), forms[n]).status_code
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [302, 409]
    assert Revision.objects.filter(article=article).count() == 2
    assert Article.objects.get(pk=article.pk).headline == f"By {answers.index(302)}"


@pytest.mark.django_db(transaction=True)
def test_an_act_that_happens_during_a_save_survives_it(editor: User, now: Any, clock: Any) -> None:
    article = ArticleFactory(headline="Start")
    revision = saved(article, at=now)
    client = Client()
    client.force_login(editor)
    form = form_of(client, article) | {"headline": "Typed", "_continue": "1"}
    gate = threading.Barrier(2)

    def publish() -> None:
        try:
            gate.wait()
            acts.publish(article, revision=revision, by=None, at=now)
        finally:
            connection.close()

    thread = threading.Thread(target=publish)
    thread.start()
    gate.wait()
    response = client.post(change_page(article), form)
    thread.join()

    assert response.status_code == 302
    standing = load_timeline(article.pk, now)
    assert standing.public == Public.LIVE
    assert standing.current is not None
    assert standing.current.headline == "Start"
    assert Article.objects.get(pk=article.pk).headline == "Typed"
    assert LedgerEntry.objects.filter(article=article).count() == 3


@pytest.mark.django_db(transaction=True)
def test_who_waits_in_vain_for_a_piece_is_told_and_keeps_what_was_typed(editor: User, now: Any) -> None:
    article = ArticleFactory(headline="Start")
    saved(article, at=now)
    client = Client()
    client.force_login(editor)
    form = form_of(client, article)
    is_held, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        try:
            with transaction.atomic():
                Article.objects.select_for_update().get(pk=article.pk)
                is_held.set()
                may_go.wait(20)
        finally:
            connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    is_held.wait(20)
    busy = client.post(change_page(article), form | {"headline": "Typed", "_continue": "1"})
    act = client.post(f"/admin/articles/article/{article.pk}/act/publish/", {"version": "1"})
    may_go.set()
    thread.join()

    for page in (busy, act):
        assert (page.status_code, page.headers["Retry-After"]) == (503, "3")
        assert "Somebody else is saving or publishing this" in text_of(page)
    kept = fields_of(busy)
    assert (kept["headline"], kept["base"]) == (["Typed"], ["1"])
    assert client.post(change_page(article), kept | {"_continue": "1"}).status_code == 302
    assert Article.objects.get().headline == "Typed"

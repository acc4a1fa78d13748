"""Two editors who save at once, again and again: one wins, one merges, and both texts exist all the time."""

import os
import threading
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from articles.models import Article, Revision
from desk.models import Buffer
from tests.browsers import logged_in
from tests.desk.pages import Fields, change_page, fields_of, form_of
from tests.factories import ArticleFactory, saved

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]
ROUNDS = int(os.environ.get("ROUNDS", "3"))  # ROUNDS=200 for the whole promise


def test_of_two_who_save_at_once_one_wins_and_one_merges_and_both_texts_exist(
    editor: User, publisher: User, now: Any
) -> None:
    article = ArticleFactory(headline="Start", dek="Start", body="<p>Start.</p>")
    saved(article, at=now)
    clients = {"eve": logged_in(editor), "paul": logged_in(publisher)}
    for number in range(ROUNDS):
        play(clients, article, number)


def play(clients: dict[str, Client], article: Article, number: int) -> None:
    """One round, at the headline of the same version; whoever loses keeps theirs from the merge page."""
    forms = {name: form_of(client, article) for name, client in clients.items()}
    before = Revision.objects.filter(article=article).count()
    pages = save_at_once(clients, article, forms, number)
    winner, loser = sorted(pages, key=lambda name: pages[name].status_code)
    assert [pages[winner].status_code, pages[loser].status_code] == [302, 409]
    newest = Revision.objects.filter(article=article).first()
    assert newest is not None
    assert (newest.number, newest.content["headline"]) == (before + 1, text_of_round(winner, number))
    kept = Buffer.objects.get(article=article)
    assert (str(kept.person), kept.headline) == (loser, text_of_round(loser, number))

    merged = fields_of(pages[loser]) | {"answer-0": "mine", "_continue": "Save"}
    assert clients[loser].post(change_page(article), merged).status_code == 302
    contents = [revision.content["headline"] for revision in Revision.objects.filter(article=article)[:2]]
    assert contents == [text_of_round(loser, number), text_of_round(winner, number)]
    assert not Buffer.objects.exists()


def save_at_once(
    clients: dict[str, Client], article: Article, forms: dict[str, Fields], number: int
) -> dict[str, Any]:
    gate, pages = threading.Barrier(len(clients)), {}

    def save(name: str) -> None:
        try:
            gate.wait()
            form = forms[name] | {"headline": text_of_round(name, number), "_continue": "Save"}
            pages[name] = clients[name].post(change_page(article), form)
            while pages[name].status_code == 503:  # waited too long for the other; the script sends it again
                pages[name] = clients[name].post(change_page(article), form)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(name,)) for name in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages


def text_of_round(name: str, number: int) -> str:
    return f"{name}{number}"

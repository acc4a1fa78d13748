"""The number of the press: it rises once with each transaction that changes what readers see."""

import datetime as dt

import pytest
from django.db import connection, transaction

from articles.models import Press
from articles.press_mark import PressMark, press_mark
from authors.models import Author
from tests.conftest import NOW
from tests.factories import AuthorFactory, published, saved

MINUTE = dt.timedelta(minutes=1)


def commit() -> None:
    """Let the deferred triggers run, as a commit does."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_a_mark_holds_the_number_and_the_newest_start_or_end(desk, clock):
    assert press_mark(NOW).boundary is None, "nothing has been published"
    published(at=NOW)
    published(at=NOW, live_from=NOW + 5 * MINUTE)
    commit()
    number = Press.objects.get().number
    assert press_mark(NOW) == press_mark(NOW + MINUTE) == PressMark(number, NOW)
    assert press_mark(NOW + 6 * MINUTE) == PressMark(number, NOW + 5 * MINUTE), "nothing has to run for it"
    published(at=NOW)
    commit()
    assert press_mark(NOW).number == number, "once in a transaction"


@pytest.mark.django_db(transaction=True)
def test_each_transaction_that_readers_may_notice_raises_the_number_by_one(desk, clock):
    piece = published(at=NOW).article
    first = press_mark(NOW).number
    with transaction.atomic():
        published(at=NOW)
        published(at=NOW)
        assert press_mark(NOW).number == first, "no one sees it before the commit"
    assert press_mark(NOW).number > first
    before = press_mark(NOW).number
    with transaction.atomic():
        Author.objects.update(biography="Ida Quay sails.")
        AuthorFactory()
    assert press_mark(NOW).number == before + 1
    saved(piece, at=NOW)
    assert press_mark(NOW).number == before + 1, "a draft is nothing that readers see"

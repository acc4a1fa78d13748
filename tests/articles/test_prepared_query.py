"""Prepared queries give what the querysets they are made of give, for every value and on every call."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from tests.conftest import NOW
from tests.factories import published
from tests.kept import kept

HOUR = dt.timedelta(hours=1)


def by_address(at, path):
    return Edition.objects.live(at).filter(permalink__path=path).select_related("permalink")[:1]


@kept
def three(desk):
    return [
        published(headline="First", at=NOW),
        published(headline="Second", at=NOW),
        published(headline="Third", at=NOW, live_from=NOW + HOUR),
    ]


def test_a_prepared_query_gives_what_its_queryset_gives_on_every_call(three):
    prepared = Prepared(by_address, at=dt.datetime, path=str)
    for at in (NOW, NOW + HOUR, NOW - HOUR, NOW):
        for slug in ("first", "second", "third", "none", "first"):
            path = f"/articles/{slug}/"
            plain = list(by_address(at, path))
            again = prepared(at=at, path=path)
            assert again == plain
            for edition, same in zip(again, plain, strict=True):
                columns = [field.attname for field in Edition._meta.concrete_fields]
                assert [getattr(edition, name) for name in columns] == [
                    getattr(same, name) for name in columns
                ]
                assert edition.permalink.path == path


def test_it_is_one_query_from_the_first_call_on_and_related_rows_come_with_it(three):
    prepared = Prepared(by_address, at=dt.datetime, path=str)
    for path in ("/articles/second/", "/articles/first/"):
        with CaptureQueriesContext(connection) as queries:
            assert prepared.first(at=NOW, path=path).permalink.path == path
        assert len(queries) == 1


def test_values_and_lists_of_some_columns_are_given_as_the_queryset_gives_them(three):
    def titles(at):
        return Edition.objects.listed(at).values("headline", path=F("permalink__path"))

    def short(at):
        return Edition.objects.listed(at).select_related("permalink").only("headline", "permalink__path")[:2]

    prepared = Prepared(titles, at=dt.datetime)
    assert prepared(at=NOW + HOUR) == list(titles(NOW + HOUR))
    assert len(prepared(at=NOW + HOUR)) == 3
    rows = Prepared(short, at=dt.datetime)(at=NOW)
    assert rows == list(short(NOW))
    assert rows[0].get_deferred_fields() == short(NOW)[0].get_deferred_fields()


def test_no_row_is_none(desk):
    assert Prepared(by_address, at=dt.datetime, path=str).first(at=NOW, path="/nothing/") is None


def test_a_value_the_query_does_not_use_is_refused(desk):
    prepared = Prepared(lambda at, path: Edition.objects.live(at), at=dt.datetime, path=str)
    with pytest.raises(TypeError, match="does not use path"):
        prepared(at=NOW, path="/articles/first/")


def test_rows_loaded_apart_are_refused(desk):
    prepared = Prepared(lambda at: Edition.objects.live(at).prefetch_related("bylines"), at=dt.datetime)
    with pytest.raises(TypeError, match="cannot use prefetch_related"):
        prepared(at=NOW)


@pytest.mark.django_db(transaction=True)
def test_threads_ask_over_their_own_connections():
    prepared = Prepared(by_address, at=dt.datetime, path=str)
    assert prepared(at=NOW, path="/articles/first/") == []
    seen = []

    def ask():
        prepared(at=NOW, path="/articles/first/")
        seen.append(connection.connection.info.backend_pid)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(seen)) == 3
    assert connection.connection.info.backend_pid not in seen

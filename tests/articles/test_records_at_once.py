"""A record that is saved at the same moment as its page is printed, or as another one that belongs to it."""

import datetime as dt
import threading
import time
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, connections, transaction

from articles import acts
from articles.models import Edition
from disclaimers.models import Institution
from tests.factories import AuthorFactory, BylineFactory, InstitutionFactory, saved

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]
HOUR = dt.timedelta(hours=1)
WAITING = """SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
    WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()"""


def is_somebody_waiting() -> bool:
    """True if a connection to this database waits for an advisory lock."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])


def while_it_is_open(first: Callable[[], object], second: Callable[[], object]) -> list[BaseException]:
    """Do `second` in another connection while the transaction of `first` is open; what it raised.

    `first` commits as soon as `second` waits for it or is done.
    """
    raised: list[BaseException] = []

    def run() -> None:
        try:
            second()
        except DatabaseError as error:
            raised.append(error)
        finally:
            connections.close_all()

    other = threading.Thread(target=run)
    with transaction.atomic():
        first()
        other.start()
        while other.is_alive() and not is_somebody_waiting():
            time.sleep(0.005)
    other.join()
    return raised


def test_a_fact_saved_while_its_page_is_being_scheduled_is_on_the_scheduled_page(desk, clock, now):
    ida = AuthorFactory(display_name="Ida Quay")
    article = BylineFactory(author=ida).article
    revision = saved(article, at=now)

    def rename() -> None:
        with acts.changing_records():
            ida.display_name = "Ida Quay-Wick"
            ida.save()
            acts.after_record_change(ida, by=None, clock=lambda: now + HOUR / 2, reason="She married")

    def schedule() -> None:
        acts.publish(article, revision=revision, by=None, at=now, live_from=now + HOUR)

    assert while_it_is_open(schedule, rename) == []
    assert Edition.objects.coming(now + HOUR / 2).get().byline == "Ida Quay-Wick"


def test_a_page_scheduled_while_its_record_is_being_saved_prints_the_new_fact(desk, clock, now):
    ida = AuthorFactory(display_name="Ida Quay")
    article = BylineFactory(author=ida).article
    revision = saved(article, at=now)

    def rename() -> None:
        with acts.changing_records():
            ida.display_name = "Ida Quay-Wick"
            ida.save()
            acts.after_record_change(ida, by=None, clock=lambda: now, reason="She married")

    def schedule() -> None:
        acts.publish(article, revision=revision, by=None, at=now, live_from=now + HOUR)

    assert while_it_is_open(rename, schedule) == []
    assert Edition.objects.coming(now).get().byline == "Ida Quay-Wick"


def test_two_houses_that_are_each_put_below_the_other_at_once_are_no_circle(desk):
    pier, mill = InstitutionFactory(), InstitutionFactory()

    def put_below(one: Institution, other: Institution) -> Callable[[], object]:
        return lambda: Institution.objects.filter(pk=one.pk).update(parent=other)

    [refused] = while_it_is_open(put_below(pier, mill), put_below(mill, pier))
    assert "cannot stand below itself" in str(refused)
    assert [house.parent_id for house in Institution.objects.filter(pk__in=[pier.pk, mill.pk])] != [
        None,
        None,
    ]
    mill.refresh_from_db()
    assert mill.lineage() == [mill]

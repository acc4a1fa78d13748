"""What PostgreSQL refuses when two connections write at the same moment, or when a transaction ends."""

import datetime as dt
import threading

import pytest
from django.db import DatabaseError, connections

from articles import acts
from articles.models import Article, Edition, EditionByline, Revision
from tests.factories import ArticleFactory, AuthorFactory, published

pytestmark = pytest.mark.long

HOUR = dt.timedelta(hours=1)


@pytest.mark.django_db(transaction=True)
def test_rows_of_an_edition_are_written_with_it_or_not_at_all(desk, now):
    edition = published(at=now)
    late = EditionByline(edition=edition, order=9, role="author", author=AuthorFactory())
    with pytest.raises(DatabaseError, match="written with it"):
        late.save()


@pytest.mark.django_db(transaction=True)
def test_two_live_editions_of_one_piece_are_impossible_under_200_concurrent_rounds(desk, now):
    """Two connections race to open an edition beside each other, past the acts and their lock."""
    edition = published(at=now)
    model = Edition.objects.get(pk=edition.pk)
    outcomes: list[str] = []
    barrier = threading.Barrier(2)

    def open_one(offset: int) -> None:
        try:
            for i in range(200):
                barrier.wait(timeout=120)
                rival = Edition.objects.get(pk=model.pk)
                rival.pk = None
                rival.live_from = now + HOUR * (2 + i) + dt.timedelta(microseconds=offset)
                rival.live_until, rival.closed_by_id = rival.live_from + HOUR / 2, rival.entry_id
                try:
                    rival.save(force_insert=True)
                    outcomes.append("in")
                except DatabaseError:  # the exclusion constraint, or a deadlock broken on its index
                    outcomes.append("refused")
        finally:
            connections.close_all()

    Edition.objects.filter(pk=model.pk).update(live_until=now + HOUR, closed_by=model.entry)
    threads = [threading.Thread(target=open_one, args=(n,)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count("in") == 200
    assert outcomes.count("refused") == 200


@pytest.mark.django_db(transaction=True)
def test_two_acts_at_once_leave_one_live_edition_and_a_clear_refusal(desk, now):
    """Two people press Publish on two versions at the same moment; the lock lets one after the other."""
    article = ArticleFactory()
    first = acts.save_draft(article, by=None, at=now)
    Article.objects.filter(pk=article.pk).update(headline="Another")
    second = acts.save_draft(article, by=None, at=now)
    barrier = threading.Barrier(2)
    outcomes: list[object] = []

    def press(revision: Revision, at: dt.datetime) -> None:
        try:
            barrier.wait(timeout=120)
            outcomes.append(acts.publish(article, revision=revision, by=None, at=at))
        except acts.ActRefused as refusal:
            outcomes.append(refusal)
        finally:
            connections.close_all()

    at = now + HOUR
    threads = [threading.Thread(target=press, args=(r, at)) for r in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 2
    assert Edition.objects.live(at).count() == 1

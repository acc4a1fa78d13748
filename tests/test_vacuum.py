"""What tests rolled back is cleared while the kept rows stand in their transaction."""

from typing import Any

from django.db import connection, transaction

from articles.models.topic import Topic
from tests.vacuum import Vacuum

VACUUMED = "SELECT last_vacuum FROM pg_stat_user_tables WHERE relname = 'articles_topic'"


def last_vacuum() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(VACUUMED)
        return cursor.fetchone()[0]


def test_a_table_that_rolled_back_rows_filled_is_cleared_within_the_transaction(
    desk: Any, vacuum: Vacuum
) -> None:
    before = last_vacuum()
    with transaction.atomic():
        Topic.objects.bulk_create(Topic(name=f"Tides {'x' * 90} {n}", slug=f"tides-{n}") for n in range(600))
        transaction.set_rollback(True)
    vacuum.clear()
    assert last_vacuum() not in (None, before)
    assert not Topic.objects.filter(slug="tides-1").exists()

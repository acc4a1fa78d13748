"""Faces of houses and records are kept in memory while the press stands still: each table behind them raises it."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prose.text_language.search_query import parse
from reading import house_rows
from reading.profiles import queries
from reading.search.filters import EVERY, Filters
from reading.search.results import search
from tests.conftest import NOW
from tests.factories import published

LATER = NOW + dt.timedelta(minutes=1)
WRITTEN_WITH_EDITIONS = {
    "articles_editionbyline",
    "articles_editionoutlet",
    "articles_editionseries",
    "articles_editiontext",
    "articles_editiontopic",
    "articles_permalink",
}


def _raising() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
            "WHERE prosrc LIKE '%raise_press_number%'"
        )
        return {table for (table,) in cursor.fetchall()}


@pytest.mark.parametrize(
    "query",
    [house_rows._BY["home"], queries.AUTHOR, queries.OUTLET, queries.TOPIC, queries.SERIES],
    ids=["house", "person", "outlet", "topic", "series"],
)
def test_every_table_behind_a_face_raises_the_press(query, db):
    _, _, sql, _, _ = query._compiled
    tables = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', sql))
    assert len(tables) > 3
    assert tables - _raising() - WRITTEN_WITH_EDITIONS == set()


def test_every_table_behind_what_a_search_found_raises_the_press(desk):
    published(headline="Ships at the quay", topics=["ports"], at=NOW)
    with CaptureQueriesContext(connection) as queries:
        assert search(parse("quay"), Filters(), LATER).total == 1
        assert not search(parse("shisp"), Filters(language=EVERY, topic="ports"), LATER).total
    said = " ".join(query["sql"] for query in queries)
    tables = set(re.findall(r'(?:FROM|JOIN) "?([a-z]+_[a-z]+)\b', said))
    assert len(tables) > 12
    assert tables - _raising() - WRITTEN_WITH_EDITIONS == set()

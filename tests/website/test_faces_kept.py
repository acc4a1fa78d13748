"""Faces of houses and records are kept in memory while the press stands still: each table behind them raises it."""

import re

import pytest
from django.db import connection

from reading import house_rows
from reading.profiles import queries


@pytest.mark.parametrize(
    "query",
    [house_rows._BY["home"], queries.AUTHOR, queries.OUTLET, queries.TOPIC, queries.SERIES],
    ids=["house", "person", "outlet", "topic", "series"],
)
def test_every_table_behind_a_face_raises_the_press(query, db):
    _, _, sql, _, _ = query._compiled
    tables = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', sql))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
            "WHERE prosrc LIKE '%raise_press_number%'"
        )
        raising = {table for (table,) in cursor.fetchall()}
    written_with_editions = {
        "articles_editionbyline",
        "articles_editionoutlet",
        "articles_editionseries",
        "articles_editiontopic",
        "articles_permalink",
    }
    assert len(tables) > 3
    assert tables - raising - written_with_editions == set()

"""Faces of houses are kept in memory while the press stands still: so every table behind them raises its number."""

import re

from django.db import connection

from reading import house_rows


def test_every_table_behind_a_face_raises_the_press(db):
    _, _, sql, _, _ = house_rows._BY["home"]._compiled
    tables = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', sql))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
            "WHERE prosrc LIKE '%raise_press_number%'"
        )
        raising = {table for (table,) in cursor.fetchall()}
    written_with_editions = {"articles_editionseries", "articles_editiontopic", "articles_permalink"}
    assert len(tables) > 10
    assert tables - raising - written_with_editions == set()

"""Statements of the search, which PostgreSQL ends if they take too long."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

SECONDS = 2


def limited_rows(sql: str, values: Mapping[str, Any], *settings: str) -> list[tuple[Any, ...]]:
    """All rows of a statement, in one round trip. `settings`: of PostgreSQL, for this transaction alone.

    Raises OperationalError, because of QueryCanceled, after `SECONDS`.
    """
    limits = (f"statement_timeout = '{SECONDS}s'", *settings)
    with connection.cursor() as cursor:
        cursor.execute(f"{''.join(f'SET LOCAL {limit}; ' for limit in limits)}{sql}", values)
        while cursor.nextset():
            pass  # to the last result, that of the statement
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

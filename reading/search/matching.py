"""SQL of what a query matches: the reader's words in the language of the page and of every piece."""

import datetime as dt

from django.db import connection

from prose.languages import SEARCH_CONFIGURATIONS, search_configuration
from reading.search.query import Query

_KEPT_FOR = dt.timedelta(seconds=60)
# The configurations in use, and the instant at which they were looked up.
_in_use: list[tuple[dt.datetime, frozenset[str]]] = []


def configurations(language: str, at: dt.datetime) -> list[str]:
    """Configurations for a search on a page in a language: its own, and those of pieces, looked up once a minute."""
    kept = _in_use[-1] if _in_use and not connection.in_atomic_block else None
    if kept is None or not dt.timedelta(0) <= at - kept[0] < _KEPT_FOR:
        with connection.cursor() as cursor:
            cursor.execute("SELECT DISTINCT configuration FROM articles_editiontext")
            kept = (at, frozenset(row[0] for row in cursor.fetchall()))
        _in_use[:] = [kept]
    tried = {search_configuration(language), *kept[1]}
    return [name for name in SEARCH_CONFIGURATIONS if name in tried]


def wanted_sql(names: list[str]) -> str:
    """The words that must be there, as SQL; its parameter is `wanted`. Folded by the planner to one constant."""
    return _in_all(names, "wanted")


def match_sql(query: Query, names: list[str]) -> str:
    """The words that must be there without those that may not, as SQL; parameters `wanted` and `barred`."""
    # For each language the whole query: a word that one language passes over may be the main word of another.
    both = wanted_sql(names)
    return f"({both} && !!({_in_all(names, 'barred')}))" if query.without else both


def _in_all(names: list[str], parameter: str) -> str:
    tries = (f"websearch_to_tsquery('{name}'::regconfig, %({parameter})s)" for name in names)
    return f"({' || '.join(tries)})"

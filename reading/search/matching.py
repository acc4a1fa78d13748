"""SQL of what a query matches: the reader's words in the language of the page and of every piece."""

import datetime as dt

from articles.indexing import configurations_of_texts
from prose.languages import SEARCH_CONFIGURATIONS, search_configuration
from prose.text_language.search_query import Query
from reading.kept import while_marked


def configurations(language: str, at: dt.datetime) -> list[str]:
    """Configurations for a search on a page in a language: its own, and those of pieces."""
    in_use = while_marked(at, "configurations", configurations_of_texts)
    tried = {search_configuration(language), *in_use}
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

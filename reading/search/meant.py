"""Pages that a reader may have meant who asked for an address without one: by the words of its path.

The search finds them, so that what it may not show is not here either.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from django.db import OperationalError
from psycopg.errors import QueryCanceled

from prose.text_language.search_query import parse
from prose.text_language.search_words import fold
from reading.languages.addresses import without_language
from reading.search.filters import Filters
from reading.search.names import NOUNS
from reading.search.results import search
from reading.site import Site
from website.old_paths import kept_query

MOST_CHARS = 80
"""Characters of a path that the page of a missing address offers to search for."""
MOST_SHOWN = 5
_MOST_WORDS = 8
_LEAST_CHARS = 3
_IN_PAIRS = 4
_OF_PAGES = re.compile(r"(?:html?|php|aspx?)?")
"""Endings of addresses of pages; what programs try at random has others."""


@dataclass(frozen=True)
class Meant:
    """Rows of pieces, paths and names of profiles, and the words in a near spelling where nothing has them."""

    pieces: list[dict[str, Any]] = field(default_factory=list)
    profiles: list[tuple[str, str]] = field(default_factory=list)
    spelled: str = ""

    def __bool__(self) -> bool:
        return bool(self.pieces or self.profiles or self.spelled)


def words_of(path: str) -> str:
    """The words in the last part of a path, to search for: "/articles/a-crisis.html" -> "a crisis"."""
    return " ".join(re.findall(r"[^\W_]+", _last(path)[0]))[:MOST_CHARS]


def meant_by(path: str, query: str, at: dt.datetime, site: Site) -> Meant:
    """The pieces and names that a path may mean; nothing for one that looks like no page's, or asks for a part of one.

    `query`: what stands behind the path; a list that has no such page is there itself.
    """
    ending = _last(path)[1]
    words = [word for word in words_of(path).lower().split() if len(word) >= _LEAST_CHARS][:_MOST_WORDS]
    is_of_a_page = bool(_OF_PAGES.fullmatch(ending)) and not kept_query(query)
    if not is_of_a_page or not words or (ending and len(words) < 2):
        return Meant()
    noun = without_language(path)[1].split("/")[1]
    try:
        return _meant(words, noun in NOUNS.values(), at, site)
    except OperationalError as problem:
        if not isinstance(problem.__cause__, QueryCanceled):
            raise
        return Meant()


def _meant(words: list[str], is_named: bool, at: dt.datetime, site: Site) -> Meant:
    """`is_named`: the address is that of a person, an outlet, a topic or a series, whose name has all the words."""
    query = parse(" ".join(words) if is_named else _in_pairs(words))
    found = search(
        query,
        Filters(read_in=site.searched_in),
        at,
        language=site.language,
        today=at.astimezone(site.zone).date(),
    )
    return Meant(
        [row for row in found.editions if _has_most(row, words)][:MOST_SHOWN],
        [(each.path, each.name) for each in found.profiles],
        " ".join(dict.fromkeys(found.meant.replace(" OR ", " ").split())),
    )


def _in_pairs(words: list[str]) -> str:
    """A search for any two of the longest words: one alone may stand in each piece of the desk, which takes long."""
    longest = sorted(words, key=len, reverse=True)[:_IN_PAIRS]
    some = [word for word in words if word in longest]
    return " OR ".join(map(" ".join, combinations(some, 2))) or " ".join(some)


def _has_most(row: dict[str, Any], words: list[str]) -> bool:
    """True if headline, dek or byline have at least half of the words: others are found in some text by chance."""
    title = fold(" ".join(str(row[name]) for name in ("headline", "dek", "byline")))
    return 2 * sum(fold(word) in title for word in words) >= len(words)


def _last(path: str) -> tuple[str, str]:
    """The last part of a path, and the ending of a file's name behind it: ("a-crisis", "html")."""
    name, _, ending = path.rstrip("/").rpartition("/")[2].partition(".")
    return name, ending.lower()

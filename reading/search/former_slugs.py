"""Filters by a slug that a person, an outlet or a topic had: the search leads on to that of today."""

import datetime as dt
from dataclasses import replace

from reading.addresses.moved import moved_to
from reading.search.filters import Filters
from reading.search.results import Results

_NOUNS = {"person": "authors", "outlet": "outlets", "topic": "topics"}


def with_slugs_of_today(filters: Filters, results: Results, at: dt.datetime) -> Filters | None:
    """The filters with other slugs in place of former ones; None where all are of today.

    The results of a slug of today have it among their values: only for others there is something to look up.
    """
    changed = {}
    for facet, noun in _NOUNS.items():
        slug = getattr(filters, facet)
        is_of_today = not slug or slug in {choice.slug for choice in results.facets.get(facet, ())}
        if not is_of_today and (path := moved_to(noun, slug, at)):
            changed[facet] = path.strip("/").rpartition("/")[2]
    return replace(filters, **changed) if changed else None

"""The terms of a permission in one line, for the closed part of its form."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from articles.models.rights import SEARCH_POLICY_CHOICES
from prose.dates import day_in_words
from prose.words import cut_line

TERMS = (
    "standing", "scope", "credit", "holder", "licence", "valid_until", "embargo_day", "embargo_time", "embargo_zone",
    "search_policy", "may_be_passed_on", "edits_allowed",
)  # fmt: skip
"""Fields of the form that are asked for on demand; those before them come first."""
_SHORT = 60  # characters of a text that the line repeats


def terms_in_words(values: dict[str, Any]) -> str:
    """ "for good; our page may be found; we may edit it and may not let others republish it". `values`: of `TERMS`."""
    return "; ".join(_words(values))


def _words(values: dict[str, Any]) -> Iterator[str]:
    if standing := values.get("standing"):
        yield f"under “{_short(standing)}”"
    if licence := values.get("licence"):
        yield f"under the licence {licence}"
    embargo, until = values.get("embargo_day"), values.get("valid_until")
    if isinstance(embargo, dt.date):
        yield f"not before {day_in_words(embargo)}"
    yield f"over from {day_in_words(until)}" if isinstance(until, dt.date) else "for good"
    if credit := values.get("credit"):
        yield f"with the words “{_short(credit)}”"
    if holder := values.get("holder"):
        yield f"copyright held by {_short(holder)}"
    if scope := values.get("scope"):
        yield f"in words “{_short(scope)}”"
    search = dict(SEARCH_POLICY_CHOICES).get(values.get("search_policy") or "", SEARCH_POLICY_CHOICES[0][1])
    yield search[:1].lower() + search[1:]
    edit, passed_on = values.get("edits_allowed"), values.get("may_be_passed_on")
    yield f"we {'may' if edit else 'may not'} edit it"
    yield f"others {'may' if passed_on else 'may not'} republish it"


def _short(text: object) -> str:
    return cut_line(str(text), _SHORT)

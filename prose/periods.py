"""Periods of days: from a first day until an end, which is not part of it. Either may be open (None).

One rule for every dated record: posts, names, labels, texts, house styles, licences, notices.
"""

import datetime as dt

from django.db.models import CheckConstraint, F, Q
from django.db.models.expressions import Combinable

ENDS_TOO_SOON = "The last day must come after the first."
OVERLAP = "overlap"
"""Error code of constraints against two rows on one day; `prose.forms.dated_rows` checks them in a form."""


def is_within(on: dt.date, first: dt.date | None, end: dt.date | None) -> bool:
    """True if a day is in the period from `first` until `end`."""
    return (first is None or first <= on) and (end is None or on < end)


def within(on: dt.date | Combinable, *, first: str = "from_on", end: str = "until_on") -> Q:
    """Condition for rows in whose period a day is: `is_within` in SQL. `first`, `end`: their fields."""
    has_begun = Q(**{f"{first}__isnull": True}) | Q(**{f"{first}__lte": on})
    return has_begun & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": on}))


def order_problems(first: dt.date | None, end: dt.date | None, *, field: str) -> dict[str, str]:
    """The error for `field` if the end is not after the first day, else {}.

    `Model.clean` asks this before the constraints, because PostgreSQL cannot build a range of two days in the wrong
    order and a constraint on ranges would raise a database error.
    """
    return {field: ENDS_TOO_SOON} if first and end and end <= first else {}


def runs_forward(name: str, *, first: str = "from_on", end: str = "until_on") -> CheckConstraint:
    """Constraint: the end of a period comes after its first day."""
    is_open = Q(**{f"{first}__isnull": True}) | Q(**{f"{end}__isnull": True})
    return CheckConstraint(
        condition=is_open | Q(**{f"{end}__gt": F(first)}), name=name, violation_error_message=ENDS_TOO_SOON
    )

"""Validation of a first day and an exclusive end on one form."""

import datetime as dt

ENDS_TOO_SOON = "The last day must come after the first."


def order_problems(first: dt.date | None, end: dt.date | None, *, field: str) -> dict[str, str]:
    """The error for `field` if the end is not after the first day, else {}.

    `Model.clean` asks this before the constraints, because PostgreSQL cannot build a range of two days in the wrong
    order and a constraint on ranges would raise a database error.
    """
    return {field: ENDS_TOO_SOON} if first and end and end <= first else {}

"""A first day and an exclusive end beside each other on a form."""

import datetime as dt

ENDS_TOO_SOON = "The last day must come after the first."


def order_problems(first: dt.date | None, end: dt.date | None, *, field: str) -> dict[str, str]:
    """The error of an end that does not come after its beginning, at the end's `field`; empty when it does.

    Said before the constraints are asked: PostgreSQL cannot make a range of two days in the wrong order, and a
    constraint that compares ranges would fail instead of answering.
    """
    return {field: ENDS_TOO_SOON} if first and end and end <= first else {}

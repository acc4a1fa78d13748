"""Dates in the columns of admin lists."""

import datetime as dt

from prose.dates import day_in_words


def day_in_list(day: dt.date | None) -> str:
    """ "1 January 2019"; "" for None."""
    return day_in_words(day) if day else ""

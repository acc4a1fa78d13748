"""Dates in the columns of admin lists."""

import datetime as dt

from django.template.defaultfilters import date


def day_in_list(day: dt.date | None) -> str:
    """ "1 January 2019"; "" for None."""
    return date(day, "j F Y")

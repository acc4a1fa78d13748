"""How the desk's lists write a day."""

import datetime as dt

from django.template.defaultfilters import date


def in_a_list(day: dt.date | None) -> str:
    """ "1 January 2019"; nothing for an open end."""
    return date(day, "j F Y")

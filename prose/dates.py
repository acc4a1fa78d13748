"""Days as print knows them: a day, a month or a year, in words, in the page's own language.

A printed day has no hour and no time zone: it is never shifted. A program that needs an instant takes
noon in the institution's zone (`noon`).
"""

import datetime as dt
import re
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import dateformat, formats, translation

from prose.languages import BY_CODE


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_FORMATS = {Precision.DAY: "DATE_FORMAT", Precision.MONTH: "YEAR_MONTH_FORMAT"}

# Django abbreviates months in some patterns ("Sept.", "Jan"); print spells them out (Chicago 9.31).
_SHORT_MONTH = re.compile(r"(?<!\\)[MN]")


EARLIEST = dt.date(1600, 1, 1)
"""No piece ran before there were newspapers (Strasbourg, 1605): an earlier day is a slip of the keyboard."""


def check_day(day: dt.date | None) -> dt.date | None:
    """Django's form of the rule that a day can be right at all."""
    if day and day < EARLIEST:
        raise ValidationError(f"The year {day.year} cannot be right.", code="day")
    return day


def in_words(day: dt.date, language: str, precision: str = Precision.DAY) -> str:
    """ "June 11, 2020", "11. Juni 2020", "June 2020", "2020": by the language's own order and month names."""
    if precision == Precision.YEAR:
        return str(day.year)
    locale = language.lower() if language in BY_CODE else "en"
    with translation.override(locale):
        pattern = formats.get_format(_FORMATS[Precision(precision)], lang=locale)
        return dateformat.format(day, _SHORT_MONTH.sub("F", pattern))


def iso(day: dt.date, precision: str = Precision.DAY) -> str:
    """The known part of a date for `<time datetime>`: "2020-06-11", "2020-06", "2020" (HTML, valid date strings)."""
    return day.isoformat()[: {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[Precision(precision)]]


def noon(day: dt.date, time_zone: str) -> dt.datetime:
    """The instant that stands for a day where a program needs one: noon in that zone."""
    return dt.datetime.combine(day, dt.time(12), tzinfo=ZoneInfo(time_zone))

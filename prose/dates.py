"""Days as print knows them: a day, a month, a year, or a day whose year nobody knows, in the page's own language.

A printed day has no hour and no time zone: it is never shifted. A program that needs an instant takes
noon in the institution's zone (`noon`). What is not known of a day is printed nowhere, for machines neither.
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
    MONTH_DAY = "month-day"


YEAR_UNKNOWN = 2000
"""The year that is stored, and never read, with a day and a month whose year nobody knows: a leap year."""

_FORMATS = {
    Precision.DAY: "DATE_FORMAT",
    Precision.MONTH: "YEAR_MONTH_FORMAT",
    Precision.MONTH_DAY: "MONTH_DAY_FORMAT",
}
# Django abbreviates months in some patterns ("Sept.", "Jan"); print spells them out (Chicago 9.31).
_SHORT_MONTH = re.compile(r"(?<!\\)[MN]")
_MONTH_NAME = re.compile(r"(?<!\\)F")
# A leading nought belongs to tables, not to sentences.
_PADDED = re.compile(r"(?<!\\)[dm]")
_UNPADDED = {"d": "j", "m": "n"}
# French counts the first of a month by its rank: "1er mai", then "2 mai".
_FIRST = re.compile(r"^1\b(?= )")
# Everywhere else a month begins with a small letter (Django capitalises some of them all the same).
_CAPITAL_MONTHS = frozenset({"en", "de", "tr"})

EARLIEST = dt.date(1600, 1, 1)
"""No piece ran before there were newspapers (Strasbourg, 1605): an earlier day is a slip of the keyboard."""


def check_day(day: dt.date | None) -> dt.date | None:
    """Django's form of the rule that a day can be right at all."""
    if day and day < EARLIEST:
        raise ValidationError(f"The year {day.year} cannot be right.", code="day")
    return day


def in_words(day: dt.date, language: str, precision: str = Precision.DAY) -> str:
    """ "June 11, 2020", "11. Juni 2020", "June 2020", "2020", "June 11": in the language's own order and months."""
    if precision == Precision.YEAR:
        return str(day.year)
    locale = language.lower() if language in BY_CODE else "en"
    with translation.override(locale):
        said = str(dateformat.format(day, _pattern(Precision(precision), locale)))
    if locale == "fr" and day.day == 1:
        said = _FIRST.sub("1er", said)
    return said if locale.split("-")[0] in _CAPITAL_MONTHS else said.lower()


def _pattern(precision: Precision, locale: str) -> str:
    """Django's pattern with whole months, plain numbers and, beside a day, the month in the case it takes there."""
    pattern = _SHORT_MONTH.sub("F", formats.get_format(_FORMATS[precision], lang=locale))
    pattern = _PADDED.sub(lambda found: _UNPADDED[found[0]], pattern)
    # Django declines the month in such a language's full date only: "20 мая 2016", but "20 май".
    if precision == Precision.MONTH_DAY and "E" in formats.get_format("DATE_FORMAT", lang=locale):
        pattern = _MONTH_NAME.sub("E", pattern)
    return pattern


_ISO = {
    Precision.DAY: slice(10),
    Precision.MONTH: slice(7),
    Precision.YEAR: slice(4),
    Precision.MONTH_DAY: slice(5, 10),
}


def iso(day: dt.date, precision: str = Precision.DAY) -> str:
    """The known part for `<time datetime>`: "2020-06-11", "2020-06", "2020", "06-11" (HTML, valid date strings)."""
    return day.isoformat()[_ISO[Precision(precision)]]


def known_day(day: dt.date | None, precision: str = Precision.DAY) -> dt.date | None:
    """The day for ordering and reckoning; None where its year is not known."""
    return None if precision == Precision.MONTH_DAY else day


def without_year(day: dt.date) -> dt.date:
    """The day as one whose year nobody knows is stored."""
    return day.replace(year=YEAR_UNKNOWN)


def noon(day: dt.date, time_zone: str) -> dt.datetime:
    """The instant that stands for a day where a program needs one: noon in that zone."""
    return dt.datetime.combine(day, dt.time(12), tzinfo=ZoneInfo(time_zone))

"""Printed dates with their precision (a day, a month, a year, or a day without its year), in the page's language.

A printed day has no hour and no time zone. Code that needs an instant takes noon in the institution's zone
(`noon`). Unknown parts of a date are never printed, not even for machines.
"""

import datetime as dt
import re
from calendar import monthrange
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from django.conf import global_settings
from django.core.exceptions import ValidationError
from django.utils import dateformat, formats, translation

from prose.languages import BY_CODE, base


class Precision(StrEnum):
    """The known parts of a date."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    MONTH_DAY = "month-day"


YEAR_UNKNOWN = 2000
"""Stored and never read as the year of a date without a known year; a leap year, so that 29 February fits."""

_FORMATS = {
    Precision.DAY: "DATE_FORMAT",
    Precision.MONTH: "YEAR_MONTH_FORMAT",
    Precision.MONTH_DAY: "MONTH_DAY_FORMAT",
}
# Django abbreviates months in some patterns ("Sept.", "Jan"); print writes them in full (Chicago 9.31).
_SHORT_MONTH = re.compile(r"(?<!\\)[MN]")
_MONTH_NAME = re.compile(r"(?<!\\)F")
# No leading zeros inside a sentence.
_PADDED = re.compile(r"(?<!\\)[dm]")
_UNPADDED = {"d": "j", "m": "n"}
# French writes the first of a month as an ordinal: "1er mai", but "2 mai".
_FIRST = re.compile(r"^1\b(?= )")
# Languages with capital months; Django capitalises some of the others too.
_CAPITAL_MONTHS = frozenset({"en", "de", "tr"})

EARLIEST = dt.date(1600, 1, 1)
"""Earlier days are typing errors: the first newspaper appeared in Strasbourg in 1605."""


def check_day(day: dt.date | None) -> dt.date | None:
    """Return the day. Raises ValidationError if it is before `EARLIEST`."""
    if day and day < EARLIEST:
        raise ValidationError(f"The year {day.year} cannot be right.", code="day")
    return day


def check_days(row: object, *fields: str) -> None:
    """Raise a ValidationError for the first of a record's fields whose day is before `EARLIEST`."""
    for field in fields:
        try:
            check_day(getattr(row, field))
        except ValidationError as error:
            raise ValidationError({field: error}) from error


def in_words(day: dt.date, language: str, precision: str = Precision.DAY) -> str:
    """The date in a language: "June 11, 2020", "11. Juni 2020", "June 2020", "2020", "June 11"."""
    if precision == Precision.YEAR:
        return str(day.year)
    locale = language.lower() if language in BY_CODE else "en"
    with translation.override(locale):
        text = str(dateformat.format(day, _pattern(Precision(precision), locale)))
    if locale == "fr" and day.day == 1:
        text = _FIRST.sub("1er", text)
    return text if base(locale) in _CAPITAL_MONTHS else text.lower()


def month_in_words(day: dt.date, language: str) -> str:
    """The month alone: "June", "июнь", "6월"."""
    locale = language.lower() if language in BY_CODE else "en"
    with translation.override(locale):
        text = str(dateformat.format(day, "F"))
    return text if base(locale) in _CAPITAL_MONTHS else text.lower()


@cache
def _pattern(precision: Precision, locale: str) -> str:
    """Django's format with full month names and no leading zeros; the month is inflected where a day precedes it."""
    pattern = _SHORT_MONTH.sub("F", _django_format(_FORMATS[precision], locale))
    pattern = _PADDED.sub(lambda letter: _UNPADDED[letter[0]], pattern)
    # In such languages Django inflects the month in full dates only: "20 мая 2016", but "20 май".
    if precision == Precision.MONTH_DAY and "E" in _django_format("DATE_FORMAT", locale):
        pattern = _MONTH_NAME.sub("E", pattern)
    return pattern


def _django_format(name: str, locale: str) -> str:
    """A format of a language as Django has it; `settings.FORMAT_MODULE_PATH` is for the desk's screens alone."""
    modules = (*formats.iter_format_modules(locale, []), global_settings)
    return str(next(getattr(module, name) for module in modules if hasattr(module, name)))


_ISO = {
    Precision.DAY: slice(10),
    Precision.MONTH: slice(7),
    Precision.YEAR: slice(4),
    Precision.MONTH_DAY: slice(5, 10),
}


_RUSSIAN_IN = (
    "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре",
    "декабре",
)  # fmt: skip
_DAY_WORDS = {"en": "on {}", "de": "am {}", "fr": "le {}", "ru": "{}", "ar": "في {}", "ko": "{}에"}
_MONTH_WORDS = {"en": "in {}", "de": "im {}", "fr": "en {}", "ru": "в {}", "ar": "في {}", "ko": "{}에"}
_YEAR_WORDS = {**_MONTH_WORDS, "de": "im Jahr {}", "ru": "в {} г.", "ko": "{}년에"}
_WITH_DATE = {
    "en": r"\b(?:on|in) {date}", "de": r"\b(?:am|im) {date}", "fr": r"\b(?:le|en) {date}", "ru": r"\b[вВ] {date}",
    "ar": r"\bفي {date}", "ko": r"{date}에",
}  # fmt: skip
"""Language -> a preposition that a template writes before its date, or a particle after it."""


def with_preposition(day: dt.date, language: str, precision: str = Precision.DAY) -> str:
    """The date as a sentence joins it: "on June 11, 2020", "in June 2020", "im Jahr 2020", "в июне 2020 г.".

    In a language without such words here it is the date alone.
    """
    spoken, date = base(language), in_words(day, language, precision)
    words = {Precision.MONTH: _MONTH_WORDS, Precision.YEAR: _YEAR_WORDS}.get(Precision(precision), _DAY_WORDS)
    if spoken == "ru" and precision == Precision.MONTH:
        date = f"{_RUSSIAN_IN[day.month - 1]} {day.year} г."
    return words.get(spoken, "{}").format(date)


def joined_by_precision(template: str, language: str, slot: str = "date") -> str:
    """A template with `{on_date}` for a date with a preposition: "on {date}" is right for a whole date only.

    `slot`: the name of the date's slot.
    """
    joined = _WITH_DATE.get(base(language))
    pattern = joined.replace("{date}", rf"\{{{slot}\}}") if joined else ""
    return re.sub(pattern, f"{{on_{slot}}}", template) if joined else template


def iso(day: dt.date, precision: str = Precision.DAY) -> str:
    """The known part for `<time datetime>`: "2020-06-11", "2020-06", "2020", "06-11" (HTML, valid date strings)."""
    return day.isoformat()[_ISO[Precision(precision)]]


def day_of(iso_day: str | None) -> dt.date | None:
    """The day of a JSON value; None for null and for an empty text."""
    return dt.date.fromisoformat(iso_day) if iso_day else None


def known_day(day: dt.date | None, precision: str = Precision.DAY) -> dt.date | None:
    """The day for sorting and comparing; None if its year is unknown."""
    return None if precision == Precision.MONTH_DAY else day


def first_day(day: dt.date, precision: str = Precision.DAY) -> dt.date:
    """The first day of the known month or year; the day itself where it is known."""
    if precision == Precision.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if precision == Precision.MONTH else day


def last_day(day: dt.date, precision: str = Precision.DAY) -> dt.date:
    """The last day of the known month or year; the day itself where it is known."""
    if precision == Precision.YEAR:
        return day.replace(month=12, day=31)
    return day.replace(day=monthrange(day.year, day.month)[1]) if precision == Precision.MONTH else day


def is_within(day: dt.date, period: dt.date, precision: str) -> bool:
    """True for a day in a month or a year of which no day is known."""
    is_open = precision in (Precision.MONTH, Precision.YEAR)
    return is_open and first_day(period, precision) <= day <= last_day(period, precision)


def without_year(day: dt.date) -> dt.date:
    """The day as stored when its year is unknown."""
    return day.replace(year=YEAR_UNKNOWN)


def noon(day: dt.date, time_zone: str) -> dt.datetime:
    """Noon of the day in that zone, for code that needs an instant."""
    return dt.datetime.combine(day, dt.time(12), tzinfo=ZoneInfo(time_zone))


def begins_first(day: dt.date) -> dt.datetime:
    """The instant at which a day begins where it begins first: in UTC+14."""
    return dt.datetime.combine(day, dt.time(), dt.UTC) - dt.timedelta(hours=14)


def begins_last(day: dt.date) -> dt.datetime:
    """The instant at which a day begins where it begins last: in UTC-12."""
    return dt.datetime.combine(day, dt.time(), dt.UTC) + dt.timedelta(hours=12)


def day_in_words(day: dt.date, precision: str = Precision.DAY) -> str:
    """The date as the desk's screens and messages write it, whatever the page's language: "11 June 2020"."""
    return in_words(day, "en-GB", precision)


def hour_in_words(instant: dt.datetime, zone: dt.tzinfo) -> str:
    """The same with the hour by the clocks of a zone: "11 June 2020, 09:30"."""
    local = instant.astimezone(zone)
    return f"{day_in_words(local.date())}, {local:%H:%M}"


def zone_in_words(zone: str) -> str:
    """ "New York time" for "America/New_York"; "UTC"."""
    return f"{city_of(zone)} time" if "/" in zone else zone


def city_of(zone: str) -> str:
    """The city that a time zone is named after: "New York" for "America/New_York"."""
    return zone.rpartition("/")[2].replace("_", " ")

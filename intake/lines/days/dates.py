"""Dates as texts write them: months of seventeen languages, any usual order, real days only.

A day that does not exist, or that could be read two ways (3/4/2019), is no date: it stays in the text. A day without
a year ("May 20") is only a date where a sentence has a place for one: `date_in_sentence`.
"""

import datetime as dt
import re

from intake.findings import FoundDay
from intake.lines.days.calendar_words import MONTH_NUMBERS, WEEKDAYS, alternatives
from intake.patterns import Pattern
from prose.dates import YEAR_UNKNOWN, Precision

_NAMES = alternatives(set(MONTH_NUMBERS))
_MONTH = rf"(?:{_NAMES})\b\.?"
_WEEKDAY = rf"(?:{alternatives({name for names in WEEKDAYS for name in names.split()})})\b\.?"
_BEFORE = rf"(?:{_WEEKDAY}\s*[,،]?\s+(?:(?:den|the|le|el|il|dia|den|dnia|يوم)\s+)?)?"
_ANY_DAY = r"\d{1,2}"  # a day that does not exist is to be recognised, and refused, instead of half read
_YEAR = r"(?:1[89]|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª|\.|-?го)?"
_OF = r"(?:of\s+|de\s+|d')?"
_YEAR_WORD = r"(?:\s*(?:года?|году|г|року|р|r)\b\.?)?"
_EAST_DAYS = r"[月火水木金土日一二三四五六월화수목금토일]"
_AFTER_EAST = rf"(?:\s?[(（]{_EAST_DAYS}(?:曜日?|요일)?[)）]|\s?{_EAST_DAYS}(?:曜日|요일))?"
_FORMS = (
    rf"(?P<m>{_MONTH})\s+(?P<d>{_ANY_DAY})(?:st|nd|rd|th)?\s*[,،.]?\s+(?P<y>{_YEAR})",
    rf"(?P<d>{_ANY_DAY}){_ORDINAL}[\s-]+{_OF}(?P<m>{_MONTH})(?:\s?/\s?{_MONTH})?\s*[,،]?[\s-]+(?:del?\s+)?(?P<y>{_YEAR})"
    rf"(?!\d){_YEAR_WORD}",
    rf"(?P<y>{_YEAR})[-/.](?P<n>\d\d)[-/.](?P<d>\d\d)\.?",
    rf"(?P<d>{_ANY_DAY})\.\s?(?P<n>\d{{1,2}})\.\s?(?P<y>{_YEAR})",
    rf"(?P<y>{_YEAR})\.\s(?P<n>\d{{1,2}})\.\s(?P<d>{_ANY_DAY})\.?",
    rf"(?P<y>{_YEAR})\s?[년年]\s?(?P<n>\d{{1,2}})\s?[월月]\s?(?P<d>{_ANY_DAY})\s?[일日](?:자)?{_AFTER_EAST}",
    rf"(?P<d>1[3-9]|2\d|3[01])[/-](?P<n>0?\d|1[0-2])[/-](?P<y>{_YEAR})",
    rf"(?P<n>0?\d|1[0-2])[/-](?P<d>1[3-9]|2\d|3[01])[/-](?P<y>{_YEAR})",
    rf"(?P<m>{_MONTH})\s*[,،]?\s+(?:de\s+|del\s+)?(?P<y>{_YEAR})(?!\d){_YEAR_WORD}",
    rf"(?P<y>{_YEAR})\s?[년年]\s?(?P<n>\d{{1,2}})\s?[월月](?!\s?\d)",
    rf"(?P<n>\d{{1,2}})/(?P<y>{_YEAR})",
)
_WITH_DAY = 8  # of the forms above name a day, the others only a month
_NO_YEAR = (
    rf"(?P<m>{_MONTH})\s+(?P<d>{_ANY_DAY})(?:st|nd|rd|th)?(?![\d:])(?!\s*[,،]?\s*\d)",
    rf"(?P<d>{_ANY_DAY}){_ORDINAL}\s+{_OF}(?P<m>{_MONTH})(?!\s*[,،]?\s*(?:del?\s+)?\d)",
    rf"(?P<n>\d{{1,2}})[월月]\s?(?P<d>{_ANY_DAY})[일日](?:자)?",
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)


def _pattern(form: str) -> Pattern:
    return Pattern(_BEFORE + form + r"(?!\d)", re.IGNORECASE)


_PATTERNS = tuple(_pattern(form) for form in _FORMS)
_PATTERNS_WITHOUT_YEAR = tuple(_pattern(form) for form in _NO_YEAR)
_LONGEST = 60
_JOINT = r"(?:st|nd|rd|th|er|of|del?|the|den|le|el|года?|г|го|r|년|월|일|자)(?!\w)"
MAYBE_DATE = (
    rf"(?:\d|{_WEEKDAY}|(?:{_NAMES})\b)"
    rf"(?:[\d .,،/º-]|{_JOINT}|[년월일年月日]|[(（]?{_EAST_DAYS}(?:요일|曜日?)?[)）]?|(?:{_NAMES})\b){{0,30}}?"
)
"""Words in a date's place, for larger patterns; `whole_date` decides whether they name a day."""


def date_at_start(text: str) -> tuple[FoundDay, str] | None:
    """The date that a text begins with and its words; None if it begins with none, or with one that never was."""
    return _first_date(_PATTERNS, text)


def date_inside(text: str) -> FoundDay | None:
    """The first day that is named anywhere in a line, with its year."""
    line = text[:300].translate(_DIGITS)
    days = [
        (match.start(), day)
        for pattern in _PATTERNS[:_WITH_DAY]
        if (match := pattern.search(line))
        and not line[: match.start()][-1:].isalnum()
        and (day := _day(match))
    ]
    return min(days, key=lambda each: each[0])[1] if days else None


def whole_date(text: str) -> FoundDay | None:
    """The date that a text is, a final stop or comma aside."""
    return _only_date(_PATTERNS, text)


def date_in_sentence(text: str) -> FoundDay | None:
    """The date that words in a date's place are, also one without a year.

    Its year then is `YEAR_UNKNOWN`, its precision MONTH_DAY.
    """
    return _only_date(_PATTERNS, text) or _only_date(_PATTERNS_WITHOUT_YEAR, text)


def impossible_date(text: str) -> str:
    """Words at the start of a text that look like a date, but name a day that never was; else empty."""
    start = text[:_LONGEST].translate(_DIGITS)
    for pattern in _PATTERNS[:_WITH_DAY]:
        if (match := pattern.match(start)) and not _day(match):
            return text[: match.end()]
    return ""


def _first_date(patterns: tuple[Pattern, ...], text: str) -> tuple[FoundDay, str] | None:
    start = text[:_LONGEST].translate(_DIGITS)
    for pattern in patterns:
        if match := pattern.match(start):
            day = _day(match)
            return (day, text[: match.end()]) if day else None
    return None


def _only_date(patterns: tuple[Pattern, ...], text: str) -> FoundDay | None:
    text = text.strip()
    date = _first_date(patterns, text)
    return date[0] if date and not text[len(date[1]) :].strip(" .,،") else None


def _day(match: re.Match[str]) -> FoundDay | None:
    """The day of a match; None if it never was."""
    parts = match.groupdict()
    month = int(parts["n"]) if parts.get("n") else _month_number(parts["m"])
    try:
        on = dt.date(int(parts.get("y") or YEAR_UNKNOWN), month, int(parts.get("d") or 1))
    except ValueError:
        return None
    if not parts.get("y"):
        return FoundDay(on, Precision.MONTH_DAY)
    return FoundDay(on, Precision.DAY if parts.get("d") else Precision.MONTH)


def _month_number(name: str) -> int:
    return MONTH_NUMBERS[" ".join(name.lower().rstrip(".").split())]

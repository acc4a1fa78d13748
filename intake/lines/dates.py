"""Dates as texts write them: months of seven languages, any usual order, real days only.

A day that does not exist, or that could be read two ways (3/4/2019), is no date: it stays in the text. A day without
a year ("May 20") is only a date where a sentence has a place for one: `date_in_sentence`.
"""

import datetime as dt
import re

from intake.findings import FoundDay
from intake.patterns import Pattern
from prose.dates import YEAR_UNKNOWN, Precision

_MONTHS = (
    "january jan januar jänner janvier janv enero ene января январь январе يناير كانون_الثاني",
    "february feb februar feber février fevrier févr febrero февраля февраль феврале فبراير شباط",
    "march mar märz maerz mrz mars marzo марта март марте مارس آذار",
    "april apr avril avr abril abr апреля апрель апреле أبريل ابريل إبريل نيسان",
    "may mai mayo мая май мае مايو أيار",
    "june jun juni juin junio июня июнь июне يونيو حزيران",
    "july jul juli juillet juil julio июля июль июле يوليو تموز",
    "august aug août aout agosto ago августа август августе أغسطس اغسطس آب",
    "september sep sept septembre septiembre setiembre сентября сентябрь сентябре سبتمبر أيلول",
    "october oct oktober okt octobre octubre октября октябрь октябре أكتوبر اكتوبر تشرين_الأول",
    "november nov novembre noviembre ноября ноябрь ноябре نوفمبر تشرين_الثاني",
    "december dec dezember dez décembre decembre déc diciembre dic декабря декабрь декабре ديسمبر كانون_الأول",
)
MONTH_NUMBERS = {
    name.replace("_", " "): number for number, names in enumerate(_MONTHS, start=1) for name in names.split()
}
_NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_MONTH = rf"(?:{_NAMES})\b\.?"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_BEFORE = rf"(?:{_WEEKDAY},?\s+(?:(?:den|the|le|el)\s+)?)?"
_ANY_DAY = r"\d{1,2}"  # a day that does not exist is to be recognised, and refused, instead of half read
_YEAR = r"(?:1[89]|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.|-?го)?"
_OF = r"(?:of\s+|de\s+)?"
_FORMS = (
    rf"(?P<m>{_MONTH})\s+(?P<d>{_ANY_DAY})(?:st|nd|rd|th)?\s*[,،]?\s+(?P<y>{_YEAR})",
    rf"(?P<d>{_ANY_DAY}){_ORDINAL}\s+{_OF}(?P<m>{_MONTH})(?:\s?/\s?{_MONTH})?\s*[,،]?\s+(?:del?\s+)?(?P<y>{_YEAR})"
    r"(?!\d)(?:\s*(?:года?|г)\b\.?)?",
    rf"(?P<y>{_YEAR})-(?P<n>\d\d)-(?P<d>\d\d)",
    rf"(?P<d>{_ANY_DAY})\.\s?(?P<n>\d{{1,2}})\.\s?(?P<y>{_YEAR})",
    rf"(?P<y>{_YEAR})년\s?(?P<n>\d{{1,2}})월\s?(?P<d>{_ANY_DAY})일(?:자)?",
    rf"(?P<m>{_MONTH})\s*[,،]?\s+(?:de\s+|del\s+)?(?P<y>{_YEAR})(?!\d)(?:\s*(?:года?|г)\b\.?)?",
    rf"(?P<y>{_YEAR})년\s?(?P<n>\d{{1,2}})월(?!\s?\d)",
    rf"(?P<n>\d{{1,2}})/(?P<y>{_YEAR})",
)
_WITH_DAY = 5  # of the forms above name a day, the others only a month
_NO_YEAR = (
    rf"(?P<m>{_MONTH})\s+(?P<d>{_ANY_DAY})(?:st|nd|rd|th)?(?![\d:])(?!\s*[,،]?\s*\d)",
    rf"(?P<d>{_ANY_DAY}){_ORDINAL}\s+{_OF}(?P<m>{_MONTH})(?!\s*[,،]?\s*(?:del?\s+)?\d)",
    rf"(?P<n>\d{{1,2}})월\s?(?P<d>{_ANY_DAY})일(?:자)?",
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def _pattern(form: str) -> Pattern:
    return Pattern(_BEFORE + form + r"(?!\d)", re.IGNORECASE)


_PATTERNS = tuple(_pattern(form) for form in _FORMS)
_PATTERNS_WITHOUT_YEAR = tuple(_pattern(form) for form in _NO_YEAR)
_LONGEST = 60
_JOINT = r"(?:st|nd|rd|th|er|of|del?|the|den|le|el|года?|г|го|년|월|일|자)(?!\w)"
MAYBE_DATE = rf"(?:\d|{_WEEKDAY}|(?:{_NAMES})\b)(?:[\d .,،/º-]|{_JOINT}|[년월일]|(?:{_NAMES})\b){{0,30}}?"
"""Words in a date's place, for larger patterns; `whole_date` decides whether they name a day."""


def date_at_start(text: str) -> tuple[FoundDay, str] | None:
    """The date that a text begins with and its words; None if it begins with none, or with one that never was."""
    return _first_date(_PATTERNS, text)


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

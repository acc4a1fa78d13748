"""Dates as texts write them: English, German, French and Spanish months, any usual order, real days only.

A day that does not exist, or that could be read two ways (3/4/2019), is no date: it stays where it stands.
"""

import datetime as dt
import re

from articles.intake.found import Day
from prose.dates import Precision

_MONTHS = (
    "january jan januar jänner janvier janv enero ene",
    "february feb februar feber février fevrier févr febrero",
    "march mar märz maerz mrz mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet juil julio",
    "august aug août aout agosto ago",
    "september sep sept septembre septiembre setiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre decembre déc diciembre dic",
)
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_BEFORE = rf"(?:{_WEEKDAY},?\s+(?:(?:den|the|le|el)\s+)?)?"
_ANY_DAY = r"\d{1,2}"  # so that a day that does not exist is seen, and refused, instead of half read
_YEAR = r"(?:1[89]|20)\d\d"
_FORMS = (
    rf"(?P<m>{_MONTH})\s+(?P<d>{_ANY_DAY})(?:st|nd|rd|th)?\s*,?\s+(?P<y>{_YEAR})",
    rf"(?P<d>{_ANY_DAY})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<m>{_MONTH})\s*,?\s+(?:del?\s+)?(?P<y>{_YEAR})",
    rf"(?P<y>{_YEAR})-(?P<n>\d\d)-(?P<d>\d\d)",
    rf"(?P<d>{_ANY_DAY})\.\s?(?P<n>\d{{1,2}})\.\s?(?P<y>{_YEAR})",
    rf"(?P<m>{_MONTH})\s*,?\s+(?:de\s+|del\s+)?(?P<y>{_YEAR})",
)


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + form + r"(?!\d)", re.IGNORECASE)


_PATTERNS = tuple(_pattern(form) for form in _FORMS)
MAYBE_DATE = rf"(?:\d|{_WEEKDAY}|{_MONTH})[\w .,/º-]{{0,40}}?"
"""Words in a date's place, for larger patterns; `whole_date` decides whether they name a day."""


def date_at_start(text: str) -> tuple[Day, str] | None:
    """The date a text begins with and its words; None where it begins with none, or with one that never was."""
    for pattern in _PATTERNS:
        if found := pattern.match(text):
            day = _day(found)
            return (day, found[0]) if day else None
    return None


def whole_date(text: str) -> Day | None:
    """The date a text consists of, a final stop or comma aside."""
    found = date_at_start(text.strip())
    if found and not text.strip()[len(found[1]) :].strip(" .,"):
        return found[0]
    return None


def impossible_date(text: str) -> str:
    """Words that look like a date at the start of a text, but name a day that never was; else nothing."""
    for pattern in _PATTERNS[:4]:
        if (found := pattern.match(text)) and not _day(found):
            return found[0]
    return ""


def _day(found: re.Match[str]) -> Day | None:
    parts = found.groupdict()
    month = int(parts["n"]) if parts.get("n") else MONTH_NUMBERS[parts["m"].lower().rstrip(".")]
    try:
        on = dt.date(int(parts["y"]), month, int(parts.get("d") or 1))
    except ValueError:
        return None
    return Day(on, Precision.DAY if parts.get("d") else Precision.MONTH)

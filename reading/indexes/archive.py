"""The archive: all pieces by the year and the month in which lists place them, with their numbers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.safestring import SafeString

from articles.models.edition import Edition
from articles.querysets import UNDATED, EditionQuerySet
from articles.states import Surface
from prose.dates import Precision, in_words, month_in_words
from reading.addresses.leading_on import redirect_to_path
from reading.kept import while_marked
from reading.languages.addresses import without_language
from reading.lists.drawing import draw_list, page_of_list
from reading.lists.paging import Listing
from reading.page import Head, NoPage, draw
from reading.public_view import public_view
from reading.site import Site, load_site
from reading.words.page_words import words_for

_INSTANT = dt.timedelta(microseconds=1)


@dataclass(frozen=True)
class Period:
    """A year or a month with its number of pieces. `path`: its page; `name`: "March", or "2026"."""

    path: str
    name: str
    number: int
    months: tuple["Period", ...] = ()


def _within(at: dt.datetime, begin: dt.datetime, end: dt.datetime) -> EditionQuerySet:
    return Edition.objects.shown_in(Surface.LISTS, at).dated_within(begin, end)


_LISTING = Listing(_within, at=dt.datetime, begin=dt.datetime, end=dt.datetime)


@public_view
def archive(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """All years and months, the newest first."""
    site = load_site(at, language)
    words, numbers = words_for(site.language), _numbers(at, site)
    undated = numbers.get(UNDATED.date(), 0)
    head = Head(
        title=words.by_name["archive"],
        path="/archive/",
        description=words.by_name["archive_about"],
        language=site.language,
        is_indexed=bool(numbers),
        trail=((site.name, site.path), (words.by_name["archive"], "/archive/")),
    )
    total = words.fill("pieces_number", total=str(sum(numbers.values()))) if numbers else ""
    years = while_marked(
        at, ("years", site.time_zone, site.language), lambda: _years_html(numbers, site.language)
    )
    return HttpResponse(
        draw("indexes/archive.html", site=site, head=head, years=years, undated=undated, number=total)
    )


@public_view
def year(request: HttpRequest, at: dt.datetime, year: int, language: str = "") -> HttpResponse:
    """The pieces of a year, and its months."""
    site = load_site(at, language)
    years = [one for one in _years(_numbers(at, site), site.language) if one.name == str(year)]
    if not years:
        raise NoPage(site)
    begin = dt.datetime(year, 1, 1, tzinfo=site.zone)
    period = (begin, dt.datetime(year + 1, 1, 1, tzinfo=site.zone))
    return _pieces_of(request, at, site, period, f"/archive/{year}/", str(year), years[0].months)


@public_view
def month(request: HttpRequest, at: dt.datetime, year: int, month: int, language: str = "") -> HttpResponse:
    """The pieces of a month, and the other months of its year."""
    site = load_site(at, language)
    numbers = _numbers(at, site)
    if not (1 <= month <= 12 and 1900 < year < 9999 and dt.date(year, month, 1) in numbers):
        raise NoPage(site)
    first = dt.date(year, month, 1)
    after = (first + dt.timedelta(days=31)).replace(day=1)
    period = (_midnight(first, site), _midnight(after, site))
    months = next(one.months for one in _years(numbers, site.language) if one.name == str(year))
    name = in_words(first, site.language, Precision.MONTH)
    return _pieces_of(request, at, site, period, f"/archive/{first:%Y/%m}/", name, months)


@public_view
def undated(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """The pieces of which nobody knows the day."""
    site = load_site(at, language)
    if UNDATED.date() not in _numbers(at, site):
        raise NoPage(site)
    name = words_for(site.language).by_name["undated"]
    return _pieces_of(request, at, site, (UNDATED, UNDATED + _INSTANT), "/archive/undated/", name, ())


def _pieces_of(
    request: HttpRequest,
    at: dt.datetime,
    site: Site,
    period: tuple[dt.datetime, dt.datetime],
    path: str,
    name: str,
    months: tuple[Period, ...],
) -> HttpResponse:
    """A page of the pieces of a period. `months`: those of its year. An address with "6" for "06" leads to it."""
    prefix, spelled = without_language(request.path)
    if spelled != path:
        return redirect_to_path(request, f"{prefix}{path}")
    begin, end = period
    page = page_of_list(request, _LISTING, {"at": at, "begin": begin, "end": end}, site)
    words = words_for(site.language)
    head = Head(
        title=name,
        path=path,
        description=words.fill("archive_of", period=name),
        language=site.language,
        trail=((site.name, site.path), (words.by_name["archive"], "/archive/"), (name, path)),
    )
    return draw_list(request, "indexes/period.html", site, head, page, months=months, name=name)


class _Months(dict[dt.date, int]):
    """Numbers of pieces by the first day of their month; that of UNDATED stands for no known day."""


def _numbers(at: dt.datetime, site: Site) -> Mapping[dt.date, int]:
    def count() -> _Months:
        listed = Edition.objects.shown_in(Surface.LISTS, at).order_by().in_language(site.read_in)
        month: Any = TruncMonth("ordered_at", tzinfo=site.zone)
        rows = listed.exclude(ordered_at=UNDATED).annotate(month=month).values("month")
        months = _Months((row["month"].date(), row["number"]) for row in rows.annotate(number=Count("pk")))
        if without := listed.filter(ordered_at=UNDATED).count():
            months[UNDATED.date()] = without
        return months

    return while_marked(at, ("archive", site.time_zone, site.read_in), count)


def _years(numbers: Mapping[dt.date, int], language: str) -> list[Period]:
    """The years that have pieces, the newest first, with their months in order."""
    years: dict[int, list[Period]] = {}
    for first in sorted(numbers, reverse=True):
        if first != UNDATED.date():
            month = Period(f"/archive/{first:%Y/%m}/", month_in_words(first, language), numbers[first])
            years.setdefault(first.year, []).append(month)
    return [
        Period(f"/archive/{year}/", str(year), sum(month.number for month in months), tuple(months[::-1]))
        for year, months in years.items()
    ]


def _years_html(numbers: Mapping[dt.date, int], language: str) -> SafeString:
    """The years and months as HTML."""
    facts = {"years": _years(numbers, language), **words_for(language).for_templates}
    return SafeString(get_template("indexes/_years.html").render(facts))


def _midnight(day: dt.date, site: Site) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), site.zone)

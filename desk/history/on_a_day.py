"""The page "What stood here, and why": the versions that readers had on a day, with hours and reasons."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.press.frozen import ExplainedLine
from articles.press.reasons import explain_amount
from articles.states import Form
from desk.history.page_lines import lines_of_page
from desk.history.sentences import sentence, who
from desk.pages import draw, find_article, public_page
from prose.dates import check_day, day_in_words, hour_in_words, zone_in_words
from prose.forms.day_input import DayInput

FIRST_YEAR, LAST_YEAR = 1600, 9998  # the last year whose days all have a next day in every zone


class DayForm(forms.Form):
    """The day that is asked about."""

    on = forms.DateField(label="Day", widget=DayInput)

    def clean_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["on"]
        check_day(day)
        if day.year > LAST_YEAR:
            raise forms.ValidationError("This day is out of reach.")
        return day


@dataclass(frozen=True)
class LocalDay:
    """A day in a time zone, from its midnight to the next, which may be 23 or 25 hours later."""

    on: dt.date
    zone: ZoneInfo

    @property
    def begins(self) -> dt.datetime:
        return dt.datetime.combine(self.on, dt.time(), tzinfo=self.zone).astimezone(dt.UTC)

    @property
    def ends(self) -> dt.datetime:
        return LocalDay(self.on + dt.timedelta(days=1), self.zone).begins

    def hour(self, instant: dt.datetime) -> str:
        """An instant in the day's zone, as in "10 March 2026, 09:30"."""
        return hour_in_words(instant, self.zone)

    def hours(self, begins: dt.datetime, ends: dt.datetime) -> str:
        """A part of the day in words, as in "From 09:30 until 11:00" or "The whole day"."""
        clock = "%H:%M" if ends - begins > dt.timedelta(minutes=1) else "%H:%M:%S"
        start, end = (instant.astimezone(self.zone).strftime(clock) for instant in (begins, ends))
        if begins <= self.begins:
            return "The whole day" if ends >= self.ends else f"Until {end}"
        return f"From {start}" + ("" if ends >= self.ends else f" until {end}")


@dataclass(frozen=True)
class Stretch:
    """Part of a day with the edition that was live. Without an edition, `words` give the reason."""

    hours: str
    words: str
    edition: Edition | None = None
    at: dt.datetime | None = None

    @property
    def lines(self) -> list[ExplainedLine]:
        return lines_of_page(self.edition, self.at) if self.edition and self.at else []

    @property
    def moment(self) -> str:
        """The instant for the address of the page's frame."""
        return self.at.isoformat() if self.at else ""

    @property
    def amount(self) -> ExplainedLine | None:
        return explain_amount(self.edition) if self.edition else None


def page_on_a_day(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the day of `?on=2026-03-10`, or today, in the time zone of the piece's institution."""
    article = find_article(request, object_id)
    zone = article.institution.zone
    today = timezone.now().astimezone(zone).date()
    form = DayForm(request.GET if "on" in request.GET else {"on": today})
    context: dict[str, Any] = {"form": form, "zone": zone_in_words(zone.key), "today": today}
    if form.is_valid():
        day = LocalDay(form.cleaned_data["on"], zone)
        context |= {
            "day": day,
            "day_in_words": day_in_words(day.on),
            "stretches": stretches(article, day),
            "before": day.on - dt.timedelta(days=1),
            "after": day.on + dt.timedelta(days=1),
            "lies_ahead": day.on > today,
        }
    title = "What stood here, and why"
    return draw(request, "admin/articles/article/stood.html", context, title=title, article=article)


def edition_page(request: HttpRequest, object_id: int, edition_id: int) -> HttpResponse:
    """Show the public page of an edition, for a frame, with today's data as of the instant `?at=`."""
    article = find_article(request, object_id)
    edition = _editions(article).filter(pk=edition_id).first()
    if edition is None:
        raise Http404
    return public_page(edition, _instant(request.GET.get("at", "")) or edition.live_from)


def _instant(text: str) -> dt.datetime | None:
    try:
        instant = parse_datetime(text)
    except ValueError:
        return None
    return instant if instant and instant.tzinfo and FIRST_YEAR < instant.year <= LAST_YEAR else None


def stretches(article: Article, day: LocalDay) -> list[Stretch]:
    """The whole day without gaps, as stretches with an edition or with a reason why none was live."""
    return list(_stretches(list(_editions(article)), day))


def _editions(article: Article) -> Any:
    return (
        Edition.objects.filter(article=article)
        .not_emptied()
        .select_related("revision", "permalink", "entry__actor", "entry__revision", "closed_by__actor")
        .order_by("live_from")
    )


def _stretches(editions: Sequence[Edition], day: LocalDay) -> Iterator[Stretch]:
    covered_until = day.begins
    for edition in editions:
        begins, ends = max(edition.live_from, day.begins), min(edition.live_until or day.ends, day.ends)
        if begins >= ends:
            continue
        if begins > covered_until:
            yield _empty_stretch(editions, day, covered_until, begins)
        yield Stretch(day.hours(begins, ends), _start_in_words(edition, day), edition, begins)
        covered_until = ends
    if covered_until < day.ends:
        yield _empty_stretch(editions, day, covered_until, day.ends)


def _start_in_words(edition: Edition, day: LocalDay) -> str:
    """When and by which act the edition went live."""
    since = day.hour(edition.live_from)
    if edition.is_following:
        return f"From {since}, as it was laid down when the version before it went out: a permission changed then."
    what = "The piece" if edition.form == Form.PIECE else "A notice in its place"
    return f"{what}, from {since}. {_act_in_words(edition.entry)}"


def _empty_stretch(
    editions: Sequence[Edition], day: LocalDay, begins: dt.datetime, ends: dt.datetime
) -> Stretch:
    """A stretch without an edition, with the reason: never published, not yet, or not any more."""
    hours = day.hours(begins, ends)
    past = [edition for edition in editions if edition.live_from < ends]
    if past and (entry := past[-1].closed_by):
        ended = day.hour(past[-1].live_until or begins)
        return Stretch(hours, f"Nothing: it ended on {ended}. {_act_in_words(entry)}")
    if not editions:
        return Stretch(hours, "Nothing: this piece has never been published here.")
    first = editions[0]
    words = f"Nothing yet: readers first get it here on {day.hour(first.live_from)}."
    earlier = first.first_published_on
    if earlier and earlier <= day.on and earlier < first.live_from.astimezone(day.zone).date():
        words += f" It was first published on {day_in_words(earlier)}; that page is not on record here."
    return Stretch(hours, words)


def _act_in_words(entry: LedgerEntry) -> str:
    """The history's sentence on an entry, with the user and their reason."""
    reason = f": “{entry.reason}”" if entry.reason else ""
    return f"{sentence(entry)}, by {who(entry)}{reason}."

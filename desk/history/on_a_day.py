""" "What stood on this page on that day, and why": every version readers had on a day, hour by hour, with reasons."""

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
from articles.press.reasons import ExplainedLine, explain_amount
from articles.states import Form
from desk.history.page_lines import said
from desk.history.views import sentence, who
from desk.pages import draw, find_article, public_page
from prose.dates import check_day, in_words
from prose.forms.day_input import DayInput

FIRST_YEAR, LAST_YEAR = 1600, 9998  # so that every day has a day after it, in every zone


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
class Day:
    """A day by the clocks of a zone: from its midnight to the next, however many hours that takes."""

    on: dt.date
    zone: ZoneInfo

    @property
    def begins(self) -> dt.datetime:
        return dt.datetime.combine(self.on, dt.time(), tzinfo=self.zone).astimezone(dt.UTC)

    @property
    def ends(self) -> dt.datetime:
        return Day(self.on + dt.timedelta(days=1), self.zone).begins

    def hour(self, instant: dt.datetime) -> str:
        """ "10 March 2026, 09:30"."""
        local = instant.astimezone(self.zone)
        return f"{in_words(local.date(), 'en-GB')}, {local:%H:%M}"

    def hours(self, begins: dt.datetime, ends: dt.datetime) -> str:
        """Part of the day in words."""
        clock = "%H:%M" if ends - begins > dt.timedelta(minutes=1) else "%H:%M:%S"
        start, end = (instant.astimezone(self.zone).strftime(clock) for instant in (begins, ends))
        if begins <= self.begins:
            return "The whole day" if ends >= self.ends else f"Until {end}"
        return f"From {start}" + ("" if ends >= self.ends else f" until {end}")


@dataclass(frozen=True)
class Stretch:
    """Part of the day with what stood there; without an edition, `words` say why nothing did."""

    hours: str
    words: str
    edition: Edition | None = None
    at: dt.datetime | None = None

    @property
    def lines(self) -> list[ExplainedLine]:
        return said(self.edition, self.at) if self.edition and self.at else []

    @property
    def moment(self) -> str:
        """For the frame's address."""
        return self.at.isoformat() if self.at else ""

    @property
    def amount(self) -> ExplainedLine | None:
        return explain_amount(self.edition) if self.edition else None


def stood_here(request: HttpRequest, object_id: int) -> HttpResponse:
    """The answer for `?on=2026-03-10`, a day in the zone of the piece's institution; today without it."""
    article = find_article(request, object_id)
    zone = ZoneInfo(article.institution.time_zone)
    today = timezone.now().astimezone(zone).date()
    form = DayForm(request.GET if "on" in request.GET else {"on": today})
    context: dict[str, Any] = {"form": form, "zone": zone.key, "today": today}
    if form.is_valid():
        day = Day(form.cleaned_data["on"], zone)
        context |= {
            "day": day,
            "day_in_words": in_words(day.on, "en-GB"),
            "stretches": stretches(article, day),
            "before": day.on - dt.timedelta(days=1),
            "after": day.on + dt.timedelta(days=1),
            "lies_ahead": day.on > today,
        }
    title = "What stood here, and why"
    return draw(request, "admin/articles/article/stood.html", context, title=title, article=article)


def stood_page(request: HttpRequest, object_id: int, edition_id: int) -> HttpResponse:
    """The page of one published version, as it was printed, for a frame; `?at=` an instant at which it stood there."""
    article = find_article(request, object_id)
    edition = _editions(article).filter(pk=edition_id).first()
    if edition is None:
        raise Http404
    return public_page(edition, _instant(request.GET.get("at", "")) or edition.live_from)


def _instant(written: str) -> dt.datetime | None:
    try:
        found = parse_datetime(written)
    except ValueError:
        return None
    return found if found and found.tzinfo and FIRST_YEAR < found.year <= LAST_YEAR else None


def stretches(article: Article, day: Day) -> list[Stretch]:
    """The day from midnight to midnight, without gaps: what stood there, or why nothing did."""
    return list(_stretches(list(_editions(article)), day))


def _editions(article: Article) -> Any:
    return (
        Edition.objects.filter(article=article)
        .not_emptied()
        .select_related("revision", "permalink", "entry__actor", "entry__revision", "closed_by__actor")
        .order_by("live_from")
    )


def _stretches(editions: Sequence[Edition], day: Day) -> Iterator[Stretch]:
    reached = day.begins
    for edition in editions:
        begins, ends = max(edition.live_from, day.begins), min(edition.live_until or day.ends, day.ends)
        if begins >= ends:
            continue
        if begins > reached:
            yield _nothing(editions, day, reached, begins)
        yield Stretch(day.hours(begins, ends), _opened(edition, day), edition, begins)
        reached = ends
    if reached < day.ends:
        yield _nothing(editions, day, reached, day.ends)


def _opened(edition: Edition, day: Day) -> str:
    """How the version came to stand there."""
    since = day.hour(edition.live_from)
    if edition.is_following:
        return f"From {since}, as it was laid down when the version before it went out: a permission changed then."
    what = "The piece" if edition.form == Form.PIECE else "A notice in its place"
    return f"{what}, from {since}. {_told(edition.entry)}"


def _nothing(editions: Sequence[Edition], day: Day, begins: dt.datetime, ends: dt.datetime) -> Stretch:
    """Why nothing stood there: never, not yet, or not any more."""
    hours = day.hours(begins, ends)
    past = [edition for edition in editions if edition.live_from < ends]
    if past and (entry := past[-1].closed_by):
        ended = day.hour(past[-1].live_until or begins)
        return Stretch(hours, f"Nothing: it ended on {ended}. {_told(entry)}")
    if not editions:
        return Stretch(hours, "Nothing: this piece has never been published here.")
    first = editions[0]
    words = f"Nothing yet: readers first get it here on {day.hour(first.live_from)}."
    earlier = first.first_published_on
    if earlier and earlier <= day.on and earlier < first.live_from.astimezone(day.zone).date():
        words += f" It was first published on {in_words(earlier, 'en-GB')}; that page is not on record here."
    return Stretch(hours, words)


def _told(entry: LedgerEntry) -> str:
    """The history's sentence, with who and why."""
    reason = f": “{entry.reason}”" if entry.reason else ""
    return f"{sentence(entry)}, by {who(entry)}{reason}."

"""Archives of feeds by month (RFC 5005 §4): a feed has the newest pieces, its archives together have all.

A month's document is fixed but for what must reach subscribers: a piece that is corrected there is corrected here.
"""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Subquery

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet
from reading.fed_pieces import FEED_LENGTH, Fed
from reading.feeds.channel import NEWEST, Months
from reading.page import NoPage
from reading.site import Site

FIRST = dt.datetime(1900, 2, 1, tzinfo=dt.UTC)
"""Lists place pieces of no known day before this; no month has them."""
MOST = 500
"""Pieces of a month in its document."""
Newest = Callable[[], Fed]
Live = Callable[[], EditionQuerySet]


class MonthConverter:
    """A month in an address: "2026-03"."""

    regex = "(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class FeedRequest(NamedTuple):
    """What a request asks of a feed: when, in which format, and of which pieces.

    `month`: "2026-03", "" for the newest. `language`: without script and region, "" for all languages.
    """

    at: dt.datetime
    ending: str
    month: str = ""
    language: str = ""


class FedPieces(NamedTuple):
    """The editions of a document, the months beside it, and its last change, which only moves forward."""

    editions: list[Edition]
    months: Months
    changed_at: dt.datetime | None


def pieces_of(asked: FeedRequest, site: Site, newest: Newest, live: Live | None = None) -> FedPieces:
    """What the document shows. `newest` gives the newest pieces, `live` all of them, if the feed has archives.

    The newest pieces lead on to the month of the oldest of them: programs know a piece that they get twice by its id.
    """
    if asked.month and live:
        every = live()
        pieces = every.in_language(asked.language) if asked.language else every
        return _of_month(asked.month, site, pieces)
    editions, changed_at = newest()
    dated = [edition.ordered_at for edition in editions if edition.ordered_at >= FIRST]
    is_all = live is None or len(editions) < FEED_LENGTH or not dated
    months = NEWEST if is_all else Months(previous=_month_of(dated[-1], site))
    return FedPieces(editions, months, changed_at)


def _of_month(month: str, site: Site, live: EditionQuerySet) -> FedPieces:
    """The pieces of a month with the months beside it, in one query."""
    begin = dt.datetime.strptime(month, "%Y-%m").replace(tzinfo=site.zone)
    end = (begin + dt.timedelta(days=31)).replace(day=1)
    dates = live.filter(ordered_at__gte=FIRST).values("ordered_at")
    before = dates.filter(ordered_at__lt=begin).order_by("-ordered_at")
    after = dates.filter(ordered_at__gte=end).order_by("ordered_at")
    shown = live.dated_within(max(begin, FIRST), end).select_related("permalink")
    editions = list(shown.annotate(before=Subquery(before[:1]), after=Subquery(after[:1]))[:MOST])
    if not editions:
        raise NoPage(site)
    beside = (vars(editions[0])[name] for name in ("before", "after"))
    months = Months(month, *(_month_of(instant, site) if instant else "" for instant in beside))
    return FedPieces(editions, months, max(edition.live_from for edition in editions))


def _month_of(instant: dt.datetime, site: Site) -> str:
    return f"{instant.astimezone(site.zone):%Y-%m}"

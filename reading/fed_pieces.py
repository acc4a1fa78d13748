"""Selection of the pieces in a feed: the newest, and older ones that subscribers must hear of.

A feed reader keeps the text of an item that just vanishes, so a piece that was corrected, taken down or unpublished
stays in its feeds for 90 days, however old it is. A feed reader also takes an older item that slides in for a new one,
so a piece that is gone keeps its place among the newest after its item has left.

A piece that its editors leave out of feeds after it was in them stays for 90 days too, as a link alone
(`reading.feeds.items`), and subscribers go on hearing of its corrections.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import CORRECTED_OR_CUT, EditionQuerySet, recently
from articles.states import LISTED, Surface
from reading.kept import IDENTITY, but_for_the_instant, while_marked
from reading.kept_editions import whole_editions

FEED_LENGTH = 30
LEFT_OUT = Q(left_out_of__contains=[Surface.FEEDS.value])


class Fed(NamedTuple):
    """The editions of a feed, and the last start or end of any edition: it moves forward also when a piece goes."""

    editions: list[Edition]
    changed_at: dt.datetime | None


class FeedListing:
    """The pieces of a feed in all languages, or in one: called with the arguments of `build`, and with a language.

    Which they are is kept for an hour while the press mark stays; editions that another feed had are in memory.
    `build(at=…, …, language=…)` gives its editions, those in every language for None; `slots`: types of its arguments.
    """

    def __init__(self, build: Callable[..., EditionQuerySet], **slots: type) -> None:
        def identities(**of: Any) -> QuerySet[Edition, Any]:
            return build(**of).values_list(*IDENTITY, "site_changed_at")

        self._in_all = Prepared(identities, **slots)
        self._in_one = Prepared(identities, language=str, **slots)

    def __call__(self, *, language: str = "", **of: Any) -> Fed:
        at: dt.datetime = of["at"]
        hour = at.replace(minute=0, second=0, microsecond=0)  # in which it may drop what is 90 days old
        key = (id(self), language, hour, *but_for_the_instant(of))
        query = partial(self._in_one, language=language) if language else self._in_all
        rows = while_marked(at, key, lambda: query(**of))
        editions = whole_editions([tuple(identity) for *identity, _ in rows])
        return Fed(editions, rows[0][-1] if rows else None)


def fed_pieces(
    at: dt.datetime, rows: QuerySet[Any] | None = None, language: str | None = None
) -> EditionQuerySet:
    """The editions in a feed, newest piece first: of each piece the last one that readers have had.

    `rows`: rows of editions (bylines, outlets, topic uses) that name the feed's subject; None: the site's own feed.
    `language`: that of its pieces, without script and region; None: every language.
    """
    newest = Edition.objects.newest(at).filter(~LEFT_OUT | Exists(_fed_before(at)))
    if language is not None:
        newest = newest.in_language(language)
    if rows is not None:
        naming = Edition.objects.ever_live(at).filter(pk__in=rows.values("edition"))
        newest = newest.filter(article__in=naming.values("article"))
    keys = _in_order(newest).values("pk")[:FEED_LENGTH].union(newest.told(at).order_by().values("pk"))
    fed = Edition.objects.filter(pk__in=keys).in_feeds(at).filter(_is_in_or_was_lately(at))
    if rows is not None:
        still = naming.filter(Q(live_until__isnull=True) | Q(live_until__gt=recently(at)))
        fed = fed.exclude(Q(form__in=LISTED) & ~Q(article__in=still.values("article")))
    return _for_feed(_in_order(fed), at)


def corrected_pieces(
    at: dt.datetime, rows: QuerySet[Any] | None = None, language: str | None = None
) -> EditionQuerySet:
    """Pieces with a notice, the one that was changed last first. `rows`: editions of a house, for its own feed."""
    # By its index; the next line leaves the cut ones out.
    newest = Edition.objects.newest(at).not_left_out_of(Surface.FEEDS).filter(CORRECTED_OR_CUT)
    with_notice = newest.in_feeds(at).exclude(printed__notice_ids=[])
    if rows is not None:
        with_notice = with_notice.filter(pk__in=rows.values("edition"))
    if language is not None:
        with_notice = with_notice.in_language(language)
    return _for_feed(with_notice.order_by("-modified_at", "-article_id"), at)[:FEED_LENGTH]


def _fed_before(at: dt.datetime) -> EditionQuerySet:
    """Earlier editions of an outer query's piece that feeds had. The instant keeps PostgreSQL from reading them all."""
    fed = Edition.objects.ever_live(at).not_left_out_of(Surface.FEEDS).order_by()
    return fed.filter(article=OuterRef("article"), live_from__lt=OuterRef("live_from"))


def _is_in_or_was_lately(at: dt.datetime) -> Q:
    since = recently(at)
    return ~LEFT_OUT | Q(live_from__gt=since) | Q(live_until__gt=since, live_until__lte=at)


def _in_order(editions: EditionQuerySet) -> EditionQuerySet:
    return editions.order_by("-ordered_at", "-article_id")


def _for_feed(fed: EditionQuerySet, at: dt.datetime) -> EditionQuerySet:
    """With the last start or end of any edition."""
    begun = Edition.objects.ever_live(at)
    started = begun.order_by("-live_from").values("live_from")[:1]
    ended = begun.filter(live_until__lte=at).order_by("-live_until").values("live_until")[:1]
    return fed.annotate(site_changed_at=Greatest(Subquery(started), Subquery(ended)))

"""Where a piece stands before the public: read off its editions, for one instant."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import takewhile

from django.db import models

from articles.models.article import Article
from articles.models.edition import Edition
from articles.states import Form, Public


@dataclass(frozen=True)
class Timeline:
    """A piece's standing at `at`: what readers get now, what comes next, what they got first.

    `coming`: the version that was scheduled. `ahead`: all editions yet to begin, with those laid down by the end of a
    permission. `latest`: the newest that has begun; `latest_piece`: the newest of them that is the piece itself.
    """

    at: dt.datetime
    current: Edition | None
    coming: Edition | None
    first: Edition | None
    latest: Edition | None
    latest_piece: Edition | None = None
    ahead: tuple[Edition, ...] = ()

    def before(self, edition: Edition | None) -> tuple[Edition, ...]:
        """What readers get from now on until an edition takes over; until the end of time for None."""
        ours = (self.current, *self.ahead) if self.current else self.ahead
        return tuple(one for one in ours if edition is None or one.live_from < edition.live_from)

    def following(self, edition: Edition) -> tuple[Edition, ...]:
        """The editions laid down with one by the permissions it was printed under, in their order."""
        later = (one for one in self.ahead if one.live_from > edition.live_from)
        return tuple(takewhile(lambda one: one.is_following, later))

    def without_current(self, edition: Edition) -> "Timeline":
        """The same after an act has replaced what readers get now: what was scheduled comes after `edition`."""
        return replace(self, current=None, latest=edition, latest_piece=edition)

    @property
    def public(self) -> Public:
        if self.current:
            return Public.LIVE if self.current.form == Form.PIECE else Public.WITHDRAWN
        if self.first:
            return Public.UNPUBLISHED
        return Public.SCHEDULED if self.coming else Public.NEVER


def with_standing(articles: models.QuerySet[Article], at: dt.datetime) -> models.QuerySet[Article]:
    """Manuscripts with what a list shows of their standing, in the same query.

    `is_live`, `was_live`: booleans; `comes_at`: the instant of the coming version; `live_number`: the live version's.
    """
    editions = Edition.objects.filter(article=models.OuterRef("pk"))
    return articles.annotate(
        is_live=models.Exists(editions.live(at).filter(form=Form.PIECE)),
        was_live=models.Exists(editions.ever_live(at)),
        comes_at=models.Subquery(editions.coming(at).order_by("live_from").values("live_from")[:1]),
        live_number=models.Subquery(editions.live(at).values("revision__number")[:1]),
    )


def load_timeline(article_id: int, at: dt.datetime) -> Timeline:
    """One query over the piece's editions; those called off before they began count for nothing."""
    editions = list(
        Edition.objects.filter(article_id=article_id)
        .not_emptied()
        .select_related("permalink", "revision")
        .order_by("live_from")
    )
    begun = [edition for edition in editions if edition.live_from <= at]
    last = begun[-1] if begun else None
    is_live = last is not None and (last.live_until is None or last.live_until > at)
    return Timeline(
        at=at,
        current=last if is_live else None,
        coming=next((one for one in editions if one.live_from > at and not one.is_following), None),
        first=begun[0] if begun else None,
        latest=last,
        latest_piece=next((one for one in reversed(begun) if one.form == Form.PIECE), None),
        ahead=tuple(one for one in editions if one.live_from > at),
    )

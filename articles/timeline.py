"""Where a piece stands before the public: read off its editions, for one instant."""

import datetime as dt
from dataclasses import dataclass

from django.db import models

from articles.models.article import Article
from articles.models.edition import Edition
from articles.states import Public


@dataclass(frozen=True)
class Timeline:
    """A piece's standing at `at`: what readers get now, what comes next, what they got first."""

    at: dt.datetime
    current: Edition | None
    coming: Edition | None
    first: Edition | None
    latest: Edition | None

    @property
    def public(self) -> Public:
        if self.current:
            return Public.LIVE
        if self.first:
            return Public.UNPUBLISHED
        return Public.SCHEDULED if self.coming else Public.NEVER


def with_standing(articles: models.QuerySet[Article], at: dt.datetime) -> models.QuerySet[Article]:
    """Manuscripts with what a list shows of their standing, in the same query.

    `is_live`, `was_live`: booleans; `comes_at`: the instant of the coming version; `live_number`: the live version's.
    """
    editions = Edition.objects.filter(article=models.OuterRef("pk"))
    return articles.annotate(
        is_live=models.Exists(editions.live(at)),
        was_live=models.Exists(editions.ever_live(at)),
        comes_at=models.Subquery(editions.coming(at).order_by("live_from").values("live_from")[:1]),
        live_number=models.Subquery(editions.live(at).values("revision__number")[:1]),
    )


def timeline(article_id: int, at: dt.datetime) -> Timeline:
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
        coming=next((edition for edition in editions if edition.live_from > at), None),
        first=begun[0] if begun else None,
        latest=last,
    )

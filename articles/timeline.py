"""Where a piece stands before the public: read off its editions, for one instant."""

import datetime as dt
from dataclasses import dataclass

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

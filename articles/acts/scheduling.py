"""Calling off what was scheduled. (Scheduling is publishing with a later beginning.)"""

import datetime as dt

from django.db import transaction

from articles.acts.laying import end, lay_down_anew
from articles.acts.ledger import Actor, enter, record
from articles.models.article import Article
from articles.states import Act


@transaction.atomic
def unschedule(article: Article, *, by: Actor, at: dt.datetime, reason: str = "") -> None:
    """Empty the coming edition (never visible, still on record) and let the live one run on."""
    standing = enter(Act.UNSCHEDULE, article, by=by, at=at)
    coming = standing.coming
    if coming is None:  # the act table has refused this already
        return
    entry = record(Act.UNSCHEDULE, article, standing, by=by, revision=coming.revision, reason=reason)
    end((coming, *standing.following(coming)), at=coming.live_from, entry=entry)
    before = standing.before(coming)
    if before and before[-1].live_until == coming.live_from:
        lay_down_anew(before[-1], entry, at=at, until=None)

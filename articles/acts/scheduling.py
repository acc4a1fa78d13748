"""Unscheduling. (To schedule is to publish with a later beginning.)"""

import datetime as dt

from django.db import transaction

from articles.acts.editions import close_editions, reopen_edition
from articles.acts.ledger import Actor, enter, record
from articles.models.article import Article
from articles.states import Act


@transaction.atomic
def unschedule(article: Article, *, by: Actor, at: dt.datetime, reason: str = "") -> None:
    """Empty the scheduled edition, which stays on record, and let the live one go on without an end."""
    timeline = enter(Act.UNSCHEDULE, article, by=by, at=at)
    coming = timeline.coming
    if coming is None:  # the act table has refused this already
        return
    entry = record(Act.UNSCHEDULE, article, timeline, by=by, revision=coming.revision, reason=reason)
    close_editions((coming, *timeline.following(coming)), at=coming.live_from, entry=entry)
    before = timeline.before(coming)
    if before and before[-1].live_until == coming.live_from:
        reopen_edition(before[-1], entry, at=at, until=None)

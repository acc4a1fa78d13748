"""Scheduled pages and the records that they print.

Readers have had none of them, so nothing in them is a record yet: whoever changes a fact that they print has them
printed again, in the transaction of that change.
"""

import datetime as dt
import logging
from dataclasses import dataclass

from django.db import OperationalError, transaction
from django.db.models import Model

from articles.acts.editions import coming_again
from articles.acts.errors import ActRefused
from articles.acts.ledger import Actor, Clock, demand_reason, enter, record
from articles.acts.locks import in_lock_order, lock, lock_records_to_change
from articles.acts.reissuing import NothingToChange
from articles.checklist import Checklist, Obstacle, check
from articles.models.article import Article
from articles.models.edition import Edition
from articles.press.batch_cache import batch_cache
from articles.press.comparison import SentenceChange, changed_sentences
from articles.press.where_printed import may_print
from articles.states import Act
from articles.timeline import Timeline

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ReprintedPage:
    """A scheduled page that was printed again: what changed in it, and what now stands in its way or is asked."""

    edition: Edition
    changes: tuple[SentenceChange, ...]
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True)
class UnprintedPage:
    """A scheduled page that could not be printed again: it keeps what it printed, and the log says why."""

    article: Article


@transaction.atomic
def reprint_scheduled(article: Article, *, by: Actor, at: dt.datetime, reason: str) -> ReprintedPage:
    """Print what is scheduled for a piece again, from today's records. Raises NothingToChange if nothing changes."""
    timeline = enter(Act.REPRINT, article, by=by, at=at)
    page = _reprint(article, timeline, by=by, reason=reason)
    if page is None:
        raise NothingToChange
    return page


@transaction.atomic
def after_record_change(
    changed: Model | None, *, by: Actor, clock: Clock, reason: str
) -> list[ReprintedPage | UnprintedPage]:
    """Print again each scheduled page that a changed record changes; None: whichever records changed.

    Call it in the transaction of the change, under `changing_records`. `by` needs no permission on the pieces: the one
    to change the record was asked. `reason` names the record, for the history of each piece. The clock is read once a
    piece is locked.
    """
    lock_records_to_change()
    editions = may_print(changed) if changed else Edition.objects.all()
    at = clock()
    keys = in_lock_order(editions.coming(at).order_by().values_list("article", flat=True), at)
    articles = Article.objects.in_bulk(keys)
    with batch_cache():
        pages = [_after_change(articles[key], by, clock, reason) for key in keys]
    return [page for page in pages if page]


def _after_change(
    article: Article, by: Actor, clock: Clock, reason: str
) -> ReprintedPage | UnprintedPage | None:
    try:
        with transaction.atomic():
            lock(article.pk)
            timeline = enter(Act.REPRINT, article, by=None, at=clock())
            return _reprint(article, timeline, by=by, reason=reason)
    except ActRefused:  # it is not scheduled any more
        return None
    except OperationalError:  # the database is in trouble, not the piece
        raise
    except Exception:
        log.exception("Scheduled piece %s was not printed again", article.pk)
        return UnprintedPage(article)


def _reprint(article: Article, timeline: Timeline, *, by: Actor, reason: str) -> ReprintedPage | None:
    demand_reason(Act.REPRINT, reason)
    before, again = timeline.coming, coming_again(timeline)
    if before is None or again is None:
        return None
    checklist = check(Act.REPRINT, again.proof, timeline)
    entry = record(
        Act.REPRINT, article, timeline, by=by, revision=before.revision, reason=reason, checklist=checklist,
        after={"version": before.revision.number, "live_from": before.live_from},
    )  # fmt: skip
    edition = again.replace(entry)
    return ReprintedPage(edition, tuple(changed_sentences(before, edition)), _new(checklist, before))


def _new(checklist: Checklist, before: Edition) -> tuple[Obstacle, ...]:
    """The obstacles that were not on the checklist when the page was scheduled."""
    known = {row["sentence"] for row in before.entry.checklist}
    everything = (*checklist.blockers, *checklist.questions, *checklist.warnings)
    return tuple(each for each in everything if each.sentence not in known)

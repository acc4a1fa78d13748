"""The way of a draft between its author and the desk: hand in, take back, take over, return."""

import datetime as dt

from django.db import transaction

from articles.acts.errors import ActRefused
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.acts.publishing import demand_no_blockers
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.press.proof import make_proof
from articles.states import Act
from articles.timeline import Timeline


@transaction.atomic
def hand_in(article: Article, *, by: Actor, at: dt.datetime, reason: str = "") -> LedgerEntry:
    """Hand the newest version in to the desk; `reason` is a word to it. Then it waits for an editor.

    Saving goes on: what is saved afterwards is handed in too. Raises CannotPublish without a headline or a text.
    """
    timeline = enter(Act.HAND_IN, article, by=by, at=at)
    revision = _newest(article, timeline)
    proof = make_proof(revision, at=at, timeline=timeline)
    checklist = demand_no_blockers(Act.HAND_IN, proof, timeline)
    return record(
        Act.HAND_IN, article, timeline, by=by, revision=revision, reason=reason, checklist=checklist,
        after={"version": revision.number}, handed_in_by=by, editor=None,
    )  # fmt: skip


@transaction.atomic
def take_back(article: Article, *, by: Actor, at: dt.datetime, reason: str = "") -> LedgerEntry:
    """Take a piece back that one handed in, before an editor has taken it over."""
    timeline = enter(Act.TAKE_BACK, article, by=by, at=at)
    return record(Act.TAKE_BACK, article, timeline, by=by, reason=reason)


@transaction.atomic
def take_over(article: Article, *, by: Actor, at: dt.datetime, reason: str = "") -> LedgerEntry:
    """Take a piece over: from those that wait, from another editor, or from an author it was returned to."""
    timeline = enter(Act.TAKE_OVER, article, by=by, at=at)
    return record(Act.TAKE_OVER, article, timeline, by=by, reason=reason, editor=by)


@transaction.atomic
def return_piece(article: Article, *, by: Actor, at: dt.datetime, reason: str) -> LedgerEntry:
    """Return a piece to whoever handed it in; `reason` tells them what to do."""
    demand_reason(Act.RETURN, reason)
    timeline = enter(Act.RETURN, article, by=by, at=at)
    revision = _newest(article, timeline)
    return record(
        Act.RETURN, article, timeline, by=by, revision=revision, reason=reason,
        after={"version": revision.number}, editor=None,
    )  # fmt: skip


def _newest(article: Article, timeline: Timeline) -> Revision:
    if timeline.desk is None:
        raise ActRefused("Nothing of this piece has been saved yet.")
    return Revision.objects.get(article=article, number=timeline.desk.head_number)

"""Acts on the scheduled version: another hour, another version, none. (To schedule is to publish for a later hour.)"""

import datetime as dt

from django.db import transaction

from articles.acts.editions import as_scheduled, call_off, close_editions, open_edition
from articles.acts.errors import CannotPublish
from articles.acts.following import follow
from articles.acts.ledger import Actor, enter, record
from articles.acts.notices import NoticeDraft, issue_with
from articles.acts.publishing import (
    Confirmed,
    DeclaredChange,
    demand_no_blockers,
    is_newest,
    proof_with_notice,
    what_goes_out,
)
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.press.proof import Proof, make_proof
from articles.states import Act
from articles.timeline import Timeline


@transaction.atomic
def unschedule(article: Article, *, by: Actor, at: dt.datetime, reason: str = "") -> None:
    """Empty the scheduled edition, which stays on record, and let the live one go on without an end."""
    timeline = enter(Act.UNSCHEDULE, article, by=by, at=at)
    if timeline.coming is None:  # the act table has refused this already
        return
    revision = timeline.coming.revision
    entry = record(Act.UNSCHEDULE, article, timeline, by=by, revision=revision, reason=reason)
    call_off(timeline, entry)
    follow(entry)


@transaction.atomic
def reschedule(
    article: Article,
    *,
    live_from: dt.datetime,
    by: Actor,
    at: dt.datetime,
    without_text: bool = False,
    reason: str = "",
) -> Edition:
    """Let the scheduled version go out at another hour. Its text and its notice stay as they were scheduled."""
    timeline = enter(Act.RESCHEDULE, article, by=by, at=at)
    coming = _coming(timeline)
    proof = make_proof(coming.revision, at=at, live_from=live_from, timeline=timeline, **as_scheduled(coming))
    checklist = demand_no_blockers(Act.RESCHEDULE, proof, timeline, change="minor", without_text=without_text)
    entry = record(
        Act.RESCHEDULE, article, timeline, by=by, revision=coming.revision, reason=reason, checklist=checklist,
        after=what_goes_out(proof, None),
    )  # fmt: skip
    return _in_its_place(proof, timeline, entry)


@transaction.atomic
def swap_scheduled(
    article: Article,
    *,
    revision: Revision,
    by: Actor,
    at: dt.datetime,
    change: DeclaredChange = None,
    without_text: bool = False,
    confirmed: Confirmed = None,
    reason: str = "",
) -> Edition:
    """Let another version go out at the hour for which one is scheduled; `publish` says what the choices mean."""
    timeline = enter(Act.SWAP, article, by=by, at=at, revision=revision)
    coming = _coming(timeline)
    if revision.article_id != article.pk:
        raise CannotPublish("This version belongs to another piece.")
    proof = proof_with_notice(revision, timeline, live_from=coming.live_from, change=change)
    checklist = demand_no_blockers(
        Act.SWAP, proof, timeline, change=change, without_text=without_text, confirmed=confirmed
    )
    entry = record(
        Act.SWAP, article, timeline, by=by, revision=revision, reason=reason, checklist=checklist,
        confirmed=confirmed, after=what_goes_out(proof, change) | {"called_off": coming.revision.number},
        work=None if is_newest(revision, timeline) else timeline.work,
    )  # fmt: skip
    if isinstance(change, NoticeDraft):
        issue_with(proof, change, entry=entry)
    return _in_its_place(proof, timeline, entry)


def _coming(timeline: Timeline) -> Edition:
    if timeline.coming is None:  # the act table has refused this already
        raise CannotPublish("Nothing is scheduled.")
    return timeline.coming


def _in_its_place(proof: Proof, timeline: Timeline, entry: LedgerEntry) -> Edition:
    """Call the scheduled edition off and bind the proof that replaces it."""
    timeline = call_off(timeline, entry)
    close_editions(timeline.before(None), at=proof.edition.live_from, entry=entry)
    edition = open_edition(proof, entry)
    follow(entry)
    return edition

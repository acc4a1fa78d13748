"""Publishing: a version goes to readers, now or at a later instant."""

import datetime as dt
from typing import Literal

from django.db import transaction

from articles.acts.editions import call_off, close_editions, open_edition, reprint
from articles.acts.errors import CannotPublish
from articles.acts.following import follow
from articles.acts.ledger import Actor, enter, record
from articles.acts.notices import NoticeDraft, issue_with
from articles.checklist import Checklist, check
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.proof import Proof, local_day, make_proof
from articles.states import Act
from articles.timeline import Timeline

DeclaredChange = Literal["minor"] | NoticeDraft | None
"""The editor's word on a change to a page that readers have had: it is minor, or this notice; None: no word."""

Confirmed = frozenset[str] | None
"""Codes of the checklist's questions that the editor has answered with yes; None for a caller that cannot be asked."""


@transaction.atomic
def publish(
    article: Article,
    *,
    revision: Revision,
    by: Actor,
    at: dt.datetime,
    live_from: dt.datetime | None = None,
    change: DeclaredChange = None,
    without_text: bool = False,
    confirmed: Confirmed = None,
    calls_off: bool = False,
    reason: str = "",
) -> Edition:
    """Publish a version now, or schedule it for `live_from`: nothing needs to run at that instant.

    `change`: required if readers have had the piece and would see another text. `without_text`: the editor accepts
    that only headline, dek and link go out because a permission is missing. `calls_off`: the scheduled version, which
    else takes over at its hour, is called off. Raises CannotPublish with the checklist.
    """
    act = Act.PUBLISH if live_from is None else Act.SCHEDULE
    timeline = enter(act, article, by=by, at=at, revision=revision)
    if revision.article_id != article.pk:
        raise CannotPublish("This version belongs to another piece.")
    proof = proof_with_notice(revision, timeline, live_from=live_from, change=change)
    stays = timeline.without_coming() if calls_off else timeline
    checklist = demand_no_blockers(
        act, proof, stays, change=change, without_text=without_text, confirmed=confirmed
    )
    entry = record(
        act,
        article,
        timeline,
        by=by,
        revision=revision,
        reason=reason,
        checklist=checklist,
        confirmed=confirmed,
        after=what_goes_out(proof, change) | _called_off(timeline, calls_off=calls_off),
        work=None if is_newest(revision, timeline) else timeline.work,
    )
    notices = (issue_with(proof, change, entry=entry),) if isinstance(change, NoticeDraft) else ()
    if calls_off:
        timeline = call_off(timeline, entry)
    coming = timeline.coming if live_from is None else None
    close_editions(timeline.before(coming), at=proof.edition.live_from, entry=entry)
    edition = open_edition(proof, entry, until=coming)
    if coming:
        reprint(timeline.without_current(edition), entry, adding=notices)
    follow(entry)
    return edition


def what_goes_out(proof: Proof, change: DeclaredChange) -> dict[str, object]:
    """The members of a ledger entry that say what readers get."""
    edition = proof.edition
    return {
        "version": edition.revision.number,
        "live_from": edition.live_from,
        "first_published_on": edition.first_published_on,
        "change": change.kind if isinstance(change, NoticeDraft) else change,
        "mode": edition.mode,
    }


def _called_off(timeline: Timeline, *, calls_off: bool) -> dict[str, object]:
    return {"called_off": timeline.coming.revision.number} if calls_off and timeline.coming else {}


def is_newest(revision: Revision, timeline: Timeline) -> bool:
    """True if nothing was saved after this version: then the work on the draft is done."""
    return timeline.desk is not None and timeline.desk.head_number == revision.number


def proof_with_notice(
    revision: Revision, timeline: Timeline, *, live_from: dt.datetime | None, change: DeclaredChange
) -> Proof:
    """The one proof that the checklist judges and the act binds; a notice is printed before it is on record."""
    begins = live_from or timeline.at
    adding = (change.fact(local_day(revision, begins)),) if isinstance(change, NoticeDraft) else ()
    return make_proof(
        revision,
        at=timeline.at,
        live_from=live_from,
        timeline=timeline,
        is_material=change != "minor",
        adding=adding,
    )


def demand_no_blockers(
    act: Act,
    proof: Proof,
    timeline: Timeline,
    *,
    change: DeclaredChange = None,
    without_text: bool = False,
    confirmed: Confirmed = None,
) -> Checklist:
    """The checklist of an act; raises CannotPublish if anything in it blocks the act, or is asked and not confirmed."""
    checklist = check(act, proof, timeline, is_declared=change is not None, without_text=without_text)
    if checklist.blockers:
        raise CannotPublish(" ".join(blocker.sentence for blocker in checklist.blockers), checklist)
    if confirmed is not None and {question.code for question in checklist.questions} - confirmed:
        raise CannotPublish(
            "Nothing has gone out yet: look at what is asked below, and confirm it.", checklist
        )
    return checklist

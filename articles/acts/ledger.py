"""Frame of every act: lock the article, check the act table and the user's permission, write the ledger entry."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict, Unpack

from django.contrib.auth.models import User
from django.db.models import Exists, QuerySet

from articles.acts.errors import ActRefused
from articles.acts.locks import lock, lock_records_to_print, lock_sources
from articles.checklist import Checklist
from articles.models.article import Article
from articles.models.desk import DeskState
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.prepared_query import Prepared
from articles.states import ACTS, PRINTS_NOTHING, Act, Public, Whose, Work
from articles.timeline import Timeline, load_timeline
from disclaimers.lineage import open_to
from prose.quotation_marks import in_quotes

Actor = User | None
Clock = Callable[[], dt.datetime]
"""The hour, for acts that lock first and read it afterwards."""


class Hands(TypedDict, total=False):
    """People whom an act puts down at the state of the work."""

    handed_in_by: Actor
    editor: Actor


_NOBODY: Hands = {"handed_in_by": None, "editor": None}


def enter(
    act: Act, article: Article, *, by: Actor, at: dt.datetime, revision: Revision | None = None
) -> Timeline:
    """Lock the article and load where it stands. Raises ActRefused if act table or permission forbid the act.

    `by`: None for a program, which needs no permission. `revision`: the version that the act brings to readers; the
    pieces that it is made from are locked first, so that none of their permissions changes meanwhile. No record that
    pages print changes until the act is over.
    """
    if act not in PRINTS_NOTHING:
        lock_records_to_print()
    if revision:
        lock_sources(revision, at)
    lock(article.pk)
    desk = load_desk_state(act, article, at)
    rule, timeline = ACTS[act], replace(load_timeline(article.pk, at), desk=desk)
    if by is not None and not by.has_perm(rule.permission, article):
        if not open_to(by).filter(pk=article.institution_id).exists():
            raise ActRefused(f"This account does not work for {article.institution}: choose one of its own.")
        raise ActRefused(f"You may not do this here: {rule.label.lower()} {in_quotes(article)}.")
    if not timeline.allows(act, by):
        raise ActRefused(f"{rule.label} is not possible: {in_words(act, timeline)}.")
    return timeline


def in_words(act: Act, timeline: Timeline) -> str:
    """The stage of a piece as the reason why an act is not possible: "this piece is live"."""
    if timeline.work not in ACTS[act].allowed_from_work:
        return f"this piece is {timeline.work.in_words}"
    if act == Act.SPIKE:
        if timeline.public == Public.SCHEDULED:
            return "this piece is scheduled. Unschedule it first"
        return "readers have had this piece, so that it stays on record"
    desk, whose = timeline.desk, ACTS[act].whose
    if desk and whose != Whose.ANYBODYS and timeline.work == Work.IN_REVIEW:
        who = desk.editor or desk.handed_in_by or "a program"
        return f"{who} has taken this piece over" if desk.editor else f"{who} handed it in"
    scheduled = " and has a scheduled version" if timeline.coming and timeline.current else ""
    return f"this piece is {timeline.public}{scheduled}"


def _desk_state(article: int, at: dt.datetime) -> QuerySet[DeskState]:
    later = LedgerEntry.objects.filter(article=article, at__gt=at).exclude(act=Act.SAVE_DRAFT)
    return DeskState.objects.filter(article=article).annotate(is_overtaken=Exists(later))


_DESK_STATE: Prepared[DeskState] = Prepared(_desk_state, article=int, at=dt.datetime)


def load_desk_state(act: Act, article: Article, at: dt.datetime) -> DeskState | None:
    """The state of the work, read once the article is locked; None before the first version.

    Refuses an act that waited for the lock while a later act changed what readers get. Saving a draft is never refused
    here: it compares its base version instead.
    """
    desk = _DESK_STATE.first(article=article.pk, at=at)
    if desk and act != Act.SAVE_DRAFT and getattr(desk, "is_overtaken"):  # noqa: B009 - an annotation
        raise ActRefused("Something else happened to this piece at the same moment. Look again.")
    return desk


def work_before_the_trash(timeline: Timeline) -> Work:
    """The state of the work from which a piece went to the trash."""
    entry = timeline.desk.work_entry if timeline.desk else None
    return Work(entry.before.get("work", Work.DRAFTING)) if entry else Work.DRAFTING


def demand_reason(act: Act, reason: str) -> None:
    """Raise ActRefused if the act needs a reason and there is none."""
    if ACTS[act].needs_reason and not reason.strip():
        raise ActRefused(f"{ACTS[act].label}: say why in a few words.")


def record(
    act: Act,
    article: Article,
    timeline: Timeline,
    *,
    by: Actor,
    revision: Revision | None = None,
    reason: str = "",
    checklist: Checklist | None = None,
    confirmed: frozenset[str] | None = None,
    after: dict[str, object] | None = None,
    work: Work | None = None,
    **hands: Unpack[Hands],
) -> LedgerEntry:
    """Append the ledger entry of an act, with the states before it, and move the work where the act table says.

    `confirmed`: codes of the checklist's questions that were answered with yes. `work`: another state of the work than
    the table's. `hands`: who has the piece from now on.
    """
    before: dict[str, object] = {
        "public": timeline.public,
        "live_version": timeline.current.revision.number if timeline.current else None,
        "comes_at": timeline.coming.live_from if timeline.coming else None,
    }
    goes_to = work or ACTS[act].work_after(timeline.work)
    moves = goes_to != timeline.work or bool(hands)
    if moves:
        before |= {"work": timeline.work}
        after = (after or {}) | {"work": goes_to}
    entry = LedgerEntry.objects.create(
        act=act,
        article=article,
        revision=revision,
        actor=by,
        at=timeline.at,
        reason=reason.strip(),
        before=before,
        after=after or {},
        checklist=checklist.as_json() if checklist else [],
        overrides=sorted(confirmed & checklist.asked) if checklist and confirmed else [],
    )
    if moves:
        people = _NOBODY if goes_to == Work.DRAFTING else hands
        DeskState.objects.filter(article=article).update(
            work=goes_to, work_entry=entry, work_since=timeline.at, **people
        )
    return entry

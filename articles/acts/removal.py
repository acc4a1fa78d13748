"""Removal of a piece from the public site, and its return: unpublish, take down, retract, put back."""

import datetime as dt

from django.db import transaction

from articles.acts.binding import bind
from articles.acts.editions import close_editions, open_edition
from articles.acts.errors import ActRefused, CannotPublish
from articles.acts.following import follow
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.acts.notices import NoticeDraft, issue, issue_with
from articles.acts.publishing import demand_no_blockers
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.notice import NoticeKind
from articles.models.revision import Revision
from articles.press.facts import NoticeFact, printed_notices
from articles.press.proof import Proof, local_day, make_proof, retraction_proof, withdrawal_proof
from articles.states import Act, TakenDownFor
from articles.timeline import Timeline


@transaction.atomic
def unpublish(article: Article, *, by: Actor, at: dt.datetime, reason: str) -> None:
    """Take a piece from readers now; its address answers 410. A scheduled version is called off too."""
    demand_reason(Act.UNPUBLISH, reason)
    timeline = enter(Act.UNPUBLISH, article, by=by, at=at)
    entry = record(Act.UNPUBLISH, article, timeline, by=by, reason=reason)
    close_editions(timeline.before(None), at=at, entry=entry)
    follow(entry)


@transaction.atomic
def take_down(
    article: Article,
    *,
    because: TakenDownFor | str,
    sentence: str,
    by: Actor,
    at: dt.datetime,
    reason: str,
    keep_headline: bool = True,
) -> Edition:
    """Replace a piece by a notice, at once: `sentence` is printed for readers, `reason` stays at the desk.

    A scheduled version is called off. The address answers 410, 451 where the law demands it (RFC 7725), or 200 while
    the piece is under review: then the notices on its page stay too; else they might tell what may not be told.
    """
    demand_reason(Act.TAKE_DOWN, reason)
    if not sentence.strip():
        raise ActRefused("Write what readers are told.")
    if because not in set(TakenDownFor):
        raise ActRefused("Say why it is taken down: for legal reasons, safety, rights, privacy or a review.")
    timeline = enter(Act.TAKE_DOWN, article, by=by, at=at)
    last = timeline.latest_piece
    if last is None:
        raise ActRefused("Readers have never had this piece: call its schedule off instead.")
    entry = record(
        Act.TAKE_DOWN,
        article,
        timeline,
        by=by,
        revision=last.revision,
        reason=reason,
        after={"because": str(because), "sentence": sentence, "keep_headline": keep_headline},
    )
    draft = NoticeDraft(NoticeKind.WITHDRAWAL, sentence)
    notice = issue(draft, entry=entry, on=local_day(last.revision, at))
    close_editions(timeline.before(None), at=at, entry=entry)
    proof = proof_of_withdrawal(last, timeline, notice, because=because, keep_headline=keep_headline)
    edition = bind(proof, entry)
    follow(entry)
    return edition


def proof_of_withdrawal(
    last: Edition,
    timeline: Timeline,
    notice: NoticeFact,
    *,
    because: TakenDownFor | str,
    keep_headline: bool,
) -> Proof:
    """The page that taking down makes; the notice may be not on record yet. `last`: the newest edition of the piece."""
    before = _notices_now(timeline) if because == TakenDownFor.REVIEW else ()
    notices = (*before, notice)
    return withdrawal_proof(last, notices, at=timeline.at, because=str(because), keep_headline=keep_headline)


@transaction.atomic
def retract(
    article: Article, *, text: str, issued_by: str, by: Actor, at: dt.datetime, reason: str = ""
) -> Edition:
    """Retract a piece: its page keeps the marked title, its attribution and its notices, and loses the text for good.

    `text`: why, for readers; `issued_by`: who retracts, as printed. The notices that stand on the page stay before
    this one. A scheduled version is called off. The address goes on answering 200.
    """
    timeline = enter(Act.RETRACT, article, by=by, at=at)
    last = timeline.latest_piece
    if last is None:
        raise ActRefused("Readers have never had this piece: call its schedule off instead.")
    draft = NoticeDraft(NoticeKind.RETRACTION, text, issued_by=issued_by)
    entry = record(
        Act.RETRACT, article, timeline, by=by, revision=last.revision, reason=reason,
        after={"text": text, "issued_by": issued_by},
    )  # fmt: skip
    notice = issue(draft, entry=entry, on=local_day(last.revision, at))
    close_editions(timeline.before(None), at=at, entry=entry)
    edition = bind(proof_of_retraction(last, timeline, notice), entry)
    follow(entry)
    return edition


def proof_of_retraction(last: Edition, timeline: Timeline, notice: NoticeFact) -> Proof:
    """The page that retracting makes; the notice may be not on record yet. `last`: the newest edition of the piece."""
    return retraction_proof(last, (*_notices_now(timeline), notice), at=timeline.at)


def _notices_now(timeline: Timeline) -> tuple[NoticeFact, ...]:
    """The notices on the page that readers had last."""
    return printed_notices(timeline.latest) if timeline.latest else ()


@transaction.atomic
def put_back(
    article: Article,
    *,
    by: Actor,
    at: dt.datetime,
    reason: str,
    revision: Revision | None = None,
    sentence: str = "",
) -> Edition:
    """Publish again the version that was taken down or retracted, or `revision` in its place.

    `sentence`: an editor's note for readers on the page that is back; after a retraction there must be one, also where
    it has been taken down since.
    """
    demand_reason(Act.PUT_BACK, reason)
    timeline = enter(Act.PUT_BACK, article, by=by, at=at, revision=revision)
    last = timeline.latest_piece
    if last is None:
        raise CannotPublish("There is nothing to put back.")
    if timeline.was_retracted and not sentence.strip():
        raise ActRefused("Readers know that it was retracted: write what they are told.")
    version = revision or last.revision
    note = NoticeDraft(NoticeKind.NOTE, sentence) if sentence.strip() else None
    proof = put_back_proof(version, last, note, at=at)
    checklist = demand_no_blockers(Act.PUT_BACK, proof, timeline)
    entry = record(
        Act.PUT_BACK,
        article,
        timeline,
        by=by,
        revision=version,
        reason=reason,
        checklist=checklist,
        after={"version": version.number},
    )
    if note:
        issue_with(proof, note, entry=entry)
    close_editions(timeline.before(None), at=at, entry=entry)
    edition = open_edition(proof, entry)
    follow(entry)
    return edition


def put_back_proof(version: Revision, last: Edition, note: NoticeDraft | None, *, at: dt.datetime) -> Proof:
    """The page that putting a version back makes. `last`: the newest edition of the piece itself."""
    adding = (note.fact(local_day(version, at)),) if note else ()
    return make_proof(version, at=at, after=last, adding=adding)

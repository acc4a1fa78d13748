"""Pieces brought to any public state and state of the work, and every act tried on them."""

import datetime as dt
import uuid

from django.contrib.auth.models import User

from articles import acts
from articles.acts.rights import Grant
from articles.models import Appearance, ApprovalKind, Article, RightsRecord
from articles.renewed import Renewable, Renewed
from articles.states import DOWN, Act, Public, Work
from articles.timeline import load_timeline
from disclaimers.slips import correct_slip
from tests.articles.pieces import HOUR, MINUTE, change
from tests.factories import AppearanceFactory, AuthorFactory, BylineFactory, published, saved


def bring_to(
    state: Public,
    *,
    coming: bool,
    by,
    now,
    work: Work = Work.DRAFTING,
    editor=None,
    is_corrected: bool = False,
) -> Article:
    """A piece of Ada's in that public state, with or without a scheduled version, and in that state of the work.

    `is_corrected`: if readers have had it, it was corrected in words that the waiting draft has changed too.
    """
    article = BylineFactory(author=AuthorFactory(user=by)).article
    AppearanceFactory(article=article)
    saved(article, at=now)
    if state in (Public.LIVE, Public.UNPUBLISHED, *DOWN):
        published(article, at=now)
        if is_corrected:
            correct_what_waits(article, at=now + MINUTE / 2)
    if state == Public.WITHDRAWN:
        acts.take_down(
            article, because="safety", sentence="Taken down.", by=None, at=now + MINUTE, reason="asked"
        )
    if state == Public.RETRACTED:
        acts.retract(article, text="It was not so.", issued_by="The authors", by=None, at=now + MINUTE)
    if state == Public.UNPUBLISHED:
        acts.unpublish(article, by=None, at=now + MINUTE, reason="in error")
    if coming and is_corrected and state != Public.SCHEDULED:
        had = load_timeline(article.pk, now + 2 * MINUTE).latest_piece.revision
        at, later = now + 2 * MINUTE, now + 5 * HOUR
        acts.publish(article, revision=had, by=None, at=at, live_from=later, change="minor")
    elif coming:
        published(change(article, dek="Later."), at=now + 2 * MINUTE, live_from=now + 5 * HOUR)
    saved(change(article, **({"series": "Now"} if is_corrected else {"dek": "Now."})), at=now + 3 * MINUTE)
    if work in (Work.IN_REVIEW, Work.CHANGES_REQUESTED):
        acts.hand_in(article, by=by, at=now + 3 * MINUTE)
    if editor:
        acts.take_over(article, by=editor, at=now + 3 * MINUTE)
    if work == Work.SPIKED:
        acts.spike(article, by=by, at=now + 3 * MINUTE)
    if work == Work.CHANGES_REQUESTED:
        acts.return_piece(article, by=None, at=now + 3 * MINUTE, reason="shorter")
    return article


def correct_what_waits(article: Article, *, at) -> None:
    """Correct the dek of a live piece whose draft has another dek."""
    saved(change(article, dek="Two, and more."), at=at)
    words = acts.NoticeDraft("correction", wrong="It said two.", right="There are three.")
    acts.correct(article, changes={"dek": "Three."}, notice=words, by=None, at=at)


class EveryPassage(dict):
    """The same decision on every passage."""

    def __init__(self, stays: str) -> None:
        self.stays = stays

    def get(self, key, default=None):
        return self.stays


def attempt(act: Act, article: Article, by, at) -> None:
    """Call the act as a door would."""
    newest = article.revisions.first()
    match act:
        case Act.SAVE_DRAFT:
            acts.save_draft(change(article, dek="Tried."), by=by, at=at)
        case Act.LABEL:
            acts.label_version(newest, text="As tried", by=by, at=at)
        case Act.HAND_IN:
            acts.hand_in(article, by=by, at=at)
        case Act.TAKE_BACK:
            acts.take_back(article, by=by, at=at)
        case Act.TAKE_OVER:
            acts.take_over(article, by=by, at=at)
        case Act.RETURN:
            acts.return_piece(article, by=by, at=at, reason="tried")
        case Act.TAKE_WRITING:
            acts.take_writing(article, from_whom=User(username="zoe"), by=by, at=at)
        case Act.SHARE:
            reader = acts.OutsideReader("Ida Quay", ApprovalKind.AUTHOR, uuid.uuid4())
            acts.share(
                article, reader, by=by, at=at, pinned=None, expires_at=at + 9 * HOUR, asks_sign_off=True
            )
        case Act.STOP_SHARING:
            reader = acts.OutsideReader("Ida Quay", ApprovalKind.AUTHOR, uuid.uuid4())
            acts.stop_sharing(article, reader, by=by, at=at)
        case Act.APPROVE:
            acts.approve(article, revision=newest, kind=ApprovalKind.EDITORIAL, by=by, at=at)
        case Act.SIGN_OFF:
            acts.sign_off(article, revision=newest, by=by, at=at)
        case Act.SPIKE:
            acts.spike(article, by=by, at=at)
        case Act.UNSPIKE:
            acts.unspike(article, by=by, at=at)
        case Act.PUBLISH:
            acts.publish(article, revision=newest, by=by, at=at, change="minor")
        case Act.SCHEDULE:
            acts.publish(article, revision=newest, by=by, at=at, live_from=at + 2 * HOUR, change="minor")
        case Act.RESCHEDULE:
            acts.reschedule(article, live_from=at + 3 * HOUR, by=by, at=at)
        case Act.SWAP:
            acts.swap_scheduled(article, revision=newest, by=by, at=at, change="minor")
        case Act.UNSCHEDULE:
            acts.unschedule(article, by=by, at=at)
        case Act.UNPUBLISH:
            acts.unpublish(article, by=by, at=at, reason="tried")
        case Act.REISSUE:
            wording = article.institution.disclaimers.get().wordings.get()
            correct_slip(wording, text="Tried.", reason="tried", by=by, at=at)
            acts.reissue(article, renewed=Renewed.of(Renewable.DISCLAIMERS), by=by, at=at, reason="tried")
        case Act.REPRINT:
            # Not by an act: the page is stale.
            RightsRecord.objects.filter(article=article).update(mode="link")
            acts.reprint_scheduled(article, by=by, at=at, reason="tried")
        case Act.CORRECT:
            words = acts.NoticeDraft("correction", wrong="It said two.", right="There are three.")
            changes = {} if load_timeline(article.pk, at).public in DOWN else {"dek": "Three."}
            every = EveryPassage("corrected")
            acts.correct(article, changes=changes, notice=words, decisions=every, by=by, at=at)
        case Act.SETTLE_CORRECTION:
            acts.settle_correction(
                article, revision=newest, decisions=EveryPassage("corrected"), by=by, at=at
            )
        case Act.TAKE_DOWN:
            acts.take_down(article, because="legal", sentence="Gone.", by=by, at=at, reason="tried")
        case Act.RETRACT:
            acts.retract(article, text="It was not so.", issued_by="The authors", by=by, at=at)
        case Act.PUT_BACK:
            acts.put_back(article, by=by, at=at, reason="tried", sentence="It is back.")
        case _:
            attempt_on_rights(act, article.appearances.get(), by, at)


def attempt_on_rights(act: Act, place: Appearance, by, at) -> None:
    match act:
        case Act.REQUEST_RIGHTS:
            acts.request_rights(place, by=by, at=at, on=at.date())
        case Act.GRANT_RIGHTS:
            acts.grant_rights(place, Grant(granted_on=at.date(), evidence="mail 7"), by=by, at=at)
        case Act.REFUSE_RIGHTS:
            acts.refuse_rights(place, by=by, at=at)
        case Act.WITHDRAW_RIGHTS:
            acts.withdraw_rights(place, by=by, at=at, reason="tried")
        case Act.EXTEND_RIGHTS:
            acts.extend_rights(place, valid_until=dt.date(2030, 1, 1), by=by, at=at)
        case Act.SETTLE_RIGHTS:
            acts.settle_rights(place, state="not_needed", by=by, at=at, reason="tried")

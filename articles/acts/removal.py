"""Removal of a piece from the public site, and its return: unpublish, take down, put back."""

import datetime as dt

from django.db import transaction

from articles.acts.binding import bind
from articles.acts.editions import close_editions, open_edition
from articles.acts.errors import ActRefused, CannotPublish
from articles.acts.following import follow
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.acts.notices import NoticeDraft, issue
from articles.acts.publishing import demand_no_blockers
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.notice import NoticeKind
from articles.models.revision import Revision
from articles.press.proof import local_day, make_proof, make_tombstone
from articles.states import Act, TakenDownFor


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

    A scheduled version is called off. The address answers 410, or 451 where the law demands it (RFC 7725).
    """
    demand_reason(Act.TAKE_DOWN, reason)
    if not sentence.strip():
        raise ActRefused("Write what readers are told.")
    if because not in set(TakenDownFor):
        raise ActRefused("Say why it is taken down: for legal reasons, safety, rights or privacy.")
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
    proof = make_tombstone(last, notice, at=at, because=str(because), keep_headline=keep_headline)
    edition = bind(proof, entry)
    follow(entry)
    return edition


@transaction.atomic
def put_back(
    article: Article, *, by: Actor, at: dt.datetime, reason: str, revision: Revision | None = None
) -> Edition:
    """Publish again the version that was taken down, or `revision` in its place."""
    demand_reason(Act.PUT_BACK, reason)
    timeline = enter(Act.PUT_BACK, article, by=by, at=at, revision=revision)
    last = timeline.latest_piece
    if last is None:
        raise CannotPublish("There is nothing to put back.")
    version = revision or last.revision
    proof = make_proof(version, at=at, after=last)
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
    close_editions(timeline.before(None), at=at, entry=entry)
    edition = open_edition(proof, entry)
    follow(entry)
    return edition

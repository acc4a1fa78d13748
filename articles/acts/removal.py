"""What takes a piece from readers, and brings it back: unpublish, take down, put back."""

import datetime as dt

from django.db import transaction

from articles.acts.binding import bind
from articles.acts.errors import ActRefused, CannotPublish
from articles.acts.laying import end, lay
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.acts.notices import NoticeDraft, issue
from articles.acts.publishing import passed
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.notice import Notice
from articles.models.revision import Revision
from articles.press.proof import local_day, make_proof, tombstone
from articles.states import Act, TakenDownFor


@transaction.atomic
def unpublish(article: Article, *, by: Actor, at: dt.datetime, reason: str) -> None:
    """Take a piece from readers now; its address answers 410. A scheduled version is called off with it."""
    demand_reason(Act.UNPUBLISH, reason)
    standing = enter(Act.UNPUBLISH, article, by=by, at=at)
    entry = record(Act.UNPUBLISH, article, standing, by=by, reason=reason)
    end(standing.before(None), at=at, entry=entry)


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
    """Put a notice in place of a piece, at once: `sentence` is what readers are told, `reason` stays at the desk.

    What was scheduled is called off. The address answers 410, or 451 where the law demands it (RFC 7725).
    """
    demand_reason(Act.TAKE_DOWN, reason)
    if not sentence.strip():
        raise ActRefused("Write what readers are told.")
    if because not in set(TakenDownFor):
        raise ActRefused("Say why it is taken down: for legal reasons, safety, rights or privacy.")
    standing = enter(Act.TAKE_DOWN, article, by=by, at=at)
    last = standing.latest_piece
    if last is None:
        raise ActRefused("Readers have never had this piece: call its schedule off instead.")
    entry = record(
        Act.TAKE_DOWN,
        article,
        standing,
        by=by,
        revision=last.revision,
        reason=reason,
        after={"because": str(because), "sentence": sentence, "keep_headline": keep_headline},
    )
    words = NoticeDraft(Notice.Kind.WITHDRAWAL, sentence)
    told = issue(article, words, entry=entry, on=local_day(last, at))
    end(standing.before(None), at=at, entry=entry)
    return bind(tombstone(last, told, at=at, because=str(because), keep_headline=keep_headline), entry)


@transaction.atomic
def put_back(
    article: Article, *, by: Actor, at: dt.datetime, reason: str, revision: Revision | None = None
) -> Edition:
    """Give readers again what they had before it was taken down, or another version of it."""
    demand_reason(Act.PUT_BACK, reason)
    standing = enter(Act.PUT_BACK, article, by=by, at=at)
    last = standing.latest_piece
    if last is None:
        raise CannotPublish("There is nothing to put back.")
    version = revision or last.revision
    sheet = make_proof(version, at=at, after=last)
    checklist = passed(Act.PUT_BACK, sheet, standing)
    entry = record(
        Act.PUT_BACK,
        article,
        standing,
        by=by,
        revision=version,
        reason=reason,
        checklist=checklist,
        after={"version": version.number},
    )
    end(standing.before(None), at=at, entry=entry)
    return lay(sheet, entry)

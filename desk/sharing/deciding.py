"""Decisions of the desk on shared links and on what came through them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles import acts
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.margin.passages import with_wording
from desk.models import SharedComment, SharedLink
from desk.sharing.tokens import hash_of, new_token

PASSAGE_GONE = (
    "The passage is not in the newest version any more, or stands there in other words. Nothing was changed: "
    "take what you need by hand."
)
DECIDED = "Somebody has decided on this before."


@transaction.atomic
def revoke(link: SharedLink, *, by: User, at: dt.datetime) -> str:
    """End a link at once; the sentence that says so."""
    if link.revoked_at is None:
        acts.stop_sharing(link.article, link.as_reader, by=by, at=at)
        SharedLink.objects.filter(pk=link.pk).update(revoked_at=at, revoked_by=by)
    return f"The link of {link.name} is ended: it opens nothing any more."


@transaction.atomic
def renew(link: SharedLink, *, by: User, at: dt.datetime) -> str:
    """Give a link another address, for as many days as it had; the earlier one ends. Return the new token."""
    token = new_token()
    acts.share(
        link.article,
        link.as_reader,
        by=by,
        at=at,
        pinned=link.pinned,
        expires_at=at + (link.expires_at - link.made_at),
        asks_sign_off=link.may_sign_off,
    )
    ends = at + (link.expires_at - link.made_at)
    SharedLink.objects.filter(pk=link.pk).update(
        token_hash=hash_of(token), made_at=at, expires_at=ends, revoked_at=None, revoked_by=None
    )
    return token


@transaction.atomic
def settle(comment: SharedComment, outcome: str, *, by: User, at: dt.datetime) -> str:
    """Put a comment or a proposal away. Only the first decision counts."""
    waiting = SharedComment.objects.waiting().filter(pk=comment.pk)
    if not waiting.update(outcome=outcome, decided_at=at, decided_by=by):
        return DECIDED
    if outcome == SharedComment.CommentOutcome.LEFT:
        sees = f" {comment.link.name} sees that on their page." if comment.link else ""
        return f"The text stays as it is.{sees}"
    return "Settled."


@transaction.atomic
def take(comment: SharedComment, *, by: User, at: dt.datetime) -> Revision:
    """Save the proposed wording as a new version. Raises ActRefused if the passage is gone from the newest one."""
    article = Article.objects.locked().get(pk=comment.revision.article_id)
    newest = Revision.objects.filter(article=article).first()
    changed = with_wording(content_of(comment.revision), content_of(newest), comment) if newest else None
    if newest is None or changed is None:
        raise acts.ActRefused(PASSAGE_GONE)
    if not _note_as_taken([comment], by, at):
        raise acts.ActRefused(DECIDED)
    label = f"Wording of {comment.whose} taken"[:120]
    return _save(article, dict([changed]), newest, label, by, at)


@transaction.atomic
def take_all(article: Article, *, by: User, at: dt.datetime) -> str:
    """Save all proposals that wait as one version; a sentence that says how many, and how many found no place.

    Raises ActRefused if none can be taken.
    """
    locked = Article.objects.locked().get(pk=article.pk)
    newest = Revision.objects.filter(article=locked).first()
    waiting = SharedComment.objects.of(locked).waiting().filter(is_proposal=True).select_related("revision")
    now = content_of(newest) if newest else {}
    values: dict[str, str] = {}
    taken = []
    for comment in waiting:
        if changed := with_wording(content_of(comment.revision), now | values, comment):
            values |= dict([changed])
            taken.append(comment)
    if newest is None or not taken:
        raise acts.ActRefused(PASSAGE_GONE)
    left = len(waiting) - len(taken)
    _note_as_taken(taken, by, at)
    version = _save(locked, values, newest, f"{len(taken)} proposals taken", by, at)
    rest = f" {left} found their passage changed, and wait." if left else ""
    return f"Taken: {len(taken)} proposals, in version {version.number}.{rest}"


def _note_as_taken(comments: Sequence[SharedComment], by: User, at: dt.datetime) -> int:
    """The number of them on which nobody had decided before."""
    waiting = SharedComment.objects.waiting().filter(pk__in=[comment.pk for comment in comments])
    return waiting.update(outcome=SharedComment.CommentOutcome.TAKEN, decided_at=at, decided_by=by)


def _save(
    article: Article, values: Mapping[str, str], newest: Revision, label: str, by: User, at: dt.datetime
) -> Revision:
    for name, value in values.items():
        field: Any = Article._meta.get_field(name)
        setattr(article, name, field.clean(value, article))
    article.save(update_fields=list(values))
    return acts.save_draft(article, by=by, at=at, base=newest.number, label=label)

"""Approving one exact text, with an account or through a shared link; and giving and ending such links."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction

from articles.acts.errors import ActRefused
from articles.acts.ledger import Actor, enter, record
from articles.models.approval import Approval, ApprovalKind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.states import Act, Form
from articles.timeline import Timeline

OWN_TEXT = "You have worked on this text since {since}: somebody else approves it."


@dataclass(frozen=True)
class OutsideReader:
    """A person without an account, as the desk named them; `through`: the key of their link."""

    name: str
    kind: ApprovalKind
    through: uuid.UUID


@transaction.atomic
def share(
    article: Article,
    reader: OutsideReader,
    *,
    by: Actor,
    at: dt.datetime,
    pinned: Revision | None,
    expires_at: dt.datetime,
    asks_sign_off: bool,
) -> LedgerEntry:
    """Record that a piece may be read through a link. `pinned`: the one version that it shows, None for the draft."""
    timeline = enter(Act.SHARE, article, by=by, at=at)
    after = _as_kept(reader) | {"until": expires_at, "asks_sign_off": asks_sign_off}
    if pinned:
        after["version"] = pinned.number
    return record(Act.SHARE, article, timeline, by=by, revision=pinned, after=after)


@transaction.atomic
def stop_sharing(article: Article, reader: OutsideReader, *, by: Actor, at: dt.datetime) -> LedgerEntry:
    """Record that a link no longer opens the piece."""
    timeline = enter(Act.STOP_SHARING, article, by=by, at=at)
    return record(Act.STOP_SHARING, article, timeline, by=by, after=_as_kept(reader))


@transaction.atomic
def approve(
    article: Article, *, revision: Revision, kind: ApprovalKind, by: Actor, at: dt.datetime, words: str = ""
) -> Approval:
    """Approve this exact text. An editor who has worked on it since the last one that was approved or live may not."""
    timeline = enter(Act.APPROVE, article, by=by, at=at)
    if kind == ApprovalKind.EDITORIAL:
        _demand_fresh_eyes(revision, by, timeline)
    if Approval.objects.counting_for(revision).filter(kind=kind, by=by).exists():
        raise ActRefused("You have approved this exact text already.")
    after: dict[str, object] = {"version": revision.number, "kind": kind}
    entry = record(Act.APPROVE, article, timeline, by=by, revision=revision, reason=words, after=after)
    return _approval(revision, entry, kind=kind, by=by, words=words)


@transaction.atomic
def sign_off(
    article: Article,
    reader: OutsideReader | None = None,
    *,
    revision: Revision,
    by: Actor = None,
    at: dt.datetime,
    words: str = "",
) -> Approval:
    """Sign this exact text off: through a link, or as an author who has an account.

    Raises ActRefused if this was done before.
    """
    timeline = enter(Act.SIGN_OFF, article, by=by, at=at)
    kind = reader.kind if reader else ApprovalKind.AUTHOR
    through = reader.through if reader else None
    if Approval.objects.counting_for(revision).filter(kind=kind, by=by, through=through).exists():
        raise ActRefused("You have signed off this exact text already.")
    after = {"version": revision.number, "kind": kind} | (_as_kept(reader) if reader else {})
    entry = record(Act.SIGN_OFF, article, timeline, by=by, revision=revision, reason=words, after=after)
    return _approval(revision, entry, kind=kind, by=by, words=words, reader=reader)


def _approval(
    revision: Revision,
    entry: LedgerEntry,
    *,
    kind: ApprovalKind,
    by: Actor,
    words: str,
    reader: OutsideReader | None = None,
) -> Approval:
    return Approval.objects.create(
        article_id=revision.article_id,
        revision=revision,
        content_hash=revision.content_hash,
        kind=kind,
        by=by,
        name=reader.name if reader else "",
        through=reader.through if reader else None,
        at=entry.at,
        words=words,
        entry=entry,
    )


def _as_kept(reader: OutsideReader) -> dict[str, object]:
    """The reader, as the ledger keeps them."""
    return {"reader": reader.name, "reader_kind": reader.kind, "through": reader.through}


def _demand_fresh_eyes(revision: Revision, by: Actor, timeline: Timeline) -> None:
    """Raise ActRefused if the person has saved any of the text since the last version that was approved or live."""
    if by is None:
        raise ActRefused("A program approves nothing.")
    before = _last_seen_by_others(revision, timeline)
    saved = Revision.objects.filter(
        article=revision.article_id, number__gt=before, number__lte=revision.number, saved_by=by
    )
    if saved.exists():
        raise ActRefused(OWN_TEXT.format(since=f"version {before}" if before else "it was begun"))


def _last_seen_by_others(revision: Revision, timeline: Timeline) -> int:
    """The number of the newest version up to this one that an editor approved or readers had; 0 if there is none."""
    editions = Edition.objects.filter(article=revision.article_id, form=Form.PIECE).ever_live(timeline.at)
    approvals = Approval.objects.filter(article=revision.article_id, kind=ApprovalKind.EDITORIAL)
    numbers = [
        *editions.filter(revision__number__lte=revision.number).values_list("revision__number", flat=True),
        *approvals.filter(revision__number__lt=revision.number).values_list("revision__number", flat=True),
    ]
    return max(numbers, default=0)

"""The frame of every act: lock the article, ask the table and the person's rights, write the ledger entry."""

import datetime as dt

from django.contrib.auth.models import User

from articles.acts.errors import ActRefused
from articles.checklist import Checklist
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.states import ACTS, Act, allows
from articles.timeline import Timeline, load_timeline

Actor = User | None


def enter(act: Act, article: Article, *, by: Actor, at: dt.datetime) -> Timeline:
    """Lock the article, and refuse what the table or the person's rights do not allow. `by` None: a program."""
    Article.objects.select_for_update(of=("self",)).only("pk").get(pk=article.pk)
    _refuse_the_overtaken(act, article, at)
    rule, standing = ACTS[act], load_timeline(article.pk, at)
    if by is not None and not by.has_perm(rule.permission, article):
        raise ActRefused(f"You may not do this here: {rule.label.lower()} “{article}”.")
    if not allows(act, standing.public, has_coming=standing.coming is not None):
        scheduled = " and has a scheduled version" if standing.coming and standing.current else ""
        raise ActRefused(f"{rule.label} is not possible: this piece is {standing.public}{scheduled}.")
    return standing


def _refuse_the_overtaken(act: Act, article: Article, at: dt.datetime) -> None:
    """An act that waited for the lock must not undo what a later one has shown to readers meanwhile.

    A saved text is never refused for this: it competes by its base.
    """
    later = LedgerEntry.objects.filter(article=article, at__gt=at).exclude(act=Act.SAVE_DRAFT)
    if act != Act.SAVE_DRAFT and later.exists():
        raise ActRefused("Something else happened to this piece at the same moment. Look again.")


def demand_reason(act: Act, reason: str) -> None:
    """Refuse an act that must say why and does not."""
    if ACTS[act].needs_reason and not reason.strip():
        raise ActRefused(f"{ACTS[act].label}: say why in a few words.")


def record(
    act: Act,
    article: Article,
    standing: Timeline,
    *,
    by: Actor,
    revision: Revision | None = None,
    reason: str = "",
    checklist: Checklist | None = None,
    after: dict[str, object] | None = None,
) -> LedgerEntry:
    """Append the entry of an act, with where the piece stood before it."""
    before = {
        "public": standing.public,
        "live_version": standing.current.revision.number if standing.current else None,
        "comes_at": standing.coming.live_from if standing.coming else None,
    }
    return LedgerEntry.objects.create(
        act=act,
        article=article,
        revision=revision,
        actor=by,
        at=standing.at,
        reason=reason.strip(),
        before=before,
        after=after or {},
        checklist=checklist.recorded() if checklist else [],
    )

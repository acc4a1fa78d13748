"""Frame of every act: lock the article, check the act table and the user's permission, write the ledger entry."""

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
    """Lock the article and load its timeline. Raises ActRefused if act table or permission forbid the act.

    `by`: None for a program, which needs no permission.
    """
    Article.objects.select_for_update(of=("self",)).only("pk").get(pk=article.pk)
    _refuse_if_overtaken(act, article, at)
    rule, timeline = ACTS[act], load_timeline(article.pk, at)
    if by is not None and not by.has_perm(rule.permission, article):
        raise ActRefused(f"You may not do this here: {rule.label.lower()} “{article}”.")
    if not allows(act, timeline.public, has_coming=timeline.coming is not None):
        scheduled = " and has a scheduled version" if timeline.coming and timeline.current else ""
        raise ActRefused(f"{rule.label} is not possible: this piece is {timeline.public}{scheduled}.")
    return timeline


def _refuse_if_overtaken(act: Act, article: Article, at: dt.datetime) -> None:
    """Refuse an act that waited for the lock while a later act changed what readers get.

    Saving a draft is never refused here: it compares its base version instead.
    """
    later = LedgerEntry.objects.filter(article=article, at__gt=at).exclude(act=Act.SAVE_DRAFT)
    if act != Act.SAVE_DRAFT and later.exists():
        raise ActRefused("Something else happened to this piece at the same moment. Look again.")


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
    after: dict[str, object] | None = None,
) -> LedgerEntry:
    """Append the ledger entry of an act, with the public state before it."""
    before = {
        "public": timeline.public,
        "live_version": timeline.current.revision.number if timeline.current else None,
        "comes_at": timeline.coming.live_from if timeline.coming else None,
    }
    return LedgerEntry.objects.create(
        act=act,
        article=article,
        revision=revision,
        actor=by,
        at=timeline.at,
        reason=reason.strip(),
        before=before,
        after=after or {},
        checklist=checklist.as_json() if checklist else [],
    )

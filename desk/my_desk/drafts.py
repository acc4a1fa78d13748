"""Drafts in the user's hands: pieces with a version of theirs that readers have not had and are not about to get."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.querysets import User
from articles.states import Work
from desk.standing import standing_in_words, with_standing


@dataclass(frozen=True)
class DraftInHand:
    """A piece to go on with. `standing`: what readers have of it, in words; "" while they have had nothing."""

    article: Article
    standing: str


def drafts_in_hand(
    visible: QuerySet[Any, Any], user: User, at: dt.datetime, *, shown: int
) -> list[DraftInHand]:
    """The user's unfinished work that nobody else has in hand, newest first: never published, or changed since."""
    out = Edition.objects.not_emptied().filter(
        article=OuterRef("article"), revision__number__gte=OuterRef("number")
    )
    mine = Revision.objects.filter(~Exists(out), saved_by=user.pk).order_by().values("article")
    pieces = Article.objects.filter(pk__in=visible, desk__work=Work.DRAFTING).filter(pk__in=mine)
    rows = with_standing(pieces, at).select_related("desk").only("headline", "desk__saved_at")
    return [DraftInHand(row, _in_words(row)) for row in rows.order_by("-desk__saved_at")[:shown]]


def _in_words(article: Any) -> str:
    if not article.was_live and not article.comes_at:
        return ""
    words = standing_in_words(article)
    says_so = article.is_live and not article.comes_at
    return words if says_so else f"{words}, with changes since"

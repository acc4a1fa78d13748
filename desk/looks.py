"""Looks: when a person last looked at a piece, and the pieces that others have changed since."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models.article import Article
from articles.models.byline import Byline
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.querysets import User
from articles.states import MOVES_PAGES, Act
from desk.history.sentences import sentence, who
from desk.models import Look

CHANGES = MOVES_PAGES | {Act.SAVE_DRAFT, Act.CORRECT, Act.SETTLE_CORRECTION}
"""Acts after which a piece says something else, or readers get something else of it.

Not among them: pages that were printed again, often hundreds at once, which "Updates of published pages" lists.
"""
LAST_LOOKS = 300
"""Pieces that are asked about: those that the person opened last."""


@dataclass(frozen=True)
class ChangedPiece:
    """A piece that somebody else has changed, with the newest of their changes in words."""

    article: Article
    sentence: str
    who: str
    at: dt.datetime


def note_look(article_id: int, user: User, at: dt.datetime, *, version: int | None = None) -> None:
    """Note that a person sees the piece as it is now, in one statement.

    `version`: the number of the version they see, if newer ones may have been saved since the page was made.
    """
    entries = LedgerEntry.objects.filter(article=article_id)
    if version is not None:
        entries = entries.filter(Q(revision=None) | Q(revision__number__lte=version))
    newest = entries.order_by("-id").values("id")[:1]
    person: Any = user.pk
    until: Any = Coalesce(Subquery(newest), 0)
    look = Look(article_id=article_id, person_id=person, newest_entry=until, looked_at=at)
    Look.objects.bulk_create(
        [look],
        update_conflicts=True,
        unique_fields=["article", "person"],
        update_fields=["newest_entry", "looked_at"],
    )


def with_part_in(articles: QuerySet[Article], user: User) -> QuerySet[Article]:
    """Pieces that a person has saved or signs, or whose draft they handed in or have in hand."""
    saved = Revision.objects.filter(article=OuterRef("pk"), saved_by=user.pk)
    signed = Byline.objects.filter(article=OuterRef("pk"), author__user=user.pk)
    in_hand = Q(desk__editor=user.pk) | Q(desk__handed_in_by=user.pk)
    return articles.filter(in_hand | Exists(saved) | Exists(signed))


def changed_since_looked(user: User, at: dt.datetime) -> Any:
    """Looks of the user after which others changed the piece, annotated with `change`: the newest entry of theirs.

    At pieces that the user had a part in, or that are live.
    """
    last = Look.objects.filter(person=user.pk).order_by("-looked_at").values("pk")[:LAST_LOOKS]
    entries = LedgerEntry.objects.filter(article=OuterRef("article"), act__in=CHANGES).exclude(actor=user.pk)
    live = Edition.objects.filter(article=OuterRef("article")).live(at)
    theirs = with_part_in(Article.objects.filter(pk=OuterRef("article")), user)
    is_newer: dict[str, Any] = {"change__gt": F("newest_entry")}
    return (
        Look.objects.filter(pk__in=last)
        .annotate(change=Subquery(entries.order_by("-id").values("id")[:1]))
        .filter(Exists(theirs) | Exists(live), **is_newer)
    )


def changed_pieces(
    visible: QuerySet[Any, Any], user: User, at: dt.datetime, *, shown: int
) -> list[ChangedPiece]:
    """The pieces changed last, in one query if there are none, else in three."""
    looks = changed_since_looked(user, at).filter(article__in=visible)
    keys = list(looks.order_by("-change").values_list("change", flat=True)[:shown])
    if not keys:
        return []
    entries = (
        LedgerEntry.objects.filter(pk__in=keys)
        .select_related("article", "actor", "revision")
        .defer("revision__content", "article__body")
        .prefetch_related("notices")
    )
    return [ChangedPiece(each.article, sentence(each), who(each), each.at) for each in entries]

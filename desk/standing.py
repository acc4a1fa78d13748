"""The public state of pieces, in one query for a list and in words."""

import datetime as dt
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from articles.models.article import Article
from articles.models.edition import Edition
from articles.states import Form
from prose.dates import hour_in_words


def standing_in_words(article: Any) -> str:
    """The public state, as "live, unpublished changes" or "scheduled for 11 March 2026, 09:30".

    The article comes from `with_standing`.
    """
    if article.is_live:
        words = ["live"]
        if article.live_revision != article.head_number:
            words.append("unpublished changes")
    elif article.is_taken_down:
        words = ["taken down"]
    elif article.is_retracted:
        words = ["retracted"]
    elif article.was_live:
        words = ["unpublished"]
    else:
        words = [] if article.comes_at else ["never published"]
    if article.comes_at:
        hour = hour_in_words(article.comes_at, timezone.get_current_timezone())
        words.append(f"scheduled for {hour}")
    return ", ".join(words)


def dot_of(article: Any) -> str:
    """The name of the dot before these words: each state has a shape and a colour of its own."""
    if article.is_live:
        return "is-live" if article.live_revision == article.head_number else "is-live has-changes"
    if article.is_taken_down or article.is_retracted:
        return "is-down"
    if article.comes_at:
        return "is-scheduled"
    return "is-over" if article.was_live else "is-draft"


def with_standing(articles: QuerySet[Article], at: dt.datetime) -> QuerySet[Article]:
    """Annotate the columns that `standing_in_words` reads, so that the list stays one query."""
    editions = Edition.objects.filter(article=OuterRef("pk"))
    return articles.annotate(
        is_live=Exists(editions.live(at).filter(form=Form.PIECE)),
        is_taken_down=Exists(editions.live(at).filter(form=Form.WITHDRAWAL)),
        is_retracted=Exists(editions.live(at).filter(form=Form.RETRACTION)),
        was_live=Exists(editions.ever_live(at)),
        comes_at=Subquery(editions.coming(at).order_by("live_from").values("live_from")[:1]),
        published_here=Subquery(
            editions.ever_live(at).order_by("-live_from").values("first_published_on")[:1]
        ),
        live_revision=Subquery(editions.live(at).values("revision__number")[:1]),
        head_number=F("desk__head_number"),
        newest_saved_at=F("desk__saved_at"),
    )

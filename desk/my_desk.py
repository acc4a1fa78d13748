"""Context of the desk's front page: the user's drafts, what is scheduled next, what is newest."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from articles.models.article import Article
from articles.models.edition import Edition
from articles.states import Form
from desk.manuscript.list import with_public_state

ROWS = 8


def my_desk(request: HttpRequest) -> dict[str, Any]:
    """Three short lists, one query each."""
    user = request.user
    if not user.has_perm("articles.view_article"):
        return {"has_desk": False}
    at = timezone.now()
    visible = Article.objects.visible_to(user).values("pk")
    mine = Article.objects.filter(pk__in=visible, revisions__saved_by=user.pk).distinct().values("pk")
    drafts = with_public_state(Article.objects.filter(pk__in=mine), "never", at).select_related("desk")
    listed = Edition.objects.filter(article__in=visible).select_related("permalink")
    return {
        "has_desk": True,
        "may_write": user.has_perm("articles.add_article"),
        "drafts": drafts.only("headline", "desk__saved_at").order_by("-desk__saved_at")[:ROWS],
        "coming": listed.coming(at)
        .only("headline", "article_id", "live_from", "permalink__path")
        .order_by("live_from")[:ROWS],
        "newest": listed.live(at)
        .filter(form=Form.PIECE)
        .only("headline", "article_id", "live_from", "byline", "permalink__path")
        .order_by("-live_from")[:ROWS],
    }

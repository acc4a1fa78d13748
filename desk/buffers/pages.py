"""The page of one buffer: how it differs from what is saved, and the buttons that bring it back or throw it away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Article
from articles.querysets import User
from desk.buffers.offers import KeptOffer, is_in_the_trash, offer_of
from desk.buffers.typed_content import content_typed
from desk.models import Buffer
from desk.pages import draw, form_address
from desk.versions.comparison import compared_contents

TEMPLATE = "admin/articles/article/kept.html"
GONE = (
    "What was typed there is not kept any more: it was saved, thrown away, brought back and written on, "
    "or older than 30 days. "
    "If you saved it, it stands here."
)
THROWN_AWAY = "What you typed and did not save is thrown away."
THROW_AWAY = "_throw_away"  # the name of the button


def find_offer(user: User, article: Article | None, key: int) -> KeptOffer | None:
    """The user's own buffer of a piece or of a new one; None for anybody else's, and for one that is gone."""
    place = {"article": article} if article else {"article__isnull": True}
    buffer = Buffer.objects.of(user).filter(**place, pk=key).first()
    return offer_of(buffer) if buffer else None


def to_form(request: HttpRequest, article: Article | None, sentence: str) -> HttpResponse:
    """Go to the form, with a message."""
    messages.info(request, sentence)
    return HttpResponseRedirect(
        form_address(article.pk) if article else reverse("admin:articles_article_add")
    )


def throw_away(request: HttpRequest, offer: KeptOffer, article: Article | None) -> HttpResponse:
    offer.buffer.delete()
    messages.success(request, THROWN_AWAY)
    return HttpResponseRedirect(form_address(article.pk) if article else reverse("admin:index"))


def kept_page(request: HttpRequest, offer: KeptOffer, article: Article | None) -> HttpResponse:
    """The page: what was typed, marked against the newest version."""
    context: dict[str, Any] = {
        "offer": offer,
        "compared": compared_contents(offer.saved, content_typed(offer.typed, offer.saved)),
        "is_in_the_trash": article is not None and is_in_the_trash(article),
        "may_save": request.user.has_perm("articles.change_article" if article else "articles.add_article"),
        "gone_on": timezone.localtime(offer.gone_at),
    }
    return draw(request, TEMPLATE, context, title="Typed and not saved", article=article)

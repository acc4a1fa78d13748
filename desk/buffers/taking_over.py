"""The page on which one takes over the writing from whoever has the piece open; the history names both."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from articles import acts
from articles.models.article import Article
from desk.buffers.presence import others_at, presence_in_words
from desk.models import Lease
from desk.pages import draw, find_article, form_address, require
from prose.forms.unsaved import is_to_be_done
from prose.keys import as_key

TEMPLATE = "admin/articles/article/take_writing.html"
NOBODY = "Nobody else has this piece open any more: there is nothing to take over. Write on."


def take_writing(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show who has the piece open; on POST note that the user goes on writing in the place of one of them."""
    article = find_article(request, object_id)
    require(request, "articles.change_article", article)
    at, user = timezone.now(), cast("User", request.user)
    others = others_at(article.pk, user, at)
    if not others:
        messages.info(request, NOBODY)
        return HttpResponseRedirect(form_address(article.pk))
    holder = next(
        (lease for lease in others if lease.person_id == as_key(request.POST.get("from", ""))), None
    )
    if is_to_be_done(request) and holder:
        return _take(request, article, holder, by=user, at=at)
    rows = zip(others, presence_in_words(others, user, at), strict=True)
    return draw(request, TEMPLATE, {"others": list(rows)}, title="Take over the writing", article=article)


@transaction.atomic
def _take(request: HttpRequest, article: Article, holder: Lease, *, by: User, at: Any) -> HttpResponse:
    acts.take_writing(article, from_whom=holder.person, by=by, at=at)
    Lease.objects.filter(article=article, person=holder.person).update(taken_by=by, taken_at=at)
    messages.success(
        request,
        f"You have taken over the writing from {holder.person}. They are told in their tab, and what they typed is "
        "kept for them.",
    )
    return HttpResponseRedirect(form_address(article.pk))

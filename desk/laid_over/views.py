"""Bringing a manuscript for a piece, and the wait until it is read. The page after that is `desk.laid_over.admin`."""

import uuid

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone

from articles.models.article import Article
from desk.laid_over.source_form import NextVersionForm
from desk.models import BroughtText
from desk.new_from_a_text.limits import PROMPT_SECONDS
from desk.new_from_a_text.line import LINE
from desk.pages import DeskPage, draw, find_article, require
from prose.forms.unsaved import is_to_be_done

TITLE = "Lay a manuscript over it"
_TEMPLATE = "admin/articles/article/lay_over.html"


def lay_over(request: HttpRequest, object_id: int) -> HttpResponse:
    """Ask for a file or a pasted text; on POST have it read, and go where it is compared with the draft."""
    article, user = find_article(request, object_id), request.user
    require(request, "articles.change_article", article)
    assert isinstance(user, User)  # noqa: S101 - admin_view asks for a login
    form = NextVersionForm(request.POST or None, request.FILES or None, label_suffix="")
    if request.method != "POST":
        LINE.reader.warm_up()
    if not is_to_be_done(request) or not form.is_valid():
        return draw(request, _TEMPLATE, {"form": form}, title=TITLE, article=article)
    content, file_name = form.content()
    text = LINE.bring(content, file_name, by=user, at=timezone.now(), article=article)
    LINE.wait(text, PROMPT_SECONDS)
    if not text.is_in_line and text.read is None:
        form.add_error(None, text.refusal)
        return draw(request, _TEMPLATE, {"form": form}, title=TITLE, article=article)
    return HttpResponseRedirect(DeskPage.LAID_OVER.address(article.pk, text.pk))


def find_text(request: HttpRequest, article: Article, key: uuid.UUID) -> BroughtText:
    """The user's own text for this piece. Raises Http404."""
    return get_object_or_404(BroughtText.objects.for_piece(article, request.user), pk=key)

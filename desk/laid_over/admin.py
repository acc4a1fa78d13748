"""The page that compares a manuscript with the draft, and saves what is taken of it through the piece's form."""

import datetime as dt
import uuid
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html

from articles.acts.locks import lock
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.buffers.admin import KeepingArticleAdmin
from desk.laid_over.handed_in import note_comparison
from desk.laid_over.laying import LAYS, Laying, keep_beside
from desk.laid_over.origin import ORIGIN, label_of
from desk.laid_over.page import LaidPage, load_page
from desk.laid_over.views import TITLE, find_text, lay_over
from desk.manuscript.conflict import form_of_content, newest_number, says_the_same, typed_out
from desk.manuscript.saving import BASE, saving_of, update_saving
from desk.models import BroughtText, SharedComment
from desk.new_from_a_text.line_page import draw_line
from desk.new_from_a_text.views import go_on, steer
from desk.pages import DeskPage, draw, find_article, find_version, form_address, require
from prose.forms.unsaved import is_to_be_done
from prose.keys import as_key

NOTHING_TAKEN = "Nothing was taken: no part was chosen."
TAKEN_BEFORE = "This was taken before: it is in version {}. There is no second one."


class LaidOverArticleAdmin(KeepingArticleAdmin):
    """The admin of pieces with pages that lay a manuscript over one."""

    def desk_views(self) -> dict[DeskPage, Callable[..., HttpResponse]]:
        own: dict[DeskPage, Callable[..., HttpResponse]] = {
            DeskPage.LAY_OVER: lay_over,
            DeskPage.LAID_OVER: self.laid_over,
        }
        return {**super().desk_views(), **own}

    def laid_over(self, request: HttpRequest, object_id: int, key: uuid.UUID) -> HttpResponse:
        """GET: the manuscript compared with the draft. POST: take parts of it, under every check of a save."""
        article, at = find_article(request, object_id), timezone.now()
        require(request, "articles.change_article", article)
        text = find_text(request, article, key)
        if not text.read and is_to_be_done(request):
            return steer(request, text, DeskPage.LAID_OVER.address(article.pk, text.pk))
        go_on(text)
        if not text.read:
            return draw_line(request, text, DeskPage.LAY_OVER.address(article.pk), TITLE)
        newest = find_version(article)
        if not is_to_be_done(request):
            note_comparison(text, at)
            return _draw(request, article, load_page(request.GET, article, text, newest, at), "")
        return self._take(request, article, text, newest, at)

    def _take(
        self, request: HttpRequest, article: Article, text: BroughtText, newest: Revision, at: dt.datetime
    ) -> HttpResponse:
        seen = Revision.objects.filter(
            article=article, number=as_key(request.POST.get(BASE, "")) or 0
        ).first()
        page = load_page(request.POST, article, text, newest, at)
        if seen is None or seen.number != newest.number:
            return self._answer_to_stale(request, article, page, seen, at)
        if not page.taken:
            return _keep_beside_the_draft(request, article, page, at)
        post = form_of_content(page.laid.with_parts(page.taken), article, newest)
        post.update({BASE: str(newest.number), LAYS: Laying.of(page).value, "_continue": "Save"})
        request.POST = post  # type: ignore[assignment]
        answer = self.changeform_view(request, str(article.pk), form_address(article.pk))
        if answer.status_code == HTTPStatus.FOUND and page.has_margin:
            messages.info(request, _beside(article, page))
        return answer

    def _answer_to_stale(
        self, request: HttpRequest, article: Article, page: LaidPage, seen: Revision | None, at: dt.datetime
    ) -> HttpResponse:
        """To a page that was drawn for an earlier version: its own save, or the comparison with the newest."""
        newest = page.draft
        if seen is not None:
            before = load_page(request.POST, article, page.text, seen, at)
            if says_the_same(typed_out(before.laid.with_parts(before.taken)), content_of(newest)):
                messages.info(request, TAKEN_BEFORE.format(newest.number))
                return HttpResponseRedirect(form_address(article.pk))
        by = f" by {newest.saved_by}" if newest.saved_by else ""
        why = f"Version {newest.number} was saved{by} while this page stood open. Nothing was taken: look once more."
        return _draw(request, article, page, why)

    def save_version(self, request: HttpRequest, article: Article, *, base: int, at: dt.datetime) -> None:
        laying = Laying.carried_by(request.POST)
        text = laying.find(request, article) if laying else None
        if laying is None or text is None:
            super().save_version(request, article, base=base, at=at)
            return
        origin = laying.facts(text)
        update_saving(request, label=label_of(origin), facts={**saving_of(request).facts, ORIGIN: origin})
        before = Revision.objects.get(article=article, number=base)
        super().save_version(request, article, base=base, at=at)
        keep_beside(laying.page(article, text, before, at), Revision.objects.filter(article=article)[0], at)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The form again, after a check refused it: by the time it is saved it may say something else."""
        if laying := Laying.carried_by(request.POST):
            context["lays_over"] = laying.as_changed.value
        return super().render_change_form(request, context, *args, **kwargs)


def _keep_beside_the_draft(
    request: HttpRequest, article: Article, page: LaidPage, at: dt.datetime
) -> HttpResponse:
    """Keep comments and proposals of a text of which no part is taken."""
    if not page.has_margin:
        return _draw(request, article, page, NOTHING_TAKEN)
    with transaction.atomic():
        lock(article.pk)
        keep_beside(page, page.draft, at)
    messages.info(request, _beside(article, page))
    return HttpResponseRedirect(DeskPage.SHARING.address(article.pk))


def _beside(article: Article, page: LaidPage) -> str:
    """The number of comments and proposals of this file on which nobody has decided; others may wait beside them."""
    kept = SharedComment.objects.of(article).waiting().filter(link=None, file_name=page.text.file_name)
    count = kept.count()
    words = 'Comments and proposals of the file to look at: <a href="{}">{}</a>.'
    return format_html(words, DeskPage.SHARING.address(article.pk), count)


def _draw(request: HttpRequest, article: Article, page: LaidPage, refusal: str) -> HttpResponse:
    context = {
        "page": page,
        "refusal": refusal,
        "versions": Revision.objects.filter(article=article).select_related("saved_by").defer("content"),
        "newest": newest_number(article.pk),
    }
    return draw(request, "admin/articles/article/laid_over.html", context, title=TITLE, article=article)

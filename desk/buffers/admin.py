"""The form of a piece as it keeps what is typed: offers at its head, and buffers that go with the save."""

import datetime as dt
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from articles.acts import StaleBase
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.buffers.keeping import keep
from desk.buffers.offers import KeptOffer, is_in_the_trash, offers_at, offers_of_new_pieces, typed_of
from desk.buffers.pages import GONE, THROW_AWAY, find_offer, kept_page, throw_away, to_form
from desk.buffers.presence import note_saved, others_at, presence_in_words
from desk.buffers.storing import BROUGHT, TAB, TooLong, TypedPlace, buffer_of, store, tab_in
from desk.buffers.taking_over import take_writing
from desk.looks import note_look
from desk.manuscript.admin import ArticleAdmin
from desk.manuscript.conflict import says_the_same
from desk.models import Buffer
from desk.models.sent_form import key_in
from desk.pages import DeskPage, find_article, form_address, require
from desk.unsaved.again import with_lost_files
from prose.forms.unsaved import is_to_be_done, unsaved

BROUGHT_BACK = "What you typed and did not save stands in the form again. Nothing has been saved yet."


class KeepingArticleAdmin(ArticleAdmin):
    """The admin of pieces whose form keeps what is typed in it before it is saved."""

    def desk_views(self) -> dict[DeskPage, Callable[..., HttpResponse]]:
        own: dict[DeskPage, Callable[..., HttpResponse]] = {
            DeskPage.ADD_KEEP: keep,
            DeskPage.ADD_KEPT: self.kept_text,
            DeskPage.KEEP: keep,
            DeskPage.KEPT: self.kept_text,
            DeskPage.TAKE_WRITING: take_writing,
        }
        return {**super().desk_views(), **own}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article: Article | None = kwargs.get("obj")
        at, is_opened = timezone.now(), request.method == "GET"
        offers = _offers(request, article) if is_opened else []
        is_trash = article is not None and bool(offers) and is_in_the_trash(article)
        context |= {
            "tab": tab_in(request.POST) or uuid.uuid4(),
            "brought": buffer_of(request),
            "offers": [] if is_trash else offers,
            "kept_in_the_trash": offers if is_trash else [],
            "keep_address": DeskPage.KEEP.address(article.pk) if article else DeskPage.ADD_KEEP.address(),
            "presence": presence_in_words(others_at(article.pk, request.user, at), request.user, at)
            if article
            else [],
            "now": at,
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def kept_text(self, request: HttpRequest, key: int, object_id: int | None = None) -> HttpResponse:
        """Show one buffer of the user; on POST bring it back into the form, or throw it away."""
        article = find_article(request, object_id) if object_id is not None else None
        require(request, "articles.change_article" if article else "articles.add_article", article)
        offer = find_offer(request.user, article, key)
        if offer is None:
            return to_form(request, article, GONE)
        if not is_to_be_done(request):
            return kept_page(request, offer, article)
        if THROW_AWAY in request.POST:
            return throw_away(request, offer, article)
        return self._bring_kept_back(request, offer, article)

    def _bring_kept_back(
        self, request: HttpRequest, offer: KeptOffer, article: Article | None
    ) -> HttpResponse:
        """The form with what was typed in it, unsaved; on an older version the page that merges both."""
        typed = typed_of(offer.buffer)
        post = typed.as_post().copy()
        post.update({TAB: str(uuid.uuid4()), BROUGHT: str(offer.buffer.pk)})
        request.POST = post  # type: ignore[assignment]
        request._files = MultiValueDict()  # type: ignore[attr-defined]
        request.unsaved = with_lost_files(BROUGHT_BACK, typed)  # type: ignore[attr-defined]
        request.is_brought_back = not typed.files  # type: ignore[attr-defined]
        address = form_address(article.pk) if article else reverse("admin:articles_article_add")
        return self.changeform_view(request, str(article.pk) if article else None, address)

    def _conflict_page(
        self, request: HttpRequest, object_id: str, form_url: str, stale: StaleBase
    ) -> HttpResponse:
        """Keep the refused form before anything is drawn: both texts exist whatever happens to the page."""
        if not unsaved(request):
            place, tab = TypedPlace(article=int(object_id)), tab_in(request.POST) or uuid.uuid4()
            with suppress(TooLong):  # the page holds it all the same
                store(request.POST, place, by=request.user, at=timezone.now(), tab=tab)
        return super()._conflict_page(request, object_id, form_url, stale)

    def save_version(self, request: HttpRequest, article: Article, *, base: int, at: dt.datetime) -> None:
        """Let go of what the save contains, in its transaction; its writer has seen the piece."""
        super().save_version(request, article, base=base, at=at)
        note_look(article.pk, request.user, at)
        own = Buffer.objects.filter(person=request.user.pk)
        if key := key_in(request.POST):
            own.filter(form_key=key).delete()
        kept, tab, brought = list(own.filter(article=article)), tab_in(request.POST), buffer_of(request)
        if tab:
            note_saved(article.pk, by=request.user, tab=tab)
        gone = [buffer for buffer in kept if buffer.tab == tab or buffer.pk == brought]
        if others := [buffer for buffer in kept if buffer not in gone]:
            saved = content_of(Revision.objects.filter(article=article)[0])
            gone += [buffer for buffer in others if says_the_same(typed_of(buffer).as_post(), saved)]
        if gone:
            own.filter(pk__in=[buffer.pk for buffer in gone]).delete()


def _offers(request: HttpRequest, article: Article | None) -> list[KeptOffer]:
    return offers_at(article, request.user) if article else offers_of_new_pieces(request.user)

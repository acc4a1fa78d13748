"""New pieces are made once: a form that is sent again leads to the piece that it made, and saves what was changed.

A form is recognised by its key; without one (the browser drew it anew), by saying the same as a piece that the same
user made a moment ago.
"""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.manuscript.conflict import (
    Conflict,
    merge_forms,
    newest_number,
    says_the_same,
    typed_out,
)
from desk.manuscript.saving import BASE, SavedAsVersions, saving_of, update_saving
from desk.models.sent_form import SentForm, key_in
from desk.pages import SENT_BEFORE, form_address
from desk.versions.redrawn_forms import with_unshown
from prose.forms.unsaved import is_to_be_done

DRAWN_ANEW = "drawn_anew"  # filled by the script of a form that the browser drew anew on the way back
MOMENT = dt.timedelta(minutes=10)


class AlreadyMade(Exception):
    """The same user made a piece of the same content a moment ago."""

    def __init__(self, article: Article) -> None:
        super().__init__(str(article))
        self.article = article


class MadeOnce(SavedAsVersions):
    """ModelAdmin whose form for a new piece can be sent twice without making two."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method != "POST" and object_id is None and (made := self._made_by_form(request)):
            return self._back_to_piece(request, made)
        makes_a_piece = object_id is None and is_to_be_done(request) and not saving_of(request).draw_preview
        if not makes_a_piece:
            return super().changeform_view(request, object_id, form_url, extra_context)
        if made := self._made_by_form(request):
            return self._save_again(request, made)
        try:
            return super().changeform_view(request, None, form_url, extra_context)
        except AlreadyMade as repeat:
            return self._to_piece(request, repeat.article)
        except IntegrityError:
            if made := self._made_by_form(request):  # by the same form, at the same moment
                return self._save_again(request, made)
            raise

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if kwargs.get("add"):
            context["form_key"] = key_in(request.POST) or uuid.uuid4()
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if saving_of(
            request
        ).draw_preview:  # rolled back; its key would stand in the way of a save at the same moment
            return
        key = key_in(request.POST)
        if change or key is None:
            return
        if self._made_by_form(request):
            raise IntegrityError(
                "While this form was read, its piece was made: by the same form, sent twice."
            )
        # The key of another person's form, which nobody sends by accident, is not looked at.
        if not SentForm.objects.filter(key=key).exists():
            SentForm.objects.create(key=key, article=obj)

    def save_version(self, request: HttpRequest, article: Article, *, base: int, at: dt.datetime) -> None:
        super().save_version(request, article, base=base, at=at)
        first = Revision.objects.filter(article=article, number=1)
        if base == 0 and (twin := _twin_of(first.get())):
            raise AlreadyMade(twin)

    def _made_by_form(self, request: HttpRequest) -> Article | None:
        """The piece that this very form made, if the user may change it."""
        key = key_in(request.POST) or key_in(request.GET)
        sent = SentForm.objects.select_related("article").filter(key=key).first() if key else None
        return sent.article if sent and self.has_change_permission(request, sent.article) else None

    def _back_to_piece(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Go on at the piece, where Back has drawn its form once more: form-key.js asks by HEAD first."""
        if request.method == "HEAD":
            return HttpResponse(status=204)
        messages.info(request, SENT_BEFORE)
        return HttpResponseRedirect(form_address(article.pk))

    def _save_again(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Save what was typed since the form was sent, as a change of the version that the form made."""
        first = Revision.objects.get(article=article, number=1)
        post = request.POST.copy()
        if post.get(DRAWN_ANEW):
            post = with_unshown(post, typed_out(content_of(first)))
        if says_the_same(post, content_of(first)):
            return self._to_piece(request, article)
        if newest_number(article.pk) == first.number:
            post, _ = merge_forms(post, article, Conflict("", first, first))
        post[BASE] = str(first.number)
        request.POST = post  # type: ignore[assignment]
        messages.info(request, SENT_BEFORE)
        return self.changeform_view(request, str(article.pk), form_address(article.pk))

    def _to_piece(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Go where the button leads after a save in which nothing was changed."""
        update_saving(request, base=newest_number(article.pk))
        messages.info(request, SENT_BEFORE)
        return self.response_change(request, article)


def _twin_of(revision: Revision) -> Article | None:
    """A piece whose first version says the same and was made a moment ago by the same user."""
    twins = Revision.objects.filter(
        number=1,
        saved_by=revision.saved_by,
        content_hash=revision.content_hash,
        saved_at__gt=revision.saved_at - MOMENT,
    )
    twin = twins.exclude(article=revision.article).select_related("article").first()
    return twin.article if twin else None

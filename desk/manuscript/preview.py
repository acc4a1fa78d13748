"""Previews: the public page of a saved version or of typed text, as publishing would print it.

Typed text is saved in full inside a transaction that is then rolled back, so that preview and publishing run the same
code.
"""

import datetime as dt
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Article
from articles.models.revision import Revision
from articles.press.proof import make_proof
from articles.snapshot import SCHEMA, compose
from articles.states import ACTS, Act
from articles.timeline import load_timeline
from desk.acts.forms import FORMS
from desk.manuscript.panel import draw_panel, is_part
from desk.manuscript.saving import DrawPreview, saving_of, update_saving
from desk.manuscript.sent_forms import MadeOnce
from desk.pages import DeskPage, draw, find_article, find_version, form_address, public_page, require
from desk.previews.views import typed_previews

LOOKS = "_previews"  # the button that asks for every preview, not the page alone
REFUSED = "admin/articles/article/preview_refused.html"
REFUSED_PART = "admin/articles/article/_effective_refused.html"


class _PreviewDrawn(Exception):
    """Carries a finished preview out of the transaction that is rolled back."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


class Previewed(MadeOnce):
    """ModelAdmin that shows the typed text of a form without saving it."""

    def typed_preview(self, request: HttpRequest, object_id: int | None = None) -> HttpResponse:
        """The public page of the typed form. Nothing of it is kept, not even a new topic."""
        draws = partial(_draw_looks, request) if LOOKS in request.POST else _draw_page
        return self._draw_typed(request, object_id, draws)

    def typed_effective(self, request: HttpRequest, object_id: int | None = None) -> HttpResponse:
        """The panel for the typed form."""
        return self._draw_typed(request, object_id, lambda revision, at: draw_panel(request, revision, at))

    def _draw_typed(self, request: HttpRequest, object_id: int | None, draw: DrawPreview) -> HttpResponse:
        if request.method != "POST":  # reloaded, or opened again by its address
            return HttpResponseRedirect(_form_of(request, object_id))
        update_saving(request, draw_preview=draw)
        try:
            with transaction.atomic():
                response = self.changeform_view(request, str(object_id) if object_id else None)
                transaction.set_rollback(True)
        except _PreviewDrawn as drawn:
            return drawn.response
        return response

    def save_version(self, request: HttpRequest, article: Article, *, base: int, at: dt.datetime) -> None:
        draw_preview = saving_of(request).draw_preview
        if draw_preview is None:
            super().save_version(request, article, base=base, at=at)
            return
        person = request.user if isinstance(request.user, User) else None
        stored = Article.objects.get(pk=article.pk)
        revision = Revision(
            article=stored, saved_by=person, saved_at=at, schema=SCHEMA, content=compose(stored)
        )
        raise _PreviewDrawn(draw_preview(revision, at))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if saving_of(request).draw_preview:
            template = REFUSED_PART if is_part(request) else REFUSED
            return TemplateResponse(
                request, template, {**context, "title": "The preview cannot be drawn yet"}
            )
        return super().render_change_form(request, context, *args, **kwargs)


def _form_of(request: HttpRequest, object_id: int | None) -> str:
    """The address of the form that a preview shows. Raise Http404 if the user may not open the piece."""
    if object_id is None:
        return reverse("admin:articles_article_add")
    return form_address(find_article(request, object_id).pk)


def saved_preview(request: HttpRequest, object_id: int) -> HttpResponse:
    """The page of a saved version: `?version=`, with the values of an act's form (`?act=schedule&day=…`)."""
    article = find_article(request, object_id)
    number = request.GET.get("shown_version") or request.GET.get("version", "")
    return _draw_page(find_version(article, number), timezone.now(), **_options(request, article))


def act_preview(request: HttpRequest, object_id: int, name: str) -> HttpResponse:
    """The page that an act would make of the form that was sent: too long for an address."""
    article = find_article(request, object_id)
    act = next((act for act in FORMS if act.value == name and FORMS[act].shows_typed_page), None)
    if act is None:
        raise Http404
    standing = load_timeline(article.pk, timezone.now())
    if request.method != "POST":
        return HttpResponseRedirect(DeskPage.ACT.address(article.pk, act.value))
    revision = FORMS[act].subject(standing, None)
    if revision is None or standing.public not in ACTS[act].allowed_from:
        raise Http404
    require(request, ACTS[act].permission, article)
    form = FORMS[act](request.POST, article=article, standing=standing, revision=revision)
    form.fields["reason"].required = False  # readers see nothing of it
    if form.is_valid() and (edition := form.typed_page()):
        return public_page(edition)
    errors = [
        f"{form.fields[name].label}: {error}" if name in form.fields else error
        for name, of_field in form.errors.items()
        for error in of_field
    ]
    context = {"errors": errors, "is_popup": True, "stands_above": True}
    return draw(request, REFUSED, context, title="The page cannot be drawn yet")


def _options(request: HttpRequest, article: Article) -> dict[str, Any]:
    """Arguments of `make_proof` for the act's form as filled so far."""
    name, standing = request.GET.get("act", ""), load_timeline(article.pk, timezone.now())
    if name not in FORMS or not FORMS[Act(name)].has_preview:
        return {}
    return FORMS[Act(name)](request.GET, article=article, standing=standing).preview_options()


def _draw_page(revision: Revision, at: dt.datetime, **options: Any) -> HttpResponse:
    return public_page(make_proof(revision, at=at, **options).edition)


def _draw_looks(request: HttpRequest, revision: Revision, at: dt.datetime) -> HttpResponse:
    """The page with every preview of what is typed, drawn before it is rolled back."""
    edition = make_proof(revision, at=at).edition
    response = typed_previews(request, edition, at, public_page(edition).content.decode())
    return response.render()

"""The article in the admin, read top to bottom: its list, its form, its rows, its pages."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone

from articles.models.article import Article
from articles.states import Act
from articles.timeline import load_timeline
from desk.acts.buttons import buttons
from desk.acts.views import act_page
from desk.history import views as history
from desk.manuscript.fieldsets import FIELDSETS, with_another_piece
from desk.manuscript.form import ArticleForm
from desk.manuscript.list import ListedArticles
from desk.manuscript.preview import Previewed
from desk.manuscript.rows import AppearanceInline, BylineInline, DisclosureInline, PinnedWordingInline
from desk.manuscript.saving import newest_number
from desk.new_from_a_text import views as new_from_a_text
from desk.rights.overview import permissions_page
from desk.rights.views import rights_page
from disclaimers.models import Institution
from prose.fields import LineField
from prose.forms.day_input import DayInput
from prose.forms.pickers import Picker


@admin.register(Article)
class ArticleAdmin(ListedArticles, Previewed):
    """Where editors write. Everything but the text itself is filled in or opens on demand."""

    form = ArticleForm
    inlines = [BylineInline, AppearanceInline, DisclosureInline, PinnedWordingInline]
    autocomplete_fields = ["translation_of"]
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        LineField: {"widget": forms.TextInput(attrs={"class": "vTextField"})},
    }
    fieldsets = FIELDSETS

    def get_urls(self) -> list[URLPattern | URLResolver]:  # type: ignore[override]
        view = self.admin_site.admin_view
        own: list[URLPattern | URLResolver] = [
            path("add/preview/", view(self.typed_preview), name="articles_article_add_preview"),
            path("<int:object_id>/typed/", view(self.typed_preview), name="articles_article_typed_preview"),
            path("<int:object_id>/preview/", view(self.saved_preview), name="articles_article_preview"),
            path(
                "<int:object_id>/version/<int:number>/",
                view(self.version_view),
                name="articles_article_version",
            ),
            path("<int:object_id>/act/<str:name>/", view(self.act_view), name="articles_article_act"),
            path(
                "<int:object_id>/rights/<uuid:key>/", view(self.rights_view), name="articles_article_rights"
            ),
            path("permissions/", view(self.permissions_view), name="articles_article_permissions"),
        ]
        return own + new_from_a_text.urlpatterns + super().get_urls()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        home = Institution.objects.home().first()
        filled = (
            {"institution": home, "kind": home.default_kind, "language": home.default_language}
            if home
            else {}
        )
        return {**filled, **super().get_changeform_initial_data(request)}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """What is kept by others has no links beside it; content types and institutions are few: a plain list."""
        if db_field.name in self.autocomplete_fields:
            kwargs.setdefault("widget", Picker(db_field, self.admin_site))
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("kind", "institution"):
            field.empty_label = None
        if db_field.name in ("kind", "institution", "licence", "translation_of"):
            for right in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, right, False)
        return field

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        changelist.result_list = list(changelist.result_list)
        prefetch_related_objects(changelist.result_list, "bylines__author")
        return changelist

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article: Article | None = kwargs.get("obj")
        with_another_piece(context["adminform"])
        standing = load_timeline(article.pk, timezone.now()) if article else None
        may_save = self.has_change_permission(request, article) if article else True
        context |= {
            "title": str(article) if article else "New piece",
            "subtitle": None,
            "standing": standing,
            "newest": newest_number(article.pk) if article else 0,
            "act_buttons": buttons(request.user, article, standing, may_save=may_save),
            "may_save": may_save,
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._to_act(request, obj) or self._after_saving(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._to_act(request, obj) or self._after_saving(request, obj)

    def _after_saving(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Say which version this save made, if any, and stay with the piece unless it is to be closed."""
        number = newest_number(article.pk)
        is_new = number != getattr(request, "desk_base", 0)
        said = f"Saved as version {number}." if is_new else f"Nothing has changed since version {number}."
        messages.success(request, f"“{article}”: {said}" if "_save" in request.POST else said)
        if "_continue" not in request.POST:
            return self.response_post_save_change(request, article)
        address = reverse("admin:articles_article_change", args=[article.pk])
        filters: Any = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(filters, address))

    def _to_act(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        """A button that sends the text out has saved it first; now its page asks."""
        name = request.POST.get("_act", "")
        if name not in {act.value for act in Act}:
            return None
        return HttpResponseRedirect(reverse("admin:articles_article_act", args=[article.pk, name]))

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        """Also met by an author who follows a link to someone else’s piece: say so, not that it was deleted."""
        messages.warning(request, "This piece does not exist, or your account may not open it.")
        return HttpResponseRedirect(reverse("admin:index"))

    def act_view(self, request: HttpRequest, object_id: int, name: str) -> HttpResponse:
        return act_page(self, request, object_id, name)

    def rights_view(self, request: HttpRequest, object_id: int, key: UUID) -> HttpResponse:
        return rights_page(self, request, object_id, key)

    def permissions_view(self, request: HttpRequest) -> HttpResponse:
        return permissions_page(self, request)

    def version_view(self, request: HttpRequest, object_id: int, number: int) -> HttpResponse:
        return history.version(self, request, object_id, number)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return history.history(self, request, object_id)

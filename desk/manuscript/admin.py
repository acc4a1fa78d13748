"""Admin of pieces: list, form, rows, and the desk's pages about a piece."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone

from articles.models.article import Article
from articles.states import Act
from articles.timeline import load_standing, timeline_of_new
from desk.acts.buttons import buttons
from desk.acts.views import act_page
from desk.export.views import web_copy, word_copy
from desk.first_steps.before import before_the_first_piece
from desk.history.compared import compare_versions
from desk.history.duplicating import duplicate_page
from desk.history.labelling import label_page
from desk.history.on_a_day import edition_page, page_on_a_day
from desk.history.sentences import RESTORED
from desk.history.views import history, version
from desk.history.who_changed import who_changed
from desk.linking.views import own_pages
from desk.manuscript.bringing_back import BringsBack
from desk.manuscript.conflict import newest_number
from desk.manuscript.fieldsets import FIELDSETS, with_another_piece
from desk.manuscript.form import ArticleForm
from desk.manuscript.one_change import misfits_of, one_change
from desk.manuscript.preview import act_preview, saved_preview
from desk.manuscript.rows import (
    AppearanceInline,
    AttachmentInline,
    BylineInline,
    DisclosureInline,
    PinnedWordingInline,
)
from desk.manuscript.saving import saving_of
from desk.manuscript.screen import main_act, parts_of, state_in_words
from desk.new_from_a_text.views import brought_picture, brought_text, new_from_a_text
from desk.new_piece import own_byline, starting_texts, starting_values
from desk.pages import DeskPage, form_address
from desk.pieces.list import ListedArticles
from desk.pieces.views_page import views_page
from desk.pieces.work import saved_in_words, work_in_words, work_since_in_words
from desk.previews.views import preview_card, previews
from desk.rights.overview import permissions_page
from desk.rights.views import rights_page
from desk.sharing.in_brief import form_lines
from desk.sharing.views import sent_back_file, sharing_page
from disclaimers.lineage import open_to
from prose.fields import LineField
from prose.forms.day_input import DayInput
from prose.forms.pickers import Picker
from prose.quotation_marks import in_quotes


class ArticleAdmin(ListedArticles, BringsBack):
    """The form in which editors write. All but the text is filled in or opens on demand."""

    form = ArticleForm
    inlines = [BylineInline, AppearanceInline, DisclosureInline, PinnedWordingInline, AttachmentInline]
    autocomplete_fields = ["translation_of", "made_from"]
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        LineField: {"widget": forms.TextInput(attrs={"class": "vTextField"})},
    }
    fieldsets = FIELDSETS

    def get_urls(self) -> list[URLPattern | URLResolver]:  # type: ignore[override]
        """The desk's pages before Django's, whose `<path:object_id>/` would catch them."""
        protected, views = self.admin_site.admin_view, self.desk_views()
        own = [path(page.value, protected(views[page]), name=page.url_name) for page in DeskPage]
        return [*own, *super().get_urls()]

    def desk_views(self) -> dict[DeskPage, Callable[..., HttpResponse]]:
        """The view of each page; those of features that build on the form are added by `desk.buffers.admin`."""
        return {
            DeskPage.PERMISSIONS: permissions_page,
            DeskPage.VIEWS: views_page,
            DeskPage.OWN_PAGES: own_pages,
            DeskPage.INTAKE: new_from_a_text,
            DeskPage.BROUGHT_TEXT: brought_text,
            DeskPage.BROUGHT_PICTURE: brought_picture,
            DeskPage.ADD_PREVIEW: self.typed_preview,
            DeskPage.ADD_EFFECTIVE: self.typed_effective,
            DeskPage.TYPED_PREVIEW: self.typed_preview,
            DeskPage.EFFECTIVE: self.typed_effective,
            DeskPage.PREVIEW: saved_preview,
            DeskPage.PREVIEWS: previews,
            DeskPage.PREVIEW_CARD: preview_card,
            DeskPage.ACT_PREVIEW: act_preview,
            DeskPage.ACT: act_page,
            DeskPage.RIGHTS: rights_page,
            DeskPage.HISTORY: history,
            DeskPage.VERSION: version,
            DeskPage.LABEL: label_page,
            DeskPage.WORD_COPY: word_copy,
            DeskPage.WEB_COPY: web_copy,
            DeskPage.COMPARE: compare_versions,
            DeskPage.WHO_CHANGED: who_changed,
            DeskPage.DUPLICATE: duplicate_page,
            DeskPage.BRING_BACK: self.bring_back,
            DeskPage.ONE_CHANGE: one_change,
            DeskPage.SHARING: sharing_page,
            DeskPage.SENT_BACK: sent_back_file,
            DeskPage.STOOD: page_on_a_day,
            DeskPage.STOOD_PAGE: edition_page,
        }

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.method == "GET" and (first := before_the_first_piece(request)):
            return first
        return super().add_view(request, form_url, extra_context)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        filled = starting_values(request.user, timezone.localdate())
        return {**filled, **super().get_changeform_initial_data(request)}

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Article, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """The form of a new piece opens with the user's own byline, if they are an author with a record here."""
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "GET" and obj.pk is None and isinstance(inline, BylineInline):
            kwargs["initial"] = own_byline(request.user)
        return kwargs

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Records that other people keep get no links to add or change them; lists of few records no search."""
        if db_field.name in self.autocomplete_fields:
            kwargs.setdefault("widget", Picker(db_field, self.admin_site))
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("kind", "institution"):
            field.empty_label = None
        if db_field.name == "institution":
            field.queryset = open_to(request.user)
        if db_field.name in ("kind", "institution", "licence", "translation_of", "made_from"):
            for right in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, right, False)
        return field

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article: Article | None = kwargs.get("obj")
        with_another_piece(context["adminform"])
        at = timezone.now()
        standing = load_standing(article.pk, at) if article else timeline_of_new(at)
        may_save = self.has_change_permission(request, article) if article else True
        acts = buttons(request, article, standing, may_save=may_save)
        work = work_in_words(standing.desk, request.user)
        newest = saving_of(request).base or newest_number(article.pk) if article else 0
        context |= {
            "title": str(article) if article else "New piece",
            "starting_texts": {} if article else starting_texts(),
            "subtitle": None,
            "standing": standing if article else None,
            "state": state_in_words(standing, newest, work),
            "work": work,
            "work_since": work_since_in_words(standing.desk),
            "newest": newest,
            "act_buttons": acts,
            "main_act": main_act(acts),
            "may_save": may_save,
            "shared": form_lines(article, saving_of(request).newest, at) if article else None,
            "parts": parts_of(context["adminform"], context["inline_admin_formsets"]),
            "misfits": misfits_of(article, saving_of(request).newest) if article else (),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._to_act(request, obj) or self._after_saving(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._to_act(request, obj) or self._after_saving(request, obj)

    def _after_saving(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Tell the user which version the save made, and show the form again unless "Save and close" was pressed."""
        number = newest_number(article.pk)
        is_new = number != saving_of(request).base
        message = f"Saved as version {number}." if is_new else f"Nothing has changed since version {number}."
        if is_new and saving_of(request).label.startswith(RESTORED):
            message = f"{saving_of(request).label}: saved as version {number}."
        if is_new and (where := saved_in_words(article.pk, request.user)):
            message = f"{message} {where}"
        messages.success(request, f"{in_quotes(article)}: {message}" if "_save" in request.POST else message)
        if "_continue" not in request.POST:
            return self.response_post_save_change(request, article)
        address = form_address(article.pk)
        filters: Any = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(filters, address))

    def _to_act(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        """Redirect to the act's page if the form was saved by the button of an act."""
        name = request.POST.get("_act", "")
        if name not in {act.value for act in Act}:
            return None
        return HttpResponseRedirect(DeskPage.ACT.address(article.pk, name))

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        """Warn that the piece may be closed to the user: an author may have followed a link to another's piece."""
        messages.warning(request, "This piece does not exist, or your account may not open it.")
        return HttpResponseRedirect(reverse("admin:index"))

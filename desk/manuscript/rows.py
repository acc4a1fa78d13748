"""Inline rows of the article form: bylines, appearances, disclosures and disclaimers fixed by hand."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import Textarea, TextInput
from django.http import HttpRequest

from articles.models.appearance import Appearance
from articles.models.article import Article, PinnedWording
from articles.models.byline import Byline, Disclosure
from articles.models.uses.attachment import Attachment
from desk.allowed import is_allowed
from desk.manuscript.form import RowForm, RowFormSet
from desk.manuscript.row_forms.appearances import AppearanceForm, AppearanceFormSet
from desk.manuscript.row_forms.attachments import AttachmentForm, AttachmentFormSet
from desk.manuscript.row_forms.bylines import BylineForm, BylineFormSet, DisclosureForm, DisclosureFormSet
from desk.rights.record import permission_line
from desk.versions.form_values import MAX_ROWS
from prose.fields import LineField, PlainField
from prose.forms.day_input import DayInput
from prose.forms.pickers import Picker

MOST_ROWS = 100


class RowInline(admin.StackedInline):  # type: ignore[type-arg]
    """Ordered rows, open to users who may change the piece."""

    formset = RowFormSet
    form = RowForm
    extra = 0
    max_num = MOST_ROWS
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        PlainField: {"widget": Textarea(attrs={"rows": 3, "class": "vLargeTextField"})},
        LineField: {"widget": TextInput(attrs={"class": "vTextField"})},
    }

    def get_formset(self, request: HttpRequest, obj: Article | None = None, **kwargs: Any) -> Any:
        """Refuse more rows than a piece can have, but give back what was typed in them; a broken form announces any."""
        limits = {"absolute_max": MAX_ROWS, "validate_max": True}
        formset = super().get_formset(request, obj, **{**limits, **kwargs})
        formset.user = request.user  # type: ignore[attr-defined]
        return formset

    def get_queryset(self, request: HttpRequest) -> Any:
        """Rows with the records that their pickers name, loaded at once."""
        return super().get_queryset(request).select_related(*self.autocomplete_fields)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs.setdefault("widget", Picker(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return request.user.has_perm("articles.view_article")

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None or obj.pk is None:
            return request.user.has_perm("articles.add_article")
        return is_allowed(request, "articles.change_article", obj)

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self.has_change_permission(request, obj)


class BylineInline(RowInline):
    model = Byline
    form = BylineForm
    formset = BylineFormSet
    template = "admin/articles/article/_bylines.html"
    verbose_name_plural = "Byline"
    verbose_name = "person"
    autocomplete_fields = ["author"]
    fieldsets = [
        (None, {"fields": [("author", "role"), "order"]}),
        (
            "More",
            {
                "fields": ["name", "bio", "section", "no_copyright_reason", "no_republication"],
                "classes": ["collapse"],
            },
        ),
    ]

    def get_extra(self, request: HttpRequest, obj: Article | None = None, **kwargs: Any) -> int:
        return 1 if obj is None else 0


class AppearanceInline(RowInline):
    model = Appearance
    form = AppearanceForm
    formset = AppearanceFormSet
    verbose_name = "place"
    verbose_name_plural = "Where else it ran"
    autocomplete_fields = ["outlet"]
    readonly_fields = ["permission"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "relation", "outlet", ("published_on", "precision"), "url", "permission", "order",
                ]
            },
        ),
        (
            "Outlet’s name only, not known, or planned",
            {"fields": ["outlet_name", "outlet_unknown", "planned_on"], "classes": ["collapse"]},
        ),
        (
            "Headline, language, issue and access there",
            {
                "fields": [
                    "headline", "language", ("medium", "section"), ("issue", "page"), "access", "is_removed",
                    "expert_role",
                ],
                "classes": ["collapse"],
            },
        ),
        (
            "If they have retracted it",
            {"fields": [("is_retracted", "retracted_on"), "retraction_url"], "classes": ["collapse"]},
        ),
        (
            "If no more than a month or a year is known of its date",
            {"fields": ["counted_on"], "classes": ["collapse"]},
        ),
        (
            "If ours is an excerpt of a book, a report or a longer text",
            {"fields": [("work", "chapter"), "writers", "editors"], "classes": ["collapse"]},
        ),
    ]  # fmt: skip

    @admin.display(description="permission")
    def permission(self, place: Appearance) -> str:
        return permission_line(place)


class DisclosureInline(RowInline):
    model = Disclosure
    form = DisclosureForm
    formset = DisclosureFormSet
    verbose_name = "answer"
    verbose_name_plural = "What authors disclose"
    autocomplete_fields = ["author"]
    fieldsets = [
        (None, {"fields": [("subject", "answer"), "author", "asked_again", "text", "order", "asked"]}),
        ("The AI tool, what it was used for, who checked", {
            "fields": ["tool", "task", "checked_by"], "classes": ["collapse"],
        }),
    ]  # fmt: skip


class AttachmentInline(RowInline):
    model = Attachment
    form = AttachmentForm
    formset = AttachmentFormSet
    verbose_name = "file"
    verbose_name_plural = "Files"
    autocomplete_fields = ["document"]
    fieldsets = [(None, {"fields": [("document", "kind"), "title", "order"]})]


class PinnedWordingInline(RowInline):
    model = PinnedWording
    verbose_name = "disclaimer"
    verbose_name_plural = "Disclaimer fixed for this piece"
    autocomplete_fields = ["wording"]
    fieldsets = [(None, {"fields": ["wording", "own_text", "order"]})]

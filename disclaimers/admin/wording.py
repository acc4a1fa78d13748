"""Content types, disclaimers and their texts."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import date
from django.urls import URLPattern, path

from disclaimers.admin.coded import CodedAdmin
from disclaimers.models import Disclaimer, Kind, KindLabel, Wording
from disclaimers.new_text import new_text
from prose.day_input import DayInput

USES: list[Callable[[int], bool]] = []
"""Asked whether the text with this primary key has been printed; floors above add their answer."""

DAY = "j F Y"

FIXED_ONCE_PRINTED = ("disclaimer", "language", "text", "in_force_from")


def is_used(wording: Wording) -> bool:
    """Whether this text stands on a page that readers have had."""
    return wording.pk is not None and any(is_printed(wording.pk) for is_printed in USES)


class WordingForm(forms.ModelForm):  # type: ignore[type-arg]
    """Everything but its end is fixed once a text has been printed: the words on a page are those its record shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_used(self.instance):
            for name in FIXED_ONCE_PRINTED:
                if name in self.fields:
                    self.fields[name].disabled = True
            if "text" in self.fields:
                self.fields["text"].help_text = (
                    "Readers have had this text, so it stays. To say something else, use “New text from a day” "
                    "on this text’s own page."
                )


class WordingInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Wording
    form = WordingForm
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    extra = 0
    can_delete = False
    fieldsets = [(None, {"fields": ["text", "language", ("in_force_from", "in_force_until")]})]


@admin.register(Disclaimer)
class DisclaimerAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """One thing an institution says on its pages, with the texts it has had."""

    list_display = ["code", "institution", "language", "order", "replaces_parents"]
    list_filter = ["institution"]
    show_facets = admin.ShowFacets.NEVER
    list_select_related = ["institution"]
    search_fields = ["code", "institution__name", "wordings__text"]
    inlines = [WordingInline]
    autocomplete_fields = ["institution"]
    filter_horizontal = ["kinds"]
    actions = None
    fieldsets = [
        (None, {"fields": ["institution", "code"], "description": "Which of the house’s pages say this?"}),
        ("Only on some pages", {"fields": ["kinds", "language"], "classes": ["collapse"]}),
        ("With others", {"fields": ["order", "replaces_parents"], "classes": ["collapse"]}),
    ]


@admin.register(Wording)
class WordingAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Every text a disclaimer has had, with the days it was in force."""

    form = WordingForm
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    list_display = ["__str__", "disclaimer", "language", "begins", "ends"]
    list_filter = ["disclaimer__institution", "disclaimer"]
    show_facets = admin.ShowFacets.NEVER
    ordering = ["-in_force_from"]
    list_select_related = ["disclaimer"]
    search_fields = ["text", "disclaimer__code", "disclaimer__institution__name"]
    autocomplete_fields = ["disclaimer"]
    actions = None
    fieldsets = [
        (
            None,
            {
                "fields": ["disclaimer", "language", "text", ("in_force_from", "in_force_until")],
                "description": "For a new text: end the old one on a day, and let the new one begin on it.",
            },
        )
    ]

    def get_urls(self) -> list[URLPattern]:
        name = "disclaimers_wording_new_text"
        view = self.admin_site.admin_view(self.new_text_view)
        return [path("<int:object_id>/new-text/", view, name=name), *super().get_urls()]

    def new_text_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return new_text(self, request, object_id)

    @admin.display(description="in force from", ordering="in_force_from")
    def begins(self, wording: Wording) -> str:
        return date(wording.in_force_from, DAY)

    @admin.display(description="in force until", ordering="in_force_until")
    def ends(self, wording: Wording) -> str:
        return date(wording.in_force_until, DAY)

    def has_delete_permission(self, request: HttpRequest, obj: Wording | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and is_used(obj))


class KindLabelInline(admin.TabularInline):  # type: ignore[type-arg]
    model = KindLabel
    extra = 0
    verbose_name_plural = "Labels in other languages, or for one institution"


@admin.register(Kind)
class KindAdmin(CodedAdmin):
    """What a piece is called above its headline."""

    list_display = ["label", "code"]
    search_fields = ["label", "code", "labels__label"]
    fields = ["label", "code"]
    inlines = [KindLabelInline]
    actions = None

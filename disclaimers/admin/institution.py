"""Admin of institutions with their footer links."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from disclaimers.admin.coded import FOR_PROGRAMS, CodedAdmin, CodedForm
from disclaimers.admin.of_houses import OfHouses
from disclaimers.lineage import is_limited
from disclaimers.models import FooterLink, Institution, InstitutionName
from disclaimers.models.institution import POLICIES
from prose.dates import zone_in_words
from prose.fields import PlainField
from prose.forms.dated_rows import DatedRows
from prose.forms.day_input import DayInput
from prose.forms.kept_slug import KeptSlugAdmin, KeptSlugForm
from prose.forms.pickers import PickedByTyping
from prose.forms.renaming import RenamingAdmin, RenamingForm
from prose.forms.zone_field import zone_choices
from prose.names.dated import last_end

_WIDGETS: dict[Any, Any] = {
    PlainField: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})}
}


class FooterLinkInline(admin.TabularInline):  # type: ignore[type-arg]
    model = FooterLink
    extra = 0
    classes = ["collapse"]
    fields = ["label", "url", "language", "order"]


class InstitutionNameRows(DatedRows):
    same = ("language",)
    days = ("from_on", "until_on")


class InstitutionNameInline(admin.StackedInline):  # type: ignore[type-arg]
    model = InstitutionName
    formset = InstitutionNameRows
    formfield_overrides = {models.DateField: {"widget": DayInput}, **_WIDGETS}
    extra = 0
    classes = ["collapse"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name", "short_name"),
                    "copyright_holder",
                    "language",
                    ("from_on", "until_on"),
                    "about",
                ]
            },
        )
    ]


class InstitutionForm(RenamingForm, KeptSlugForm, CodedForm):
    named_by = ("name", "short_name", "copyright_holder")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("time_zone"):
            empty = ("", "The parent institution’s; UTC without a parent")
            zones = zone_choices(timezone.now().year, [self.instance.time_zone])
            self.fields["time_zone"] = forms.ChoiceField(
                label=field.label, choices=[empty, *zones], required=False
            )

    def words_for_code(self, cleaned: dict[str, Any]) -> str:
        return str(cleaned.get("short_name") or cleaned.get("name") or "")

    def former_name(self, old: Mapping[str, str], until: dt.date) -> InstitutionName:
        language = Institution.objects.language_of_name(self.instance.name_language)
        names = InstitutionName.objects.filter(institution=self.instance, language=language)
        return InstitutionName(
            institution=self.instance, language=language, from_on=last_end(names), until_on=until, **old
        )


class InstitutionAdmin(RenamingAdmin, PickedByTyping, OfHouses, KeptSlugAdmin, CodedAdmin):
    """The home institution and its centres."""

    house = "pk"
    slug_from = "code"
    form = InstitutionForm
    formfield_overrides = _WIDGETS
    list_display = ["name", "short_name", "is_home", "parent", "zone"]
    list_select_related = ["parent"]
    search_fields = ["name", "short_name", "code"]
    autocomplete_fields = ["parent", "default_kind"]
    inlines = [InstitutionNameInline, FooterLinkInline]
    actions = None
    fieldsets = [
        (None, {"fields": ["name", "short_name", "slug", "parent", "url", "time_zone", "is_home"]}),
        ("Its name", {"fields": ["name_language"], "classes": ["collapse"]}),
        (
            "Header and footer",
            {
                "fields": ["strapline", "colour", "errors_contact", "permissions_contact"],
                "description": "Every page shows the name, links and addresses of the institution whose page it is.",
            },
        ),
        (
            "Its page",
            {
                "fields": ["about", *POLICIES],
                "description": "Readers find it as “About this institution” at the foot of its pages.",
            },
        ),
        (
            "Filled in for new pieces",
            {"fields": ["default_kind", "default_language"], "description": "Editors may choose others."},
        ),
        (
            "Disclaimers",
            {
                "fields": ["missing_wording"],
                "description": "Where a piece is in a language that a disclaimer has no text in.",
            },
        ),
        (
            "Rights",
            {
                "fields": ["copyright_holder", "offers_republication", "republication_terms"],
                "description": "The holder is printed by the copyright line of the house style. A style without such "
                "a line prints none.",
            },
        ),
        FOR_PROGRAMS,
    ]

    @admin.display(description="time zone", ordering="time_zone", empty_value="the parent’s")
    def zone(self, institution: Institution) -> str:
        return zone_in_words(institution.time_zone)

    def get_fieldsets(self, request: HttpRequest, obj: Institution | None = None) -> Any:
        """The fieldsets; whoever may only look reads the zone in words, where others choose it by them."""
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj) or (obj is None and self.has_add_permission(request)):
            return fieldsets
        shown = {"time_zone": "zone"}
        return [
            (title, {**options, "fields": [shown.get(name, name) for name in options["fields"]]})
            for title, options in fieldsets
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """An account that works for some houses makes no further one: it could not open it."""
        return super().has_add_permission(request) and not is_limited(request.user)

"""Admin of institutions with their footer links."""

from typing import Any

from django.contrib import admin

from disclaimers.admin.coded import FOR_PROGRAMS, CodedAdmin, CodedForm
from disclaimers.models import FooterLink
from prose.forms.pickers import PickedByTyping


class FooterLinkInline(admin.TabularInline):  # type: ignore[type-arg]
    model = FooterLink
    extra = 0
    classes = ["collapse"]
    fields = ["label", "url", "order"]


class InstitutionForm(CodedForm):
    def words_for_code(self, cleaned: dict[str, Any]) -> str:
        return str(cleaned.get("short_name") or cleaned.get("name") or "")


class InstitutionAdmin(PickedByTyping, CodedAdmin):
    """The home institution and its centres."""

    form = InstitutionForm
    list_display = ["name", "short_name", "is_home", "parent", "time_zone"]
    list_select_related = ["parent"]
    search_fields = ["name", "short_name", "code"]
    autocomplete_fields = ["parent", "default_kind"]
    inlines = [FooterLinkInline]
    actions = None
    fieldsets = [
        (None, {"fields": ["name", "short_name", "parent", "url", "time_zone"]}),
        (
            "On every page",
            {
                "fields": ["is_home", "strapline", "errors_contact", "permissions_contact"],
                "description": "One institution is the site’s own: these stand in its header and footer.",
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
                "description": "The holder is printed by the copyright line of the house style; without one, nowhere.",
            },
        ),
        FOR_PROGRAMS,
    ]

"""Admin of standing notices."""

from django.contrib import admin
from django.db import models
from django.db.models import F

from disclaimers.admin.days import day_in_list
from disclaimers.admin.of_houses import OfHouses
from disclaimers.models import StandingNotice
from prose.forms.day_input import DayInput
from prose.forms.pickers import PickedByTyping


class StandingNoticeAdmin(PickedByTyping, OfHouses):
    """Notices appear and disappear by their own days; no page is published again for them."""

    formfield_overrides = {models.DateField: {"widget": DayInput}}
    list_display = ["__str__", "institution", "purpose", "pieces", "begins", "ends"]
    list_filter = ["institution", "purpose"]
    show_facets = admin.ShowFacets.NEVER
    list_select_related = ["institution"]
    search_fields = ["text", "institution__name"]
    autocomplete_fields = ["institution"]
    ordering = [F("shown_from").desc(nulls_last=True)]
    actions = None
    fieldsets = [
        (
            None,
            {
                "fields": ["institution", "purpose", "text", ("shown_from", "shown_until")],
                "description": "Stands on the pages of this institution and its centres between these days.",
            },
        ),
        ("Only on some pages", {"fields": ["language", "is_for_archive"]}),
    ]

    @admin.display(description="on pieces")
    def pieces(self, notice: StandingNotice) -> str:
        language = f"in {notice.get_language_display()}" if notice.language else "in every language"
        return f"{language}, from an earlier site" if notice.is_for_archive else language

    @admin.display(description="shown from", ordering="shown_from")
    def begins(self, notice: StandingNotice) -> str:
        return day_in_list(notice.shown_from) or "always"

    @admin.display(description="shown until", ordering="shown_until")
    def ends(self, notice: StandingNotice) -> str:
        return day_in_list(notice.shown_until)

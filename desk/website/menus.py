"""Admin of menus: one page for the menu of a house in a language, a row for each entry."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from disclaimers.admin.of_houses import OfHouses
from prose.forms.pickers import PickedByTyping
from website.models.menu import Menu, MenuEntry


class MenuEntryInline(PickedByTyping, admin.StackedInline):  # type: ignore[type-arg]
    """An entry: what it leads to, and below it the record or the address where there is one to choose."""

    model = MenuEntry
    extra = 0
    autocomplete_fields = ["topic", "series", "kind", "piece"]
    fieldsets = [
        (None, {"fields": [("leads_to", "label", "order"), "topic", "series", "kind", "piece", "url"]})
    ]


class MenuAdmin(PickedByTyping, OfHouses):
    """Menus in the header of public pages. A house without one has that of the house above it."""

    list_display = ["__str__", "ways"]
    list_select_related = ["institution"]
    list_filter = ["institution"]
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["institution__name"]
    autocomplete_fields = ["institution"]
    inlines = [MenuEntryInline]
    actions = None
    fieldsets = [
        (
            None,
            {
                "fields": [("institution", "language")],
                "description": "Stands in the header of the pages of this institution and of its centres that have no "
                "menu of their own. Readers see a change at once. An entry without a page behind it waits: a topic "
                "or a series until a piece names it, a piece until readers have it.",
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Menu]:
        menus: QuerySet[Menu] = super().get_queryset(request)
        return menus.annotate(entries_count=Count("entries"))

    @admin.display(description="entries", ordering="entries_count")
    def ways(self, menu: Any) -> int:
        return int(menu.entries_count)

"""Admin of old addresses: a list to search, a page for each, and files in and out."""

from contextlib import suppress
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path

from desk.old_addresses.form import OldAddressForm
from desk.old_addresses.taking import hand_out, take
from prose.errors import ProseError
from prose.forms.pickers import PickedByTyping
from website.models.old_address import OldAddress
from website.old_paths import old_path


class OldAddressAdmin(PickedByTyping, admin.ModelAdmin):  # type: ignore[type-arg]
    """The list of old addresses, and the form of each."""

    form = OldAddressForm
    list_display = ["path", "leads_to"]
    list_select_related = ["piece"]
    search_fields = ["path", "address", "piece__headline"]
    search_help_text = "A part of the old or the new address, or of the headline of a piece."
    autocomplete_fields = ["piece"]
    actions = None
    fieldsets = [
        (
            None,
            {
                "fields": ["path", "piece", "address", "is_gone"],
                "description": "It answers only where this site has no page of its own. Readers come to the page in "
                "one step; while it is not public, they are told that there is no page.",
            },
        )
    ]

    def get_urls(self) -> list[URLPattern | URLResolver]:  # type: ignore[override]
        protected = self.admin_site.admin_view
        own = [
            path("file/", protected(take), name="website_oldaddress_take"),
            path("old-addresses.csv", protected(hand_out), name="website_oldaddress_hand_out"),
        ]
        return [*own, *super().get_urls()]

    @admin.display(description="leads to", ordering="address")
    def leads_to(self, row: OldAddress) -> str:
        return "gone for good (410)" if row.is_gone else row.address or f"“{row.piece}”"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search for an address as it was copied from a browser, with its host and its capital letters."""
        with suppress(ProseError):
            search_term = old_path(search_term)
        return super().get_search_results(request, queryset, search_term)

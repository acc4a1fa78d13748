"""Admin of disclaimer texts. A published text is ended or corrected on record, never overwritten."""

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.db import models, transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from disclaimers.admin.days import day_in_list
from disclaimers.admin.disclaimer import WordingForm
from disclaimers.admin.of_houses import OfHouses
from disclaimers.models import Wording, WordingCorrection
from disclaimers.new_text import PageWithText, new_text
from prose.forms.day_input import DayInput
from prose.forms.pickers import PickedByTyping


@dataclass(frozen=True)
class WordingPage:
    """A further page of a text, with the URL name "admin:disclaimers_wording_<name>".

    `label` returns the words of the link on the text's change page, or "" to leave the link out.
    """

    name: str
    view: Callable[["WordingAdmin", HttpRequest, int], HttpResponse]
    label: Callable[["WordingAdmin", HttpRequest, Wording], str]


def _new_text_label(model_admin: "WordingAdmin", request: HttpRequest, wording: Wording) -> str:
    may = model_admin.has_add_permission(request) and model_admin.has_change_permission(request, wording)
    return "New text from a day" if may else ""


class CorrectionInline(admin.TabularInline):  # type: ignore[type-arg]
    """Corrected slips, read-only."""

    model = WordingCorrection
    fields = ("at", "old_text", "new_text", "reason", "who")
    readonly_fields = fields
    extra = 0
    can_delete = False
    verbose_name_plural = "Slips put right"

    @admin.display(description="by")
    def who(self, correction: WordingCorrection) -> str:
        """The user name without a link: not every editor of texts may open accounts."""
        return str(correction.by or "")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class WordingAdmin(PickedByTyping, OfHouses):
    """All texts of all disclaimers with the days they were in force."""

    house = "disclaimer__institution"
    pages: ClassVar[tuple[WordingPage, ...]] = (WordingPage("new_text", new_text, _new_text_label),)
    form = WordingForm
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    list_display = ["__str__", "disclaimer", "language", "begins", "ends"]
    list_filter = ["disclaimer__institution", "disclaimer"]
    show_facets = admin.ShowFacets.NEVER
    ordering = [F("in_force_from").desc(nulls_last=True)]
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

    def pages_that_keep(self, wording: Wording, since: dt.date) -> "Sequence[PageWithText]":
        """The published pages that carry a text for a day from `since` on. The desk, which knows them, answers."""
        return ()

    def in_one_step(self) -> AbstractContextManager[Any]:
        """The transaction in which a new text begins. The desk, which prints pages, waits there for its acts."""
        return transaction.atomic()

    def after_new_text(self, request: HttpRequest, old: Wording, new: Wording) -> None:
        """Called in the transaction in which a new text begins. The desk reports there what pages do."""

    def get_urls(self) -> list[URLPattern]:
        return [*(self._url(page) for page in self.pages), *super().get_urls()]

    def _url(self, page: WordingPage) -> URLPattern:
        view = self.admin_site.admin_view(partial(page.view, self))
        address = f"<int:object_id>/{page.name.replace('_', '-')}/"
        return path(address, view, name=f"disclaimers_wording_{page.name}")

    def get_inlines(self, request: HttpRequest, obj: Wording | None = None) -> list[Any]:
        return [CorrectionInline] if obj and obj.corrections.exists() else []

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """The change page with links to the further pages that this user may open."""
        if wording := context.get("original"):
            offered = [(page.label(self, request, wording), page.name) for page in self.pages]
            context["offered"] = [
                (label, reverse(f"admin:disclaimers_wording_{name}", args=[wording.pk]))
                for label, name in offered
                if label
            ]
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="in force from", ordering="in_force_from")
    def begins(self, wording: Wording) -> str:
        return day_in_list(wording.in_force_from) or "always"

    @admin.display(description="in force until", ordering="in_force_until")
    def ends(self, wording: Wording) -> str:
        return day_in_list(wording.in_force_until)

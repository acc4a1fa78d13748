"""Admin of disclaimers with their texts."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models

from disclaimers.admin.coded import FOR_PROGRAMS, CodedAdmin, CodedForm
from disclaimers.admin.of_houses import OfHouses
from disclaimers.models import Disclaimer, Wording
from prose.forms.dated_rows import DatedRows
from prose.forms.day_input import DayInput
from prose.forms.pickers import PickedByTyping

FIXED_ONCE_PRINTED = ("disclaimer", "language", "text", "in_force_from")


class WordingForm(forms.ModelForm):  # type: ignore[type-arg]
    """A text. Once pages have printed it, only its end can change, so that the record keeps the words on the pages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_printed():
            for name in FIXED_ONCE_PRINTED:
                if name in self.fields:
                    self.fields[name].disabled = True
            if "text" in self.fields:
                self.fields["text"].help_text = (
                    "Readers have had this text, so it stays. This text’s own page offers “New text from a day” "
                    "for other words, and the correction of a slip."
                )

    def clean(self) -> dict[str, Any] | None:
        """Say what was typed into a text that was printed since its form was opened: Django would drop it unsaid."""
        values = super().clean()
        for name, words in self._typed_too_late():
            sentence = (
                f"Readers have had this text since you opened the form, so it stays. You typed: “{words}”"
            )
            self.add_error(name, sentence)
        return values

    def _typed_too_late(self) -> Iterator[tuple[str, str]]:
        """Fields that are fixed now, with another value that was typed. (Browsers send no fixed fields.)"""
        for name in FIXED_ONCE_PRINTED:
            field = self.fields.get(name)
            if field is None or not field.disabled:
                continue
            typed = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            field.disabled = False  # one that is disabled never has changed
            if typed is not None and field.has_changed(self.get_initial_for_field(field, name), typed):
                yield name, str(typed)
            field.disabled = True

    def is_printed(self) -> bool:
        """True if an edition carries this text. The desk, which knows editions, answers."""
        return False


class WordingRows(DatedRows):
    same = ("language",)
    days = ("in_force_from", "in_force_until")


class WordingInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Wording
    form = WordingForm
    formset = WordingRows
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    extra = 0
    can_delete = False
    show_change_link = True
    fieldsets = [(None, {"fields": ["text", "language", ("in_force_from", "in_force_until")]})]


class DisclaimerForm(CodedForm):
    """A disclaimer, with a name at the desk that is made from its institution where none is written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("code"):
            field.label = "Name at the desk"
            field.help_text = (
                "How lists and messages here call it. Left empty, it is made for you; once saved it stays."
            )

    def words_for_code(self, cleaned: dict[str, Any]) -> str:
        """ "Harbour", "Harbour Op-ed", "Harbour employment"."""
        institution = cleaned.get("institution")
        words = [institution.short_label] if institution else []
        if cleaned.get("scope") == Disclaimer.Scope.EMPLOYMENT:
            words.append("employment")
        return " ".join([*words, *(kind.label for kind in cleaned.get("kinds") or ())])

    def clean_kinds(self) -> Any:
        # Checked here, because many-to-many rows are saved after `Model.clean` has run.
        kinds = self.cleaned_data["kinds"]
        self.instance.typed_kinds = {kind.pk for kind in kinds}  # its texts are checked before they are saved
        if kinds and self.cleaned_data.get("scope") == Disclaimer.Scope.EMPLOYMENT:
            self.add_error(
                "kinds", "An employment line follows its author into every content type; choose none."
            )
        return kinds


class DisclaimerAdmin(PickedByTyping, OfHouses, CodedAdmin):
    """Disclaimers, with their texts as rows."""

    form = DisclaimerForm
    list_display = ["__str__", "institution", "scope", "placement", "language", "order", "replaces_parents"]
    list_filter = ["institution", "scope"]
    show_facets = admin.ShowFacets.NEVER
    list_select_related = ["institution"]
    search_fields = ["code", "institution__name", "wordings__text"]
    inlines = [WordingInline]
    autocomplete_fields = ["institution"]
    filter_horizontal = ["kinds"]
    actions = None
    fieldsets = [
        (
            None,
            {
                "fields": ["institution", "scope", "placement"],
                "description": "Which of the house’s pages say this, and where on the page?",
            },
        ),
        ("Only on some pages", {"fields": ["kinds", "language", "condition"], "classes": ["collapse"]}),
        ("With others", {"fields": ["order", "replaces_parents"], "classes": ["collapse"]}),
        ("What lists and messages here call it", FOR_PROGRAMS[1]),
    ]

"""Admin of content types and their labels."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models

from disclaimers.admin.coded import FOR_PROGRAMS, CodedAdmin, CodedForm
from disclaimers.admin.dated_rows import DatedRows
from disclaimers.models import KindLabel
from prose.forms.day_input import DayInput


class KindLabels(DatedRows):
    same = ("language", "institution")
    days = ("from_on", "until_on")

    def clean(self) -> None:
        super().clean()
        # As they are stored: the form may hold other words for a row that is to be deleted.
        deleted = KindLabel.objects.filter(pk__in=[form.instance.pk for form in self.deleted_forms])
        printed = [str(label) for label in deleted if self.is_printed(label)]
        if printed:
            words = ", ".join(f"“{label}”" for label in printed)
            raise ValidationError(f"Readers have had {words}: give it its last day, instead of deleting it.")

    def is_printed(self, label: KindLabel) -> bool:
        """True if an edition carries this label. The desk, which knows editions, answers."""
        return False


class KindLabelInline(admin.TabularInline):  # type: ignore[type-arg]
    model = KindLabel
    formset = KindLabels
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    extra = 0
    verbose_name_plural = "Labels in other languages, for one institution, or of other days"
    fields = ["language", "institution", "label", "from_on", "until_on"]


class KindForm(CodedForm):
    def words_for_code(self, cleaned: dict[str, Any]) -> str:
        return str(cleaned.get("label") or "")


class KindAdmin(CodedAdmin):
    """Content types, whose label is printed above the headline."""

    form = KindForm
    list_display = ["label"]
    search_fields = ["label", "code", "labels__label"]
    fieldsets = [
        (
            None,
            {
                "fields": ["label"],
                "description": "To rename a content type from a day on, add the old label below, until that day.",
            },
        ),
        FOR_PROGRAMS,
    ]
    inlines = [KindLabelInline]
    actions = None

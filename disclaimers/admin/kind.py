"""Admin of content types and their labels."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest

from disclaimers.admin.coded import FOR_PROGRAMS, CodedAdmin, CodedForm
from disclaimers.lineage import is_limited, open_to
from disclaimers.models import Institution, Kind, KindLabel, UsualLicence
from prose.forms.dated_rows import DatedRows
from prose.forms.day_input import DayInput
from prose.forms.renaming import RenamingAdmin, RenamingForm
from prose.names.dated import last_end


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


class RowsOfHouses(admin.TabularInline):  # type: ignore[type-arg]
    """Rows of a content type that may be for one house only."""

    formfield_overrides = {models.DateField: {"widget": DayInput}}
    extra = 0

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """Of an account that works for some houses only their rows: the others are not its own to change."""
        rows: models.QuerySet[Any] = super().get_queryset(request)
        return rows.filter(institution__in=open_to(request.user)) if is_limited(request.user) else rows

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "institution":
            field.queryset = open_to(request.user).offered_in(self.model)
            field.required = is_limited(request.user)
        return field


class KindLabelInline(RowsOfHouses):
    model = KindLabel
    formset = KindLabels
    verbose_name_plural = "Labels in other languages, for one institution, or of other days"
    fields = ["language", "institution", "label", "from_on", "until_on"]


class UsualLicences(DatedRows):
    same = ("institution",)
    is_one_group_without = True
    days = ("from_on", "until_on")


class UsualLicenceInline(RowsOfHouses):
    model = UsualLicence
    formset = UsualLicences
    verbose_name_plural = "Licence under which its pieces go out, unless a piece says otherwise"
    fields = ["licence", "institution", "from_on", "until_on"]


class KindForm(RenamingForm, CodedForm):
    named_by = ("label",)

    def words_for_code(self, cleaned: dict[str, Any]) -> str:
        return str(cleaned.get("label") or "")

    def former_name(self, old: Mapping[str, str], until: dt.date) -> KindLabel:
        language = Institution.objects.language_of_name(self.instance.name_language)
        labels = KindLabel.objects.filter(kind=self.instance, language=language, institution=None)
        return KindLabel(
            kind=self.instance, language=language, from_on=last_end(labels), until_on=until, **old
        )


class KindAdmin(RenamingAdmin, CodedAdmin):
    """Content types, whose label is printed above the headline."""

    form = KindForm
    list_display = ["label"]
    search_fields = ["label", "code", "labels__label"]
    fieldsets = [
        (
            None,
            {
                "fields": ["label", "name_language", "genre", "starting_text"],
            },
        ),
        FOR_PROGRAMS,
    ]
    inlines = [KindLabelInline, UsualLicenceInline]
    actions = None

    def names_elsewhere(self, record: Kind) -> set[str]:
        labels = record.labels.filter(until_on=None, institution=None)
        return {label.get_language_display() for label in labels}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The common label is every house's: an account that works for some houses gives them labels below."""
        fixed = super().get_readonly_fields(request, obj)
        return (*fixed, "label", "genre", "starting_text") if obj and is_limited(request.user) else fixed

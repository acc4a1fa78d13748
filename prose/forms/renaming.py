"""Form part that asks what a changed name is: a new one from a day on, or a slip that is put right.

With a day the old name is kept as a former name until then; a slip is changed in place. People, outlets, institutions
and content types use it; `RenamingForm.former_name` says where the old name goes.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest

from prose.dates import day_in_words
from prose.forms.day_input import DayInput

DAY, SLIP = "day", "slip"
_QUESTION = (
    "“%(old)s” becomes “%(new)s”. Is this a new name from a day on, or was the old one a slip? "
    "A new name needs its first day; pieces of earlier days keep the old one."
)
_PART: Any = ("When the name changes", {"fields": ["renaming", "renamed_on"], "classes": ["collapse"]})


class RenamingForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form of a record with a name. `named_by`: the fields of the name, the first one being the name itself."""

    named_by: ClassVar[tuple[str, ...]] = ("name",)
    renaming = forms.ChoiceField(
        label="The changed name is",
        required=False,
        widget=forms.RadioSelect,
        choices=[
            (DAY, "a new one from a day on; the old one stays for the days before"),
            (SLIP, "the right one for all days; the old one was a slip"),
        ],
    )
    renamed_on = forms.DateField(label="New from", required=False, widget=DayInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.is_renamed or self.errors.keys() & set(self.named_by):
            return cleaned
        day = cleaned.get("renamed_on")
        answer = cleaned.get("renaming") or (DAY if day else "")
        if not answer and "renaming" not in self.errors:
            old, new = self.initial[self.named_by[0]], cleaned.get(self.named_by[0])
            if old == new:
                old, new = self._old_and_new(cleaned)
            question = " ".join([_QUESTION, *self.words_left(cleaned)])
            self.add_error("renaming", ValidationError(question, params={"old": old, "new": new}))
        elif answer == DAY and not day and "renamed_on" not in self.errors:
            self.add_error("renamed_on", "Write the first day of the new name.")
        elif answer == DAY and day and not self.errors:
            self._keep_former_name(day)
        return cleaned

    @property
    def is_renamed(self) -> bool:
        """True if a stored name was changed; a word that was empty is only completed."""
        return bool(self.instance.pk) and any(
            name in self.changed_data and self.initial.get(name) for name in self.named_by
        )

    def words_left(self, cleaned: Mapping[str, Any]) -> list[str]:
        """A sentence for each word of the name that still says what the changed name was: a holder, say."""
        old = self.initial.get(self.named_by[0])
        return [
            f"{str(self.fields[name].label).capitalize()} still says “{old}”: change it too, unless it keeps that name."
            for name in self.named_by[1:]
            if self.named_by[0] in self.changed_data and old and cleaned.get(name) == old
        ]

    def former_name(self, old: Mapping[str, str], until: dt.date) -> models.Model:
        """The record of the old name, not stored: it begins where the one before it ended."""
        raise NotImplementedError

    def _old_and_new(self, cleaned: dict[str, Any]) -> tuple[str, str]:
        name = next(name for name in self.named_by if name in self.changed_data)
        return self.initial.get(name) or "nothing", cleaned.get(name) or "nothing"

    def _keep_former_name(self, day: dt.date) -> None:
        former = self.former_name({name: self.initial.get(name) or "" for name in self.named_by}, day)
        begins = getattr(former, "from_on", None)
        if begins and begins >= day:
            words = day_in_words(begins)
            self.add_error("renamed_on", f"The old name began on {words} only: write a later day.")
            return
        try:
            former.full_clean()
        except ValidationError as error:
            self.add_error("renamed_on", ValidationError(error.messages))
        else:
            self.instance.former_being_kept = former

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        if former := getattr(self.instance, "former_being_kept", None):
            former.save()


class RenamingAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin with the form part on the page of a stored record, and a message that says what became of the name."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = list(super().get_fieldsets(request, obj))
        if obj is None or not self.has_change_permission(request, obj):
            return fieldsets
        return [fieldsets[0], _PART, *fieldsets[1:]]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if former := getattr(form.instance, "former_being_kept", None):
            messages.info(request, f"Kept as a former name: {former}.")
            if others := self.names_elsewhere(form.instance):
                languages = ", ".join(sorted(others))
                messages.warning(
                    request, f"Its names in {languages} were not changed: end them too, if they changed."
                )
        for sentence in form.words_left(form.cleaned_data) if change and form.is_renamed else ():
            messages.warning(request, sentence)

    def names_elsewhere(self, record: Any) -> set[str]:
        """The languages, in words, in which the record has names without an end."""
        return {row.get_language_display() for row in record.names.filter(until_on=None)}

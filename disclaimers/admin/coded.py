"""Admin base class for models with a lasting code, which is proposed and then stays."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from prose.slugs import free_slug

FOR_PROGRAMS: Any = (
    "For files and programs",
    {
        "fields": ["code"],
        "classes": ["collapse"],
        "description": "How a file for setup_desk or a command names it. Readers never see it.",
    },
)


def free_code(model: type[models.Model], words: str) -> str:
    """A code for a new record, made from these words, that no other record of the model has."""
    most = getattr(model._meta.get_field("code"), "max_length", None) or 50
    code = free_slug(words[:most], fallback=uuid.uuid4(), taken=lambda code: _is_taken(model, code))
    return code[:most]


def _is_taken(model: type[models.Model], code: str) -> bool:
    return model._default_manager.filter(code=code).exists()


class CodedForm(forms.ModelForm):  # type: ignore[type-arg]
    """Makes a code from `words_for_code`, where none is written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("code"):
            field.required = False
            field.label = "Short lasting key"
            field.help_text = "Left empty, it is made for you. Once saved it stays."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "code" in self.fields and not cleaned.get("code") and "code" not in self.errors:
            cleaned["code"] = free_code(self._meta.model, self.words_for_code(cleaned))
        return cleaned

    def words_for_code(self, cleaned: dict[str, Any]) -> str:
        """The words that a code is made from."""
        return str(cleaned.get("name") or "")


class CodedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Makes `code` read-only after the first save, because files and programs refer to it."""

    form = CodedForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        return [
            (
                title,
                {**part, "fields": ["lasting_key" if name == "code" else name for name in part["fields"]]},
            )
            for title, part in fieldsets
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return (*fixed, "lasting_key") if obj else fixed

    @admin.display(description="short lasting key")
    def lasting_key(self, record: Any) -> str:
        """The code under the label of the form: a read-only field has that of the model."""
        return str(record.code)

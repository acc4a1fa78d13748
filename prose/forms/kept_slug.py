"""Admin pages of what keeps its web address: made from the name when left empty, read-only once it is saved."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from prose.slugs import free_slug


class KeptSlugForm(forms.ModelForm):  # type: ignore[type-arg]
    """`slug_from` names the field whose text an empty address is made of."""

    slug_from = "name"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if slug := self.fields.get("slug"):
            slug.required = False
            slug.help_text = "Left empty, it is made from the name. Once saved it stays."

    def clean(self) -> dict[str, Any] | None:
        found = super().clean() or self.cleaned_data
        if "slug" in self.fields and not found.get("slug") and "slug" not in self.errors:
            model = self._meta.model
            found["slug"] = free_slug(
                found.get(self.slug_from) or "",
                fallback=uuid.uuid4(),
                taken=lambda slug: model._default_manager.filter(slug=slug).exists(),
            )
        return found


class KeptSlugAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """For models with a `slug` that the database refuses to change."""

    slug_from = "name"
    form = KeptSlugForm

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.slug_from = self.slug_from  # type: ignore[attr-defined]
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return (*fixed, "slug") if obj else fixed

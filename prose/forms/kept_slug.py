"""Admin base class for models whose slug is made from the name and read-only after the first save."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from prose.slugs import free_slug


class KeptSlugForm(forms.ModelForm):  # type: ignore[type-arg]
    """Fills an empty slug from the field that `slug_from` names."""

    slug_from = "name"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if slug := self.fields.get("slug"):
            slug.required = False
            slug.help_text = "Left empty, it is made from the name. Once saved it stays."

    @staticmethod
    def usual_language() -> str:
        """The language of a name that states none; "" if none is usual."""
        return ""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            model = self._meta.model
            cleaned["slug"] = free_slug(
                cleaned.get(self.slug_from) or "",
                fallback=uuid.uuid4(),
                language=cleaned.get("name_language") or cleaned.get("language") or self.usual_language(),
                taken=lambda slug: model._default_manager.filter(slug=slug).exists(),
            )
        return cleaned


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

"""Admin base class for models whose slug is made from the name. A changed one leads on: a trigger keeps the former."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from prose.models.former_slugs import is_slug_taken
from prose.slugs import free_slug, validate_slug


class KeptSlugForm(forms.ModelForm):  # type: ignore[type-arg]
    """Fills an empty slug from the field that `slug_from` names, and takes none that is or was another record's."""

    slug_from = "name"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if slug := self.fields.get("slug"):
            slug.required = False
            slug.help_text = (
                "If you change it, the old address leads to the new one for good, and so do its feeds."
                if self.instance.pk
                else "Left empty, it is made from the name."
            )

    @staticmethod
    def usual_language() -> str:
        """The language of a name that states none; "" if none is usual."""
        return ""

    def clean_slug(self) -> str:
        """The slug as typed; on a record that has one, an emptied field leaves it."""
        slug: str = self.cleaned_data["slug"] or (self.instance.slug if self.instance.pk else "")
        if slug and slug != self.instance.slug:
            validate_slug(slug)
        if slug and is_slug_taken(self._meta.model, but=self.instance.pk)(slug):
            raise forms.ValidationError(
                f"“{slug}” is, or was, the web address of another one. Choose another."
            )
        return slug

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = free_slug(
                cleaned.get(self.slug_from) or "",
                fallback=uuid.uuid4(),
                language=cleaned.get("name_language") or cleaned.get("language") or self.usual_language(),
                taken=is_slug_taken(self._meta.model),
            )
        return cleaned


class KeptSlugAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """For models with a `slug` whose former ones lead on."""

    slug_from = "name"
    form = KeptSlugForm

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.slug_from = self.slug_from  # type: ignore[attr-defined]
        return form

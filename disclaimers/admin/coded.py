"""Admin base class for models with a lasting code."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class CodedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Makes `code` read-only after the first save, because files and programs refer to it."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return (*fixed, "code") if obj else fixed

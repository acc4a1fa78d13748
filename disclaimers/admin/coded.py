"""What is known to files and programs by a code."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class CodedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """For what is known to files and programs by a code: it is written once."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return (*fixed, "code") if obj else fixed

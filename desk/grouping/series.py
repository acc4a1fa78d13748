"""Admin of series."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from articles.models.grouping.series import Series, SeriesName
from desk.grouping.named_records import NamedRecordAdmin, NameInline


class SeriesNameInline(NameInline):
    model = SeriesName


class SeriesAdmin(NamedRecordAdmin):
    """Series of pieces. A new name stands on their pages at once; pieces that say an earlier one still belong to it."""

    search_fields = ["name", "former_names__name", "names__name"]
    fields = ["name", "slug", "former", "name_language", "introduction"]
    inlines = [SeriesNameInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "former")

    @admin.display(description="former names", empty_value="none")
    def former(self, series: Series) -> str:
        """The names that pieces may still have above their headlines."""
        return ", ".join(map(str, series.former_names.all())) if series.pk else ""

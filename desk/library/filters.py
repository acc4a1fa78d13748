"""Filters of the library's lists."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from desk.library.permission import LISTS, in_list
from disclaimers.lineage import open_to
from pictures.models.credited import Source
from prose.keys import as_key

EVERY_HOUSE = "every"


class ClearanceFilter(admin.SimpleListFilter):
    """Filter by what is on record of a permission."""

    title = "permission"
    parameter_name = "permission"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return list(LISTS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return in_list(str(self.value()), queryset, timezone.localdate())


class UseFilter(admin.SimpleListFilter):
    """Filter by whether a piece uses the record, or showed it once; each list says which."""

    in_use: Q

    title = "use"
    parameter_name = "used"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [("yes", "Used"), ("no", "Not used")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        wanted = {"yes": self.in_use, "no": ~self.in_use}.get(str(self.value()))
        return queryset if wanted is None else queryset.filter(wanted)


class HouseFilter(admin.SimpleListFilter):
    """Filter by house, if the user works for several."""

    title = "house"
    parameter_name = "house"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        houses = [(str(house.pk), house.short_label) for house in open_to(request.user).order_by("pk")]
        return [(EVERY_HOUSE, "Of no house in particular"), *houses] if len(houses) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == EVERY_HOUSE:
            return queryset.filter(institution=None)
        key = as_key(self.value() or "")
        return queryset.filter(institution=key) if key else queryset


class SourceFilter(admin.SimpleListFilter):
    """Filter by the kind of source."""

    title = "source"
    parameter_name = "source"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [(value, str(label)) for value, label in Source.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(source_kind=self.value()) if self.value() in Source.values else queryset

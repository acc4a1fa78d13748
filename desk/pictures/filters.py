"""Filters of the library."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from desk.pictures.permission import LISTS, in_list
from desk.pictures.uses import in_use
from disclaimers.lineage import open_to
from pictures.models import Picture
from pictures.models.credited import Source
from prose.keys import as_key

EVERY_HOUSE = "every"


class ClearanceFilter(admin.SimpleListFilter):
    """Filter by what is on record of a picture's permission."""

    title = "permission"
    parameter_name = "permission"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return list(LISTS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        return in_list(str(self.value()), queryset, timezone.localdate())


class UseFilter(admin.SimpleListFilter):
    """Filter by whether a piece uses the picture, or showed it once."""

    title = "use"
    parameter_name = "used"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [("yes", "Used"), ("no", "Not used")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        wanted = {"yes": in_use(), "no": ~in_use()}.get(str(self.value()))
        return queryset if wanted is None else queryset.filter(wanted)


class HouseFilter(admin.SimpleListFilter):
    """Filter by house, if the user works for several."""

    title = "house"
    parameter_name = "house"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        houses = [(str(house.pk), house.short_label) for house in open_to(request.user).order_by("pk")]
        return [(EVERY_HOUSE, "Of no house in particular"), *houses] if len(houses) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
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

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        return queryset.filter(source_kind=self.value()) if self.value() in Source.values else queryset

"""Admin base class for records of one house: an account that works for some houses changes theirs alone."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from disclaimers.lineage import is_limited, open_to
from disclaimers.models import Disclaimer, Institution


class OfHouses(admin.ModelAdmin):  # type: ignore[type-arg]
    """Shows every record, because those of a parent print on a centre's pages, and changes those of the user's houses.

    `house`: the way from a record to its institution, as in a query.
    """

    house: ClassVar[str] = "institution"

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._is_open(request, obj)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Records of the user's houses only; a choice that the record has already stays."""
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.related_model is Institution:
            field.queryset = open_to(request.user)
        elif db_field.related_model is Disclaimer:
            field.queryset = Disclaimer.objects.filter(institution__in=open_to(request.user))
        if db_field.related_model in (Institution, Disclaimer) and is_limited(request.user):
            field.error_messages["invalid_choice"] = "Your account does not work for this institution."
        return field

    def _is_open(self, request: HttpRequest, obj: models.Model | None) -> bool:
        if obj is None or obj.pk is None:
            return True
        rows = type(obj)._default_manager.filter(pk=obj.pk)
        return rows.filter(**{f"{self.house}__in": open_to(request.user)}).exists()

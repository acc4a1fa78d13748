"""The admin of a shelf's records: who sees and changes them, the fields they share, and pages that follow a change."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest

from desk.library.clearances import print_cleared
from desk.library.pages import may_change
from desk.library.removing import RemovedByActs
from desk.printed_records.admin import PrintedRecordAdmin
from disclaimers.lineage import is_limited, open_to
from prose.fields import LineField, PlainField
from prose.forms.day_input import DayInput


class LibraryAdmin(PrintedRecordAdmin, RemovedByActs, admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin of pictures and of other files. Records of other houses are not there for an account."""

    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        LineField: {"widget": forms.TextInput(attrs={"class": "vTextField"})},
        PlainField: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})},
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        visible = self.model._default_manager.visible_to(request.user).values("pk")
        return super().get_queryset(request).filter(pk__in=visible)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request) if obj is None else may_change(request.user, obj)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The user's houses, without links to change one; whoever works for some of them chooses one."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "institution":
            field.queryset = open_to(request.user)
            field.empty_label = "Every house"
            if is_limited(request.user):
                field.required, field.empty_label = True, None
            for right in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, right, False)
        return field

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save, and print the pages again that may show the record from now on, or may no longer."""
        super().save_related(request, form, formsets, change)
        if any(rows.has_changed() for rows in formsets):
            print_cleared(request, form.instance)

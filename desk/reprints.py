"""Admin of reprints: a log, kept by hand, of outlets that printed a piece of ours."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.models.article import Article
from articles.models.rights import Reprint
from prose.fields import LineField, PlainField
from prose.forms.day_input import DayInput
from prose.forms.pickers import PickedByTyping


class ReprintAdmin(PickedByTyping, admin.ModelAdmin):  # type: ignore[type-arg]
    """One row for each reprint: outlet, address, day and agreement."""

    list_display = ["article", "printed_by", "reprinted_on", "url", "note"]
    list_select_related = ["article", "outlet"]
    search_fields = ["article__headline", "outlet__name", "outlet_name", "url", "note"]
    search_help_text = "Headline of the piece, outlet, address or note."
    autocomplete_fields = ["article", "outlet"]
    fields = ["article", "outlet", "outlet_name", "url", "reprinted_on", "note"]
    show_facets = admin.ShowFacets.NEVER
    actions = None
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        PlainField: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})},
        LineField: {"widget": forms.TextInput(attrs={"class": "vTextField"})},
    }

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the pieces that the user may open, without links to add or change one."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "article":
            for right in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, right, False)
            visible = Article.objects.visible_to(request.user)
            field.queryset = field.queryset.filter(pk__in=visible.values("pk"))
        return field

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reprint]:
        visible = Article.objects.visible_to(request.user)
        return super().get_queryset(request).filter(article__in=visible.values("pk"))

    @admin.display(description="printed by")
    def printed_by(self, reprint: Reprint) -> str:
        return str(reprint.outlet or reprint.outlet_name)

"""Base class of the admin of records that may be merged: topics, people, outlets, institutions, content types."""

from functools import partial
from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone

from articles.acts.merging.records import noun_of
from articles.models.merge import RecordMerge
from desk.merging.views import address_of, merge_page, unmerge


class MergedFilter(admin.SimpleListFilter):
    """Filter by whether a record stands for itself; a list without merged records has no such filter."""

    title = "merged records"
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        choices = [("no", "stand for themselves"), ("yes", "merged into another")]
        return choices if model_admin.has_merged(request) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        is_own = {"no": True, "yes": False}.get(self.value() or "")
        return queryset if is_own is None else queryset.filter(merged_into__isnull=is_own)


class MergedByActs(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin with a page that merges a record into another. Put it before the model's own admin class.

    The list says of merged records, once there is one, into which, and can be narrowed to them.
    """

    change_form_template = "admin/mergeable_change_form.html"

    def has_merged(self, request: HttpRequest) -> bool:
        """True if one of the records in the list is merged into another. It is asked once in a request."""
        if not hasattr(request, "has_merged"):
            merged = self.get_queryset(request).exclude(merged_into=None)
            request.has_merged = merged.exists()  # type: ignore[attr-defined]
        return cast("bool", request.has_merged)  # type: ignore[attr-defined]

    def get_list_display(self, request: HttpRequest) -> Any:
        columns = super().get_list_display(request)
        return [*columns, "merged_into"] if self.has_merged(request) else columns

    def get_list_select_related(self, request: HttpRequest) -> Any:
        columns = super().get_list_select_related(request)
        return columns if isinstance(columns, bool) else [*columns, "merged_into"]

    def get_list_filter(self, request: HttpRequest) -> Any:
        return [*super().get_list_filter(request), MergedFilter]

    def get_urls(self) -> list[URLPattern]:
        start = f"{self.opts.app_label}_{self.opts.model_name}"
        pages = {"merge": merge_page, "unmerge": unmerge}
        own = [
            path(
                f"<int:object_id>/{name}/",
                self.admin_site.admin_view(partial(view, model=self.model)),
                name=f"{start}_{name}",
            )
            for name, view in pages.items()
        ]
        return [*own, *super().get_urls()]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search records; a picker, which asks by the name of its field, is offered those that stand for themselves."""
        if "field_name" in request.GET:
            queryset = queryset.filter(merged_into=None)
        return super().get_search_results(request, queryset, search_term)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if record := kwargs.get("obj"):
            merged = RecordMerge.objects.select_related("by").filter(
                noun=noun_of(self.model), gone=record.pk, undone_at=None
            )
            context |= {
                "merged": merged.first(),
                "kept": record.merged_into,
                "kept_address": address_of(record.merged_into, "change") if record.merged_into else "",
                "may_merge": self.has_change_permission(request, record) and not record.merged_into,
                "merge_address": address_of(record, "merge"),
                "unmerge_address": address_of(record, "unmerge"),
            }
            context["may_unmerge"] = (
                self.has_change_permission(request, record)
                and context["merged"] is not None
                and context["merged"].may_be_undone(timezone.now())
            )
        return super().render_change_form(request, context, *args, **kwargs)

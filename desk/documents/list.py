"""The list of files."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from desk.documents.file_words import in_words
from desk.documents.uses import ROWS
from desk.library.filters import ClearanceFilter, HouseFilter, UseFilter
from desk.library.pages import newest_file
from desk.library.permission import permission_of
from documents.models import Document
from prose.languages import BY_CODE


class DocumentUseFilter(UseFilter):
    """Filter by whether a piece carries the file."""

    in_use = ROWS.in_use()


class DocumentLanguageFilter(admin.SimpleListFilter):
    """Filter by language, as far as there are files in it."""

    title = "language"
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        codes = (
            Document.objects.visible_to(request.user).order_by("language").values_list("language", flat=True)
        )
        named = [(code, BY_CODE[code].name) for code in codes.distinct() if code in BY_CODE]
        return named if len(named) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Document]) -> QuerySet[Document]:
        return queryset.filter(language=self.value()) if self.value() in BY_CODE else queryset


class ListedDocuments(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin with the list page: its columns, filters and search."""

    list_display = ["title", "kind", "permission", "credited", "uses"]
    list_filter = [ClearanceFilter, DocumentUseFilter, HouseFilter, DocumentLanguageFilter]
    search_fields = ["title", "credit", "creator", "source", "files__upload_name"]
    search_help_text = "Name, credit, who wrote it, or the name of the uploaded file."
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list with what its columns say of all its rows, in four queries."""
        changelist: Any = super().get_changelist_instance(request)
        changelist.result_list = list(changelist.result_list)
        prefetch_related_objects(changelist.result_list, "files", "clearances")
        pieces = ROWS.pieces_by_record(changelist.result_list)
        for document in changelist.result_list:
            document.number_of_uses = len(pieces[document.pk])
        return changelist

    @admin.display(description="file")
    def kind(self, document: Document) -> str:
        return in_words(newest_file(document))

    @admin.display(description="permission")
    def permission(self, document: Document) -> SafeString:
        stands = permission_of(document.clearances.all(), timezone.localdate())
        return format_html('<span class="picture-mark is-{}">{}</span>', stands.mark, stands.words)

    @admin.display(description="credit")
    def credited(self, document: Document) -> str:
        return document.credit or document.creator or document.source or "No credit yet"

    @admin.display(description="used in")
    def uses(self, document: Any) -> str:
        number = document.number_of_uses
        return f"{number} piece{'' if number == 1 else 's'}" if number else "Not used"

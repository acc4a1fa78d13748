"""Admin of files: the library."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from django.utils import timezone

from desk.documents.adding import add_documents
from desk.documents.file_words import doubts_of, in_words, words_of_file
from desk.documents.list import ListedDocuments
from desk.documents.pages import DocumentPage, file_address
from desk.documents.replacing import replace
from desk.documents.serving import document_file
from desk.documents.uses import uses_of
from desk.library.admin import LibraryAdmin
from desk.library.clearances import TermsInline
from desk.library.pages import newest_file
from documents import acts
from documents.models import Document, DocumentClearance

VIEWS: dict[DocumentPage, Callable[..., HttpResponse]] = {
    DocumentPage.FILE: document_file,
    DocumentPage.REPLACE: replace,
}
FIELDSETS: Any = [
    ("What readers see", {"fields": ["title", "language"]}),
    ("Credit and source", {"fields": ["creator", "credit", ("source_kind", "source")]}),
    ("House", {"fields": ["institution"]}),
]


class DocumentClearanceInline(TermsInline):
    """Licences and permissions for the file."""

    model = DocumentClearance
    verbose_name = "licence or permission"
    verbose_name_plural = "Licences and permissions: until one allows it, readers do not get the file"


class DocumentAdmin(LibraryAdmin, ListedDocuments):
    """A file's page: what it is and says of itself, its facts, its licences and permissions, its uses."""

    fieldsets = FIELDSETS
    inlines = [DocumentClearanceInline]
    printed_fields = frozenset(("title", "language", "creator", "credit", "source_kind", "source"))
    uses_of = staticmethod(uses_of)
    remove = staticmethod(acts.remove_document)
    what_goes = "No piece has carried it. Its bytes go too."

    def get_urls(self) -> list[URLPattern | URLResolver]:  # type: ignore[override]
        """The library's pages before Django's, whose `<path:object_id>/` would catch them."""
        protected = self.admin_site.admin_view
        own = [path(page.value, protected(VIEWS[page]), name=page.url_name) for page in DocumentPage]
        return [*own, *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return add_documents(request)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        document: Document = kwargs["obj"]
        file = newest_file(document)
        context |= {
            "title": str(document),
            "subtitle": None,
            "file": file,
            "file_in_words": in_words(file),
            "file_address": file_address(file),
            "words": words_of_file(file, document),
            "doubts": doubts_of(file),
            "uses": uses_of(document, request.user, timezone.now()),
            "may_save": self.has_change_permission(request, document),
            "replace_address": DocumentPage.REPLACE.address(document.pk),
            "show_save_and_add_another": False,
        }
        return super().render_change_form(request, context, *args, **kwargs)

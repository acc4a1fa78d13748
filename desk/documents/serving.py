"""The desk's address of a file: for accounts that may see its record, whatever readers get of it."""

from django.http import Http404, HttpRequest, HttpResponse

from desk.library.pages import user_of
from desk.pages import file_to_save
from documents.models import Document, DocumentFile
from documents.models.document_file import DocumentFormat
from documents.storing import content_of


def document_file(request: HttpRequest, name: str) -> HttpResponse:
    """The file, to be saved. Raises Http404."""
    user = user_of(request, "documents.view_document")
    visible = Document.objects.visible_to(user).values("pk")
    file = DocumentFile.objects.filter(document__in=visible, name=name.replace("\x00", "")).first()
    if file is None:
        raise Http404
    return send_document(file)


def send_document(file: DocumentFile) -> HttpResponse:
    """A file for somebody who may have it, kept in no cache. Raises Http404 if its bytes are gone."""
    try:
        content = content_of(file)
    except FileNotFoundError as error:
        raise Http404 from error
    name_there = file.upload_name or f"{file.name}.{file.file_format}"
    return file_to_save(content, DocumentFormat(file.file_format).content_type, name_there)

"""Addresses of the copies of a saved version. Whoever may open the piece may take one."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from desk.export.copies import web_copy_of, word_copy_of
from desk.pages import find_article, find_version


def word_copy(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """The version as a Word document. Raise Http404 if there is none, or the user may not open its piece."""
    return word_copy_of(find_version(find_article(request, object_id), number), timezone.now())


def web_copy(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """The version as a web page. Raise Http404 if there is none, or the user may not open its piece."""
    return web_copy_of(find_version(find_article(request, object_id), number), timezone.now())

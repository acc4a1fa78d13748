"""Addresses of the copies of a saved version. Whoever may open the piece may take one."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from desk.export import web_page as web
from desk.export.piece import ExportedPiece, load_piece
from desk.export.word.file import CONTENT_TYPE as WORD
from desk.export.word.file import word_file
from desk.pages import file_to_save, find_article, find_version
from prose.slugs import slug_for


def word_copy(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """The version as a Word document. Raise Http404 if there is none, or the user may not open its piece."""
    piece, name = _load_version(request, object_id, number)
    return file_to_save(word_file(piece), WORD, f"{name}.docx")


def web_copy(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """The version as a web page. Raise Http404 if there is none, or the user may not open its piece."""
    piece, name = _load_version(request, object_id, number)
    return file_to_save(web.web_page(piece).encode(), web.CONTENT_TYPE, f"{name}.html")


def _load_version(request: HttpRequest, object_id: int, number: int) -> tuple[ExportedPiece, str]:
    article = find_article(request, object_id)
    piece = load_piece(find_version(article, number), timezone.now())
    slug = slug_for(piece.headline, fallback=article.uuid, language=piece.language)
    return piece, f"{slug}-version-{number}"

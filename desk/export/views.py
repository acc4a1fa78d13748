"""Addresses of the copies of a saved version. Whoever may open the piece may take one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from articles.models.revision import Revision
from desk.export import web_page as web
from desk.export.piece import ExportedPiece, load_piece
from desk.export.word.file import CONTENT_TYPE as WORD
from desk.export.word.file import word_file
from desk.pages import find_article
from prose.slugs import slug_for


def word_copy(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """The version as a Word document. Raise Http404 if there is none, or the user may not open its piece."""
    piece, name = _load_version(request, object_id, number)
    return _file(word_file(piece), WORD, f"{name}.docx")


def web_copy(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """The version as a web page. Raise Http404 if there is none, or the user may not open its piece."""
    piece, name = _load_version(request, object_id, number)
    return _file(web.web_page(piece).encode(), web.CONTENT_TYPE, f"{name}.html")


def _load_version(request: HttpRequest, object_id: int, number: int) -> tuple[ExportedPiece, str]:
    article = find_article(request, object_id)
    versions = Revision.objects.filter(article=article, number=number)
    revision = versions.select_related("article__institution").first()
    if revision is None:
        raise Http404
    piece = load_piece(revision, timezone.now())
    slug = slug_for(piece.headline, fallback=article.uuid, language=piece.language)
    return piece, f"{slug}-version-{number}"


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    """To be saved and not shown: a page of ours with somebody's text in it does not open at the desk's address."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response

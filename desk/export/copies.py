"""Copies of a saved version as answers to a request: files that are saved under the piece's name."""

import datetime as dt
from collections.abc import Collection

from django.http import HttpResponse

from articles.models.revision import Revision
from desk.export import web_page as web
from desk.export.piece import ExportedPiece, load_piece
from desk.export.word.file import CONTENT_TYPE as WORD
from desk.export.word.file import word_file
from desk.pages import file_to_save
from prose.slugs import slug_for


def word_copy_of(
    revision: Revision, at: dt.datetime, *, pictures: Collection[str] | None = None
) -> HttpResponse:
    """The version as a Word document. `pictures`: the names of the files that may go out with it; None for all."""
    piece = load_piece(revision, at, pictures=pictures)
    return file_to_save(word_file(piece), WORD, f"{_name(piece, revision)}.docx")


def web_copy_of(revision: Revision, at: dt.datetime) -> HttpResponse:
    """The version as a web page."""
    piece = load_piece(revision, at)
    return file_to_save(web.web_page(piece).encode(), web.CONTENT_TYPE, f"{_name(piece, revision)}.html")


def _name(piece: ExportedPiece, revision: Revision) -> str:
    slug = slug_for(piece.headline, fallback=revision.article.uuid, language=piece.language)
    return f"{slug}-version-{revision.number}"

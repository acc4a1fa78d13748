"""A saved version as it goes into a file: its words, its language, and its pictures."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from articles.addresses import absolute
from articles.models.revision import Revision
from articles.press.proof import make_proof
from articles.snapshot import Content, content_of
from articles.used_pictures import figure_keys
from desk.export.word.drawings import CopiedPicture
from intake.sources.own_copies import CopyMark, seal_of
from pictures.models import PictureFile, StoredFile
from pictures.models.picture_file import FileFormat
from pictures.served import content_of as bytes_of
from prose.html.targets.own_links import with_own_links
from prose.languages import direction
from prose.printed_line import text

_WIDEST = 1600  # pixels: sharp on paper over the whole width of a page
_MOST_BYTES = 15_000_000  # of pictures in one file: a Word file that comes back has 20 MB at most


@dataclass(frozen=True)
class ExportedPiece:
    """The words of a version, in the order in which its page has them; `mark` says which version of which piece."""

    headline: str
    dek: str
    bylines: tuple[str, ...]
    body: str
    language: str
    mark: str
    pictures: Mapping[str, CopiedPicture] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        return direction(self.language)


def load_piece(
    revision: Revision, at: dt.datetime, *, pictures: Collection[str] | None = None
) -> ExportedPiece:
    """The whole text of a version, whatever readers may have of it; its bylines as its page would print them.

    `pictures`: the names of the files that may go out with it; None for all.
    """
    content = content_of(revision)
    edition = make_proof(revision, at=at).edition
    addresses = {href: absolute(path) for href, path in edition.printed["own_pages"].items()}
    bylines = tuple(map(text, edition.printed["bylines"]))
    return ExportedPiece(
        headline=content["headline"],
        dek=content["dek"],
        bylines=bylines,
        body=with_own_links(content["body"], addresses),
        language=content["language"],
        mark=str(CopyMark(str(revision.article.uuid), revision.number, seal_of(bylines))),
        pictures=_pictures(content, pictures),
    )


def _pictures(content: Content, names: Collection[str] | None) -> dict[str, CopiedPicture]:
    """The pictures of the text, by key, as far as there is room; each in the widest size that paper needs."""
    files = (
        PictureFile.objects.current().filter(picture__uuid__in=figure_keys(content)).select_related("picture")
    )
    files = files if names is None else files.filter(name__in=names)
    made = StoredFile.objects.filter(file__in=files, is_master=False, size__isnull=False, width__lte=_WIDEST)
    shown = made.exclude(file_format=FileFormat.AVIF).defer("content").order_by("width")
    widest = {row.file_id: row for row in shown}
    pictures, room = {}, _MOST_BYTES
    for file in files:
        row = widest.get(file.pk)
        content_there = _bytes_of(row) if row and (row.size or 0) <= room else b""
        if row is None or not content_there:
            continue
        room -= len(content_there)
        height = max(row.width * file.height // file.width, 1)
        pictures[str(file.picture.uuid)] = CopiedPicture(
            content_there, str(row.file_format), row.width, height
        )
    return pictures


def _bytes_of(row: StoredFile) -> bytes:
    """The bytes of a rendition; none if the storage has lost it."""
    try:
        return bytes_of(row)
    except FileNotFoundError:
        return b""

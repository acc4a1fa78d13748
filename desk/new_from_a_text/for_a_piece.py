"""A text that was read to be laid over a piece: what of it can be taken, and what an editor must hear about it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from articles.models.article import Article
from desk.models import BroughtText
from intake.drafts.new_piece import NewPiece, new_piece
from intake.findings import FoundPerson, Recognition
from intake.knowledge import Knowledge
from intake.recognition.source import recognise_file, recognise_pasted
from intake.rows import byline_attributes

_ALSO = (
    ("places", "where it ran"),
    ("wordings", "disclaimers"),
    ("disclosures", "what its authors disclose"),
    ("copyright", "copyright"),
    ("licence", "a licence"),
    ("published_on", "a day of publication"),
)
"""Findings that are not taken over a draft, in words."""


@dataclass(frozen=True)
class LaidText:
    """Values of a text that was read. `people`: rows of bylines; `pictures`: key of a figure -> name of its file.

    `mark`: what the file says it was made from; `left_out`: [what, words]; `also`: kinds of facts that are not taken.
    """

    headline: str
    dek: str
    body: str
    editors_note: str
    editing_note: str
    people: list[dict[str, Any]]
    pictures: dict[str, str]
    mark: str
    warnings: list[str]
    left_out: list[list[str]]
    also: list[str]

    @classmethod
    def of(cls, text: BroughtText) -> Self:
        """The values of a brought text that was read; those that an earlier release did not read are empty."""
        values: dict[str, Any] = text.read or {}
        return cls(**{field.name: values[field.name] for field in fields(cls)})


def read_for_piece(text: BroughtText, article: Article, knowledge: Knowledge) -> dict[str, Any]:
    """Read a text that is to be laid over a piece, with the piece's house and content type. Raises CannotRead."""
    content = bytes(text.content)
    known = {"institution": article.institution.code, "kind": article.kind.code}
    if text.file_name:
        recognition = recognise_file(text.file_name, content, knowledge, **known)
    else:
        recognition = recognise_pasted(content.decode(), knowledge, **known)
    return asdict(_laid(recognition, new_piece(recognition, knowledge, is_archive=False)))


def _laid(recognition: Recognition, piece: NewPiece) -> LaidText:
    return LaidText(
        headline=piece.headline,
        dek=piece.dek,
        body=piece.body,
        editors_note=piece.editors_note,
        editing_note=piece.editing_note,
        people=[_row(person) for person in piece.credits],
        pictures={picture.key: picture.file_name for picture in recognition.pictures},
        mark=recognition.mark,
        warnings=[*recognition.doubts, *recognition.remarks, *recognition.warnings],
        left_out=[[part.what, part.text] for part in recognition.left_out],
        also=list(_also(recognition)),
    )


def _row(person: FoundPerson) -> dict[str, Any]:
    return byline_attributes(person) | {"printed": person.name}


def _also(recognition: Recognition) -> Iterator[str]:
    for name, words in _ALSO:
        if getattr(recognition, name):
            yield words

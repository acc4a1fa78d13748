"""A text that was read to be laid over a piece: what of it can be taken, and what an editor must hear about it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from articles.models.article import Article
from desk.models import BroughtText
from intake.drafts.new_piece import new_piece
from intake.findings import FoundPerson, Recognition
from intake.knowledge import Knowledge
from intake.recognition.source import recognise_over_a_piece, recognise_pasted
from intake.rows import byline_attributes
from intake.sources.from_word import TRACKED

_REFUSED = ("headline", "dek", "body", "pictures")
KEPT_BESIDE = frozenset({"comment", "deleted words"})
"""Names of what is left out of a text, and kept beside it."""
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
    `changes` and `comments`: its margin. `refused`: headline, dek, body and pictures with its tracked changes refused,
    None for a text without any.
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
    changes: list[dict[str, Any]]
    comments: list[dict[str, Any]]
    refused: dict[str, Any] | None = None

    @classmethod
    def of(cls, text: BroughtText) -> Self:
        """The values of a brought text that was read; those that an earlier release did not read are empty."""
        values: dict[str, Any] = text.read or {}
        return cls(**{field.name: values[field.name] for field in fields(cls)})

    def with_changes_refused(self) -> Self:
        """The same as it was before its tracked changes; itself if it has none."""
        return replace(self, **self.refused) if self.refused else self


def read_for_piece(text: BroughtText, article: Article, knowledge: Knowledge) -> dict[str, Any]:
    """Read a text that is to be laid over a piece, with the piece's house and content type. Raises CannotRead."""
    content = bytes(text.content)
    known: dict[str, Any] = {"institution": article.institution.code, "kind": article.kind.code}
    if not text.file_name:
        return asdict(_laid_text(recognise_pasted(content.decode(), knowledge, **known), knowledge))
    laid = _laid_text(recognise_over_a_piece(text.file_name, content, knowledge, **known), knowledge)
    if laid.changes:
        before = _laid_text(
            recognise_over_a_piece(text.file_name, content, knowledge, **known, refuses=True), knowledge
        )
        laid = replace(laid, refused={name: getattr(before, name) for name in _REFUSED})
    return asdict(laid)


def _laid_text(recognition: Recognition, knowledge: Knowledge) -> LaidText:
    piece, margin = new_piece(recognition, knowledge, is_archive=False), recognition.margin
    return LaidText(
        headline=piece.headline,
        dek=piece.dek,
        body=piece.body,
        editors_note=piece.editors_note,
        editing_note=piece.editing_note,
        people=[_row(person) for person in piece.credits],
        pictures={picture.key: picture.file_name for picture in recognition.pictures},
        mark=recognition.mark,
        warnings=[*recognition.doubts, *remarks_on(recognition), *recognition.warnings],
        left_out=[[part.what, part.text] for part in recognition.left_out if part.what not in KEPT_BESIDE],
        changes=[asdict(change) for change in margin.changes],
        comments=[asdict(comment) for comment in margin.comments],
        also=list(_also(recognition)),
    )


def _row(person: FoundPerson) -> dict[str, Any]:
    return byline_attributes(person) | {"printed": person.name}


def remarks_on(recognition: Recognition) -> list[str]:
    """The remarks on reading; without that on tracked changes where an editor chooses what becomes of these."""
    is_asked = bool(recognition.margin.changes)
    return [remark for remark in recognition.remarks if not (is_asked and remark.startswith(TRACKED))]


def _also(recognition: Recognition) -> Iterator[str]:
    for name, words in _ALSO:
        if getattr(recognition, name):
            yield words

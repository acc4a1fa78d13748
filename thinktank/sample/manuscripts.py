"""Create the manuscript of a sample piece: the article and its rows, as the editors' form saves them."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from articles.models import Appearance, Article, Attachment, Byline, Disclosure
from articles.models.topic import topics_named
from authors.models import Author
from disclaimers.models import Institution, Kind, Licence
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture
from thinktank.sample.pieces import SamplePiece, with_pictures

_MODEL_BY_CODE: Mapping[str, type[models.Model]] = {
    "institution": Institution,
    "kind": Kind,
    "licence": Licence,
}
"""Foreign keys that a file fills with the code of a record."""


def create_manuscript(
    piece: SamplePiece,
    original: Article | None,
    pictures: Mapping[str, Picture],
    documents: Mapping[str, Document],
) -> Article:
    """Create the article with all its rows. `original` is the article that it translates."""
    facts = {
        name: _MODEL_BY_CODE[name]._default_manager.get(code=value) if name in _MODEL_BY_CODE else value
        for name, value in piece.facts.items()
    }
    facts |= {f"lead_{name}": value for name, value in piece.lead.items()}
    if piece.lead:
        facts["lead_picture"] = pictures[piece.lead["picture"]]
    body = with_pictures(piece.body, {name: picture.uuid for name, picture in pictures.items()})
    article = Article(**facts, body=body, is_archive=piece.is_archive, translation_of=original)
    article.full_clean()
    article.save()
    for order, row in enumerate(piece.bylines, start=1):
        _save(Byline(article=article, order=order, **_with_person(row)))
    for order, row in enumerate(piece.disclosures, start=1):
        _save(Disclosure(article=article, order=order, **_with_person(row)))
    for order, place in enumerate(piece.appearances, start=1):
        outlet = Outlet.objects.get(name=place.outlet) if place.outlet else None
        _save(Appearance(article=article, order=order, outlet=outlet, **place.fields))
    for order, row in enumerate(piece.files, start=1):
        _save(Attachment(article=article, order=order, **{**row, "document": documents[row["document"]]}))
    article.tags.set(topics_named(piece.topics, language=article.language))
    return article


def _with_person(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with the author's record in place of their name. A row with `name` is a person without a record."""
    if "author" not in row:
        return dict(row)
    return {**row, "author": Author.objects.get(display_name=row["author"])}


def _save(row: models.Model) -> None:
    row.full_clean()
    row.save()

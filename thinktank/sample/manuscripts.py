"""A piece of the sample as a manuscript: the article and its rows, as an editor's form would write them."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from articles.models import Appearance, Article, Byline, Disclosure, Topic
from articles.topics import topics_named
from authors.models import Author
from disclaimers.models import Institution, Kind, Licence
from outlets.models import Outlet
from thinktank.sample.pieces import Piece

_POINTERS: Mapping[str, type[models.Model]] = {"institution": Institution, "kind": Kind, "licence": Licence}
"""Fields that a file fills with a code."""


def manuscript(piece: Piece, original: Article | None) -> Article:
    """Write it down. `original`: our own piece that this one translates."""
    facts = {
        name: _POINTERS[name]._default_manager.get(code=value) if name in _POINTERS else value
        for name, value in piece.facts.items()
    }
    article = Article(**facts, body=piece.body, is_archive=piece.is_archive, translation_of=original)
    article.full_clean()
    article.save()
    for order, row in enumerate(piece.bylines, start=1):
        _keep(Byline(article=article, order=order, **_with_person(row)))
    for order, row in enumerate(piece.disclosures, start=1):
        _keep(Disclosure(article=article, order=order, **_with_person(row)))
    for order, ran in enumerate(piece.appearances, start=1):
        outlet = Outlet.objects.get(name=ran.outlet) if ran.outlet else None
        _keep(Appearance(article=article, order=order, outlet=outlet, **ran.fields))
    article.tags.set(topics_named(Topic, piece.topics))
    return article


def _with_person(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with the person's record in place of the name; a person without a record stands as `name`."""
    if "author" not in row:
        return dict(row)
    return {**row, "author": Author.objects.get(display_name=row["author"])}


def _keep(row: models.Model) -> None:
    row.full_clean()
    row.save()

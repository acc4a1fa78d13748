"""A new piece becomes records: article, bylines, places, disclaimers, and the source it came from; then a draft."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from articles.acts import save_draft
from articles.acts.ledger import Actor
from articles.manuscript_fields import APPEARANCES, BYLINES, DISCLOSURES, FIELDS, ManuscriptField
from articles.models.appearance import Appearance
from articles.models.article import Article, IntakeSource, PinnedWording
from articles.models.byline import Byline, Disclosure
from articles.models.revision import Revision
from intake.drafts.new_piece import CannotTake, NewPiece, required
from intake.rows import name_alone
from prose.links import comparable_url

_LABEL = "from a text"


@transaction.atomic
def create(
    piece: NewPiece,
    *,
    by: Actor,
    at: dt.datetime,
    sha256: str = "",
    file_name: str = "",
    report: dict[str, Any],
) -> Revision:
    """Make the article with all its rows and save it as a draft; its first version is given back.

    Raises `CannotTake` with a sentence where a value does not fit. `sha256` is of the source's bytes.
    """
    required(piece)
    article = Article(**_attributes(FIELDS, piece))
    _save(article)
    for row in _rows(article, piece):
        _save(row)
    if sha256:
        _save(IntakeSource(article=article, sha256=sha256, file_name=file_name[-255:], report=report))
    return save_draft(article, by=by, at=at, base=0, label=_LABEL)


def _rows(article: Article, piece: NewPiece) -> list[Model]:
    rows: list[Model] = []
    for order, credit in enumerate(piece.credits, start=1):
        attributes = _attributes(BYLINES.fields, credit)
        if credit.author:
            attributes["name"] = ""
        rows.append(Byline(article=article, order=order, **attributes))
    for order, place in enumerate(piece.places, start=1):
        name = "" if place.outlet else name_alone(place)
        attributes = _attributes(APPEARANCES.fields, place)
        rows.append(Appearance(article=article, order=order, outlet_name=name, **attributes))
    for order, (wording, own_text) in enumerate(piece.pins, start=1):
        rows.append(PinnedWording(article=article, order=order, wording_id=wording, own_text=own_text))
    for order, disclosure in enumerate(piece.disclosures, start=1):
        rows.append(Disclosure(article=article, order=order, **_attributes(DISCLOSURES.fields, disclosure)))
    return rows


def _attributes(fields: Iterable[ManuscriptField], values: object) -> dict[str, Any]:
    """The model's attributes for the fields that these values have a member for."""
    return {field.attribute: getattr(values, field.name) for field in fields if hasattr(values, field.name)}


def _save(row: Model) -> None:
    """Every rule of the form holds for what comes in by file, too."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise CannotTake(" ".join(error.messages)) from error
    row.save()


def taken_before(sha256: str) -> Article | None:
    """The article made from exactly these bytes, if there is one."""
    source = IntakeSource.objects.select_related("article").filter(sha256=sha256).first()
    return source.article if source else None


def looks_like(piece: NewPiece) -> list[Article]:
    """Pieces the desk has under the same headline, here or there, or that ran at the same address."""
    found: dict[int, Article] = {}
    if words := re.findall(r"\w+", piece.headline):
        same = r"^\W*" + r"\W+".join(words) + r"\W*$"
        for query in ({"headline__iregex": same}, {"appearances__headline__iregex": same}):
            found |= {row.pk: row for row in Article.objects.filter(**query)[:5]}
    addresses = {comparable_url(place.url) for place in piece.places if place.url}
    hosts = {address.split("/")[2] for address in addresses if address.count("/") > 2}
    for host in hosts:
        for row in Appearance.objects.filter(url__icontains=host).select_related("article"):
            if comparable_url(row.url) in addresses:
                found[row.article_id] = row.article
    return list(found.values())

"""Create a piece out of a new piece: article, bylines, appearances, disclaimers, disclosures, source; then a draft."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.urls import reverse

from articles.acts import save_draft
from articles.acts.ledger import Actor
from articles.acts.rights import required_credit
from articles.addresses import absolute
from articles.manuscript_fields import DISCLOSURES, FIELDS
from articles.models.appearance import Appearance, Relation
from articles.models.article import Article, IntakeSource, PinnedWording
from articles.models.byline import Byline, Disclosure
from articles.models.edition import Edition
from articles.models.revision import Revision
from intake.drafts.new_piece import CannotTake, NewPiece, check_complete
from intake.rows import appearance_attributes, attributes, byline_attributes
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
    """Make the article with all its rows and save it as a draft; returns its first revision.

    `sha256` is of the source's bytes. Raises `CannotTake` with a sentence where a value does not fit.
    """
    check_complete(piece)
    article = Article(**attributes(FIELDS, piece))
    _save(article)
    for row in _rows(article, piece):
        _save(row)
    if sha256:
        _save(IntakeSource(article=article, sha256=sha256, file_name=file_name[-255:], report=report))
    return save_draft(article, by=by, at=at, base=0, label=_LABEL)


def _rows(article: Article, piece: NewPiece) -> Iterator[Model]:
    for order, person in enumerate(piece.credits, start=1):
        yield Byline(article=article, order=order, **byline_attributes(person))
    for order, place in enumerate(piece.places, start=1):
        row = Appearance(article=article, order=order, **appearance_attributes(place))
        yield row
        if place.permission and row.relation == Relation.EXCERPTED:
            yield required_credit(row, place.permission)
    for order, (wording, own_text) in enumerate(piece.pins, start=1):
        yield PinnedWording(article=article, order=order, wording_id=wording, own_text=own_text)
    for order, disclosure in enumerate(piece.disclosures, start=1):
        yield Disclosure(article=article, order=order, **attributes(DISCLOSURES.fields, disclosure))


def _save(row: Model) -> None:
    """Save a row under every rule of the form. Raises `CannotTake`."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise CannotTake(" ".join(error.messages)) from error
    row.save()


def article_made_from(sha256: str) -> Article | None:
    """The article made from exactly these bytes, or None."""
    source = IntakeSource.objects.select_related("article").filter(sha256=sha256).first()
    return source.article if source else None


def is_in_trash(article: Article) -> bool:
    return not Article.objects.kept().filter(pk=article.pk).exists()


def similar_articles(piece: NewPiece) -> list[Article]:
    """Articles with the same headline, here or elsewhere, or that ran at the same address. The trash is left out."""
    articles: dict[int, Article] = {}
    kept = Article.objects.kept()
    if words := re.findall(r"\w+", piece.headline):
        headline = r"^\W*" + r"\W+".join(words) + r"\W*$"
        for query in ({"headline__iregex": headline}, {"appearances__headline__iregex": headline}):
            articles |= {article.pk: article for article in kept.filter(**query).order_by("pk")[:5]}
    addresses = {comparable_url(place.url) for place in piece.places if place.url}
    hosts = {address.split("/")[2] for address in addresses if address.count("/") > 2}
    for host in hosts:
        rows = Appearance.objects.filter(url__icontains=host, article__in=kept)
        for row in rows.select_related("article"):
            if comparable_url(row.url) in addresses:
                articles[row.article_id] = row.article
    return list(articles.values())


def address_of(article: Article, at: dt.datetime) -> str:
    """Address, with the host, of the article's page while it is live, else of its form on the desk."""
    live = Edition.objects.filter(article=article).live(at).select_related("permalink").first()
    if live:
        return absolute(live.permalink.path)
    return absolute(reverse("admin:articles_article_change", args=[article.pk]))

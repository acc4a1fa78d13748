"""The trash: pieces that readers never had are thrown away, put back, and emptied after 30 days."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from articles.acts.errors import ActRefused
from articles.acts.ledger import Actor, enter, record, work_before_the_trash
from articles.models.approval import Approval
from articles.models.article import Article
from articles.models.batch import BatchItem
from articles.models.desk import DeskState
from articles.models.edition import (
    Edition,
    EditionByline,
    EditionDocument,
    EditionOutlet,
    EditionPicture,
    EditionText,
    EditionTopic,
    Permalink,
)
from articles.models.edition_card import EditionCard
from articles.models.emptied import EmptiedPiece
from articles.models.grouping.series import EditionSeries
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.models.rights import RightsRecord
from articles.states import Act, Work

KEPT_FOR = dt.timedelta(days=30)
"""Time for which a piece stays in the trash; `may_be_emptied` in the database has the same."""


@transaction.atomic
def spike(article: Article, *, by: Actor, at: dt.datetime, reason: str = "") -> LedgerEntry:
    """Move a piece that readers never had to the trash."""
    timeline = enter(Act.SPIKE, article, by=by, at=at)
    return record(Act.SPIKE, article, timeline, by=by, reason=reason)


@transaction.atomic
def unspike(article: Article, *, by: Actor, at: dt.datetime, reason: str = "") -> LedgerEntry:
    """Put a piece back from the trash, into the hands that it was in before."""
    timeline = enter(Act.UNSPIKE, article, by=by, at=at)
    return record(Act.UNSPIKE, article, timeline, by=by, reason=reason, work=work_before_the_trash(timeline))


def due(at: dt.datetime) -> QuerySet[DeskState]:
    """Pieces that have been in the trash for 30 days, in the order in which they went there."""
    return DeskState.objects.filter(work=Work.SPIKED, work_since__lte=at - KEPT_FOR).order_by("work_since")


@transaction.atomic
def empty(article_id: int, *, at: dt.datetime) -> EmptiedPiece | None:
    """Delete a piece that is due, with all its versions and its history; one line stays on record.

    Returns None if it was put back meanwhile. Raises ActRefused if another record refers to it.
    """
    article = Article.objects.select_for_update(of=("self",)).filter(pk=article_id).first()
    desk = due(at).select_related("work_entry__actor").filter(article=article_id).first()
    if article is None or desk is None or desk.work_entry is None:
        return None
    if sentence := hindrance(article):
        raise ActRefused(sentence)
    first = Revision.objects.filter(article=article).order_by("number").first()
    line = EmptiedPiece.objects.create(
        uuid=article.uuid,
        versions=desk.head_number,
        begun_at=first.saved_at if first else desk.work_entry.at,
        begun_by=first.saved_by if first else None,
        trashed_at=desk.work_entry.at,
        trashed_by=desk.work_entry.actor,
        emptied_at=at,
    )
    for rows in (*_rows_at_versions(article), *_records(article)):
        # Not by Django's `delete`, which refuses a row for the sake of another that goes in the same transaction.
        rows._raw_delete(rows.db)
    article.delete()
    return line


def _records(article: Article) -> list[QuerySet[Any]]:
    """All rows that refer to a piece and are no part of its manuscript, in an order in which they can go."""
    of_edition = {"edition__article": article}
    return [
        EditionTopic.objects.filter(content_object__article=article),
        EditionSeries.objects.filter(**of_edition),
        EditionByline.objects.filter(**of_edition),
        EditionOutlet.objects.filter(**of_edition),
        EditionPicture.objects.filter(**of_edition),
        EditionDocument.objects.filter(**of_edition),
        EditionText.objects.filter(**of_edition),
        EditionCard.objects.filter(**of_edition),
        Edition.objects.filter(article=article),
        Permalink.objects.filter(article=article),
        RightsRecord.objects.filter(article=article),
        BatchItem.objects.filter(article=article),
        Approval.objects.filter(article=article),
        Revision.objects.filter(article=article),
        LedgerEntry.objects.filter(article=article),
    ]


def _rows_at_versions(article: Article) -> Iterator[QuerySet[Any]]:
    """Rows of any app that hang on a version alone: those that also name the piece go along with it, or are records."""
    for relation in Revision._meta.get_fields(include_hidden=True):
        model: Any = relation.related_model
        if relation.one_to_many and all(field.related_model is not Article for field in model._meta.fields):
            name = relation.remote_field.name  # type: ignore[union-attr]
            yield model._base_manager.filter(**{f"{name}__article": article})


def hindrance(article: Article) -> str:
    """Why a piece that is due cannot be emptied, as a sentence; empty if it can."""
    for rows, sentence in (
        (article.reprints.all(), "A reprint of it is on record"),
        (article.translations.all(), "Another piece is said to be a translation of it"),
        (article.made_pieces.all(), "Another piece is said to be made from it"),
    ):
        if rows.exists():
            return f"{sentence}: it stays in the trash until that is changed."
    return ""

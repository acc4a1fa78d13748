"""What uses a record: pieces and their saved versions, pages that readers have had, other records."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.manuscript_fields import FIELDS, ROWS
from articles.models.article import Article, ArticleTopic
from articles.models.edition import Edition
from articles.models.grouping.series import EditionSeries, Series, calling_it_so
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.models.topic import Topic
from disclaimers.models import Disclaimer, Institution, Kind, Wording
from website.models.front_page import Arrangement

MOST_NAMED = 20
_ROW_MODELS = tuple(rows.model for rows in ROWS)
_HISTORIES: tuple[tuple[Any, str], ...] = ((LedgerEntry, "actor"), (LogEntry, "user"))


def uses_of(record: models.Model) -> list[str]:
    """A sentence for each use that keeps the record; none if it may be deleted."""
    return [
        *_pieces(record),
        *_printed_texts(record),
        *_merges(record),
        *_uses_of_a_kind(record),
        *_changes_by(record),
        *_had_by_readers(record),
        *(_in_words(model, count) for model, count in _other_records(record)),
    ]


def goes_along(record: models.Model) -> list[str]:
    """What is deleted with the record, as in "post: senior fellow, Gower House"."""
    rows = [
        *_texts(record),
        *(row for relation in _relations(record, models.CASCADE) for row in _rows(relation, record)),
    ]
    named = [f"{row._meta.verbose_name}: {row}" for row in rows[:MOST_NAMED]]
    return [*named, f"and {len(rows) - MOST_NAMED} more"] if len(rows) > MOST_NAMED else named


def delete_texts(record: models.Model) -> None:
    """Delete the texts of a disclaimer that nothing uses: they keep it from being deleted alone."""
    for text in _texts(record):
        text.delete()


def _pieces(record: models.Model) -> Iterator[str]:
    keys = {key for naming in _naming(record) for key in naming}
    if not keys:
        return
    had = Edition.objects.filter(article__in=keys).values("article").distinct().count()
    pieces = "1 piece names it" if len(keys) == 1 else f"{len(keys)} pieces name it"
    printed = f"; readers have had, or will have, {had} of them" if had else ""
    yield f"{pieces}, in a draft or in a saved version{printed}."


def _naming(record: models.Model) -> Iterator[Any]:
    """Keys of the pieces that name it: manuscripts, and versions that can be brought back."""
    for field in FIELDS:
        if field.kind == "reference" and _target(Article, field.name) is type(record):
            yield Article.objects.filter(**{field.attribute: record.pk}).values_list("pk", flat=True)
            yield _versions(Q(**{f"content__{field.key}": record.pk}))
    for rows in ROWS:
        for field in rows.fields:
            if field.kind == "reference" and _target(rows.model, field.name) is type(record):
                yield rows.model.objects.filter(**{field.attribute: record.pk}).values_list(
                    "article", flat=True
                )
                yield _versions(Q(**{f"content__{rows.name}__contains": [{field.key: record.pk}]}))
    if isinstance(record, Topic):
        yield ArticleTopic.objects.filter(tag=record).values_list("content_object", flat=True)
        yield _versions(Q(content__topics__contains=[record.slug]))
    if isinstance(record, Series):
        yield calling_it_so(Article.objects.all(), "series", record).values_list("pk", flat=True)
        yield EditionSeries.objects.filter(series=record).values_list("edition__article", flat=True)


def _versions(condition: Q) -> Any:
    return Revision.objects.filter(condition).order_by().values_list("article", flat=True).distinct()


def _target(model: Any, name: str) -> Any:
    return model._meta.get_field(name).related_model


def _texts(record: models.Model) -> list[Wording]:
    return list(record.wordings.all()) if isinstance(record, Disclaimer) else []


def _printed_texts(record: models.Model) -> Iterator[str]:
    for text in [record] if isinstance(record, Wording) else _texts(record):
        if isinstance(record, Disclaimer):
            yield from _pieces(text)
        if Edition.objects.saying(text.pk).exists():
            yield f"Pages say “{text}”, and keep it."


def _merges(record: models.Model) -> Iterator[str]:
    if getattr(record, "merged_into_id", None):
        yield "It is merged into another record, and its address leads there."


def _uses_of_a_kind(record: models.Model) -> Iterator[str]:
    """Houses whose usual content type it is, and disclaimers for it, which would stand on every piece without it."""
    if isinstance(record, Kind):
        for house in Institution.objects.filter(default_kind=record):
            yield f"It is the usual content type of {house}: choose another there first."
        for disclaimer in Disclaimer.objects.filter(kinds=record):
            yield f"The disclaimer “{disclaimer}” is only for some content types, and this is one of them."


def _changes_by(record: models.Model) -> Iterator[str]:
    if isinstance(record, User) and any(
        model.objects.filter(**{by: record}).exists() for model, by in _HISTORIES
    ):
        yield "The history names it."


def _had_by_readers(record: models.Model) -> Iterator[str]:
    if isinstance(record, Arrangement) and record.has_begun(timezone.now()):
        yield "Readers have had it: it stays on record."


def _other_records(record: models.Model) -> Iterator[tuple[type[models.Model], int]]:
    for relation in _relations(record, models.PROTECT):
        model: Any = relation.related_model
        names = {field.name for field in model._meta.fields}
        is_row_of_a_piece = model is Article or names & {"edition", "content_object"} or model in _ROW_MODELS
        if is_row_of_a_piece or model is LedgerEntry or (model is Wording and isinstance(record, Disclaimer)):
            continue
        if count := _rows(relation, record).count():
            yield model, count


def _relations(record: models.Model, on_delete: Any) -> Iterator[Any]:
    """Foreign keys of other models to this one, those without a name on it included."""
    found: Any = record._meta.get_fields(include_hidden=True)
    keys = (each for each in found if each.auto_created and not each.concrete and not each.many_to_many)
    return (
        each for each in keys if each.on_delete is on_delete and not each.related_model._meta.auto_created
    )


def _rows(relation: Any, record: models.Model) -> Any:
    return relation.related_model._default_manager.filter(**{relation.field.name: record})


def _in_words(model: Any, count: int) -> str:
    """ "1 post names it.", "3 posts name it." """
    if count == 1:
        return f"1 {model._meta.verbose_name} names it."
    return f"{count} {model._meta.verbose_name_plural} name it."

"""Editions by the records that they print: which pages name a person, carry a text, bear a licence."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, Q
from django.db.models.fields.json import KT

from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.topic import Topic
from articles.querysets import EditionQuerySet, with_merged
from authors.models import Appointment, Author
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Licence, Wording
from outlets.models import Outlet


def editions_printing(record: Model) -> EditionQuerySet:
    """The editions that print a record, or one that was merged into it; none for a kind of record that none prints."""
    find = _FINDERS.get(type(record))
    return find(record) if find else Edition.objects.none()


def may_print(record: Model) -> EditionQuerySet:
    """The editions that would print a record if they were printed today, and others: a new text is in none yet."""
    return editions_printing(record) if type(record) in _NAMED_BY_THE_PIECE else Edition.objects.all()


def _by_rows(model: Any, field: str, key: int) -> EditionQuerySet:
    rows = model._default_manager.filter(with_merged(model, field, key))
    return Edition.objects.filter(pk__in=rows.values("content_object" if field == "tag" else "edition"))


def _of_style(style: HouseStyle) -> EditionQuerySet:
    """The editions in the style's language of its institution and the centres below it."""
    regional = f"{style.language.split('-')[0]}-"
    in_language = Q(language=style.language) | Q(language__startswith=regional)
    return Edition.objects.published_under(style.institution_id).filter(in_language)


def _of_kind(kind: Kind) -> EditionQuerySet:
    return Edition.objects.alias(kind=KT("printed__records__kind")).filter(kind=str(kind.pk))


_FINDERS: dict[type[Model], Callable[[Any], EditionQuerySet]] = {
    Author: lambda author: _by_rows(EditionByline, "author", author.pk),
    Appointment: lambda post: _by_rows(EditionByline, "author", post.author_id),
    Outlet: lambda outlet: _by_rows(EditionOutlet, "outlet", outlet.pk),
    Topic: lambda topic: _by_rows(EditionTopic, "tag", topic.pk),
    Institution: lambda institution: Edition.objects.filter(house=institution.pk),
    HouseStyle: _of_style,
    Kind: _of_kind,
    Wording: lambda wording: Edition.objects.saying(wording.pk),
    Disclaimer: lambda row: Edition.objects.filter(printed__wordings__contains=[{"disclaimer": row.code}]),
    Licence: lambda licence: Edition.objects.filter(
        Q(revision__content__licence_id=licence.pk) | Q(printed__terms__licence__id=licence.pk)
    ),
}
_NAMED_BY_THE_PIECE = (Author, Appointment, Outlet, Topic, Kind, Licence)

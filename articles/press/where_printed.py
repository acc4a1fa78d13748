"""Editions by the records that they print: which pages name a person, carry a text, bear a licence."""

from collections.abc import Callable
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any

from django.db.models import BooleanField, F, Func, JSONField, Model, Q, Value
from django.db.models.fields.json import KT

from articles.models.edition import (
    Edition,
    EditionByline,
    EditionDocument,
    EditionOutlet,
    EditionPicture,
    EditionTopic,
)
from articles.models.grouping.series import EditionSeries, Series
from articles.models.topic import Topic
from articles.models.uses.attachment import Attachment
from articles.models.uses.picture_use import PictureUse
from articles.querysets import EditionQuerySet, with_merged
from authors.models import Appointment, Author
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Licence, Wording
from disclaimers.models.institution_name import InstitutionName
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Clearance, Picture


def editions_printing(record: Model) -> EditionQuerySet:
    """The editions that print a record, or one that was merged into it; none for a kind of record that none prints."""
    find = _FINDERS.get(type(record))
    return find(record) if find else Edition.objects.none()


def may_print(record: Model) -> EditionQuerySet:
    """The editions that would print a record if they were printed today, and others: a new text is in none yet."""
    if isinstance(record, Picture | Document):
        return using(record)
    return editions_printing(record) if type(record) in _NAMED_BY_THE_PIECE else Edition.objects.all()


def using(record: Picture | Document) -> EditionQuerySet:
    """The editions of pieces that use it now, or showed it once: without permission they do not print it."""
    uses, printed = (
        (PictureUse, EditionPicture) if isinstance(record, Picture) else (Attachment, EditionDocument)
    )
    whose = {str(record._meta.model_name): record}
    named = uses._default_manager.filter(**whose).values("article")
    shown = printed._default_manager.filter(**whose).values("edition__article")
    return Edition.objects.filter(Q(article__in=named) | Q(article__in=shown))


def is_on_faces(record: Model) -> bool:
    """True for a picture that is a portrait or a logo, and for a licence of such a picture: they draw today's facts."""
    pictures = Picture.objects.filter(Q(portraits__isnull=False) | Q(logos__isnull=False))
    if isinstance(record, Licence):
        under_it = Clearance.objects.for_everything().filter(with_merged(Clearance, "licence", record.pk))
        return pictures.filter(clearances__in=under_it).exists()
    return isinstance(record, Picture) and pictures.filter(pk=record.pk).exists()


def _by_rows(model: Any, field: str, key: int) -> EditionQuerySet:
    rows = model._default_manager.filter(with_merged(model, field, key))
    return Edition.objects.filter(pk__in=rows.values("content_object" if field == "tag" else "edition"))


def _of_institution(house: Institution) -> EditionQuerySet:
    """Its own editions, those of centres that have something from it, and those that name it as somebody's post."""
    houses = [house, *house.merged.all()]
    others = (*map(_inheriting, houses), _with_a_post_at(house, houses))
    return Edition.objects.filter(
        Q(house__in=[each.pk for each in houses])
        | Q(*(("pk__in", some.values("pk")) for some in others), _connector=Q.OR)
    )


def _inheriting(house: Institution) -> EditionQuerySet:
    """Editions that print a label, a holder or terms which they have from this institution above their own."""
    from_it = _printed_has(f'$.records ? (@.inherited.* == @.above."{house.code}")')
    return Edition.objects.filter(from_it, printed__records__above__has_key=house.code)


def _with_a_post_at(house: Institution, houses: list[Institution]) -> EditionQuerySet:
    """Editions whose people had a post there, under a name of these houses: it, and those that were merged into it."""
    rows = InstitutionName.objects.filter(institution__in=houses).values_list("name", "short_name")
    own = ((each.name, each.short_name) for each in houses)
    names = sorted({*chain.from_iterable((*own, *rows))} - {""})
    people = Author.objects.filter(appointments__institution=house).values("pk")
    credited = EditionByline.objects.filter(Q(author__in=people) | Q(author__merged_into__in=people))
    names_it = _printed_has("$.records.people.*.house ? (@ == $names[*])", names=names)
    return Edition.objects.filter(names_it, pk__in=credited.values("edition"))


def _printed_has(path: str, **variables: Any) -> Func:
    """Condition: a JSON path finds something in what an edition printed (PostgreSQL, jsonb_path_exists)."""
    as_path = Func(Value(path), template="(%(expressions)s)::jsonpath")
    return Func(
        F("printed"),
        as_path,
        Value(variables, JSONField()),
        function="jsonb_path_exists",
        output_field=BooleanField(),
    )


def _of_style(style: HouseStyle) -> EditionQuerySet:
    """The editions in the style's language of its institution and the centres below it."""
    regional = f"{style.language.split('-')[0]}-"
    in_language = Q(language=style.language) | Q(language__startswith=regional)
    return Edition.objects.published_under(style.institution_id).filter(in_language)


def _of_kind(kind: Kind) -> EditionQuerySet:
    keys = [kind.pk, *kind.merged.values_list("pk", flat=True)]
    return Edition.objects.alias(kind=KT("printed__records__kind")).filter(kind__in=list(map(str, keys)))


def _with_disclaimer(disclaimer: Disclaimer) -> EditionQuerySet:
    codes = [disclaimer.code, *disclaimer.merged.values_list("code", flat=True)]
    carried = (Q(printed__wordings__contains=[{"disclaimer": code}]) for code in codes)
    return Edition.objects.filter(reduce(or_, carried))


def _under_licence(licence: Licence) -> EditionQuerySet:
    """The editions whose text is under it, and those with a picture or a file under it.

    Only editions with pictures or files are read.
    """
    keys = [licence.pk, *licence.merged.values_list("pk", flat=True)]
    has_pictures = Q(pk__in=EditionPicture.objects.order_by().values("edition"))
    has_documents = Q(pk__in=EditionDocument.objects.order_by().values("edition"))
    return Edition.objects.filter(
        Q(revision__content__licence_id__in=keys)
        | Q(printed__terms__licence__id__in=keys)
        | (has_pictures & Q(_printed_has("$.pictures.*.licence_id ? (@ == $keys[*])", keys=keys)))
        | (has_documents & Q(_printed_has("$.documents[*].licence_id ? (@ == $keys[*])", keys=keys)))
    )


_FINDERS: dict[type[Model], Callable[[Any], EditionQuerySet]] = {
    Author: lambda author: _by_rows(EditionByline, "author", author.pk),
    Appointment: lambda post: _by_rows(EditionByline, "author", post.author_id),
    Outlet: lambda outlet: _by_rows(EditionOutlet, "outlet", outlet.pk),
    Topic: lambda topic: _by_rows(EditionTopic, "tag", topic.pk),
    Series: lambda series: _by_rows(EditionSeries, "series", series.pk),
    Institution: _of_institution,
    HouseStyle: _of_style,
    Kind: _of_kind,
    Wording: lambda wording: Edition.objects.saying(wording.pk),
    Disclaimer: _with_disclaimer,
    Licence: _under_licence,
    Picture: lambda picture: Edition.objects.filter(
        pk__in=EditionPicture.objects.filter(picture=picture).values("edition")
    ),
    Document: lambda document: Edition.objects.filter(
        pk__in=EditionDocument.objects.filter(document=document).values("edition")
    ),
}
_NAMED_BY_THE_PIECE = (Author, Appointment, Outlet, Topic, Series, Kind, Licence)

"""People, outlets, series and houses of which public pages say more than a name: who they are follows from editions.

Their pages exist from their first edition on. Once none of their pieces is listed any more, the page of a person or an
outlet keeps the name alone.
"""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.grouping.series import EditionSeries, SeriesName
from articles.querysets import EditionQuerySet, with_merged
from disclaimers.lineage import DayAt, IsOneOf, zone_of
from disclaimers.models import Institution

Key = int | OuterRef
"""The key of a record, or a reference to it in an outer query. Records merged into it count as it does."""


def credits_of(author: Key) -> QuerySet[EditionByline]:
    """The places in editions that credit a person, or name one whom the piece quotes or interviews."""
    return _rows_of(EditionByline, "author", author)


def places_of(outlet: Key) -> QuerySet[EditionOutlet]:
    """The places in editions that say that the piece ran in an outlet."""
    return _rows_of(EditionOutlet, "outlet", outlet)


def topic_uses(topic: Key) -> QuerySet[EditionTopic, Any]:
    """The places of editions on a topic."""
    named: QuerySet[EditionTopic, Any] = _rows_of(EditionTopic, "tag", topic).annotate(
        edition=F("content_object")
    )
    return named


def parts_of(series: Key) -> QuerySet[EditionSeries]:
    """The places of editions in a series."""
    return _rows_of(EditionSeries, "series", series)


def _rows_of(model: type[models.Model], field: str, record: Key) -> QuerySet[Any]:
    """Rows of a record, or of one that was merged into it.

    Those of a key are looked up first, as an array: of rows of "it or one merged into it" PostgreSQL does not know how
    few there are, and would read all pieces in their order to find the newest of a topic that has three.
    """
    rows: QuerySet[Any] = model._default_manager.order_by()
    if isinstance(record, OuterRef):
        return rows.filter(with_merged(model, field, record))
    own, merged = rows.filter(**{field: record}), rows.filter(**{f"{field}__merged_into": record})
    return rows.filter(IsOneOf(F("pk"), ArraySubquery(own.values("pk").union(merged.values("pk"), all=True))))


def editions_under(house: Any) -> EditionQuerySet:
    """Editions that a house or a centre of it has published, as rows that name themselves as `edition`."""
    return Edition.objects.published_under(house).order_by().annotate(edition=F("pk"))


def names_of_series() -> ArraySubquery:
    """The names and introductions of a series in other languages, as JSON."""
    return names_as_json(SeriesName.objects.filter(series=OuterRef("pk")))


def names_as_json(rows: QuerySet[Any]) -> ArraySubquery:
    """Names in other languages with introductions, as JSON."""
    form = JSONObject(language="language", name="name", introduction="introduction")
    return ArraySubquery(rows.order_by("language").values(form=form))


def is_person_shown(at: dt.datetime) -> Q:
    """Condition for people: a listed piece names them, so that their page says who they are."""
    return Q(Exists(credits_of(OuterRef("pk")).filter(edition__in=_listed_keys(at))), merged_into=None)


def is_outlet_shown(at: dt.datetime) -> Q:
    """Condition for outlets: a listed piece ran there."""
    return Q(Exists(places_of(OuterRef("pk")).filter(edition__in=_listed_keys(at))), merged_into=None)


def is_house_shown(at: dt.datetime) -> Q:
    """Condition for institutions whose face pages show: the desk's first house, and whoever has published a piece."""
    published = Edition.objects.ever_live(at).published_under(OuterRef("pk")).order_by()
    return Q(Q(is_home=True) | Exists(published), merged_into=None)


def day_of_the_desk(at: dt.datetime) -> DayAt:
    """The day at an instant where the desk's first house is, as an expression."""
    return DayAt(at, zone_of(Subquery(Institution.objects.home().order_by().values("pk")[:1])))


def _listed_keys(at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.listed(at).order_by().only("pk")

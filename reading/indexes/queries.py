"""Queries behind the indexes: what listed pieces in a language name (people, outlets, topics, series), with numbers."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce, JSONObject

from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.grouping.series import EditionSeries, Series
from articles.models.topic import Topic
from articles.querysets import SUBJECT_ROLES, EditionQuerySet
from articles.shown_profiles import names_of_series
from articles.states import Surface
from authors.models import Author, AuthorName
from outlets.models import FormerName, Outlet, OutletName
from reading.profiles.queries import names_of_topics

_DAYS = {"language": "language", "from_on": "from_on", "until_on": "until_on"}
Numbers = dict[int, int]
"""By the key of a record: the number of listed pieces that name it."""


def people(at: dt.datetime, language: str, house: int = 0) -> tuple[QuerySet[Author], Numbers]:
    """People whom a listed piece credits, quotes or interviews; of a house those alone whom it credits."""
    credits = EditionByline.objects.filter(edition__in=_in_lists(at, language, house))
    numbers = _numbers(credits.exclude(role__in=SUBJECT_ROLES) if house else credits, "author", "edition")
    names = AuthorName.objects.filter(author=OuterRef("pk")).order_by("language", "from_on", "id")
    form = JSONObject(**_DAYS, name="display_name", suffix="suffix", courtesy="courtesy", rank="rank")
    rows = Author.objects.filter(pk__in=numbers).order_by()
    return rows.annotate(shown_names=ArraySubquery(names.values(form=form))), numbers


def outlets(at: dt.datetime, language: str) -> tuple[QuerySet[Outlet], Numbers]:
    """Outlets that a listed piece names."""
    numbers = _numbers(EditionOutlet.objects.filter(edition__in=_in_lists(at, language)), "outlet", "edition")
    former = FormerName.objects.filter(outlet=OuterRef("pk")).order_by("-until_on")
    others = OutletName.objects.filter(outlet=OuterRef("pk")).order_by("language", "from_on", "id")
    words = {"name": "name", "article": "article", "rule": "article_rule"}
    rows = Outlet.objects.filter(pk__in=numbers).order_by()
    annotated: QuerySet[Outlet] = rows.annotate(
        shown_former=ArraySubquery(
            former.values(form=JSONObject(**words, from_on="from_on", until_on="until_on"))
        ),
        shown_names=ArraySubquery(others.values(form=JSONObject(**words, **_DAYS))),
    )
    return annotated, numbers


def topics(at: dt.datetime, language: str, house: int = 0) -> tuple[QuerySet[Topic], Numbers]:
    """Topics of listed pieces, at will of those of a house and its centres."""
    uses = EditionTopic.objects.filter(content_object__in=_in_lists(at, language, house))
    numbers = _numbers(uses, "tag", "content_object")
    rows: QuerySet[Topic] = Topic.objects.filter(pk__in=numbers).order_by()
    return rows.annotate(shown_names=names_of_topics()), numbers


def series(at: dt.datetime, language: str) -> tuple[QuerySet[Series], Numbers]:
    """Series with a listed piece."""
    numbers = _numbers(EditionSeries.objects.filter(edition__in=_in_lists(at, language)), "series", "edition")
    rows: QuerySet[Series] = Series.objects.filter(pk__in=numbers).order_by()
    return rows.annotate(shown_names=names_of_series()), numbers


def _in_lists(at: dt.datetime, language: str, house: int = 0) -> EditionQuerySet:
    listed = Edition.objects.shown_in(Surface.LISTS, at).order_by().in_language(language)
    return listed.published_under(house) if house else listed


def _numbers(rows: QuerySet[Any], record: str, edition: str) -> Numbers:
    """A record that was merged into another counts as that one, and a piece that names both counts once."""
    kept = rows.order_by().annotate(kept=Coalesce(F(f"{record}__merged_into"), F(record)))
    return dict(
        kept.values("kept").annotate(number=Count(edition, distinct=True)).values_list("kept", "number")
    )

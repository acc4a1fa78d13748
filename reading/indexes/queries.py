"""Queries behind the indexes: what listed pieces in a language name (people, outlets, topics, series), with numbers."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import Coalesce, JSONObject

from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.grouping.series import EditionSeries, Series
from articles.models.topic import Topic
from articles.querysets import SUBJECT_ROLES, EditionQuerySet
from articles.shown_profiles import names_of_series
from articles.states import Surface
from authors.models import Author
from outlets.models import FormerName, Outlet, OutletName
from reading.profiles.counting import Numbers, credited, numbers_of
from reading.profiles.queries import names_of_topics

_DAYS = {"language": "language", "from_on": "from_on", "until_on": "until_on"}


def people(at: dt.datetime, language: str, house: int = 0) -> tuple[QuerySet[Author], Numbers]:
    """People whom a listed piece credits, quotes or interviews; of a house those alone whom it credits."""
    credits = EditionByline.objects.filter(edition__in=_in_lists(at, language, house))
    return credited(credits.exclude(role__in=SUBJECT_ROLES) if house else credits)


def outlets(at: dt.datetime, language: str) -> tuple[QuerySet[Outlet], Numbers]:
    """Outlets that a listed piece names."""
    numbers = numbers_of(
        EditionOutlet.objects.filter(edition__in=_in_lists(at, language)), "outlet", "edition"
    )
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


def topics(at: dt.datetime, language: str, house: int) -> tuple[QuerySet[Topic], Numbers]:
    """Topics of listed pieces of a house and its centres."""
    uses = EditionTopic.objects.filter(content_object__in=_in_lists(at, language, house))
    numbers = numbers_of(uses, "tag", "content_object")
    return _named(numbers), numbers


def topics_with_pieces(at: dt.datetime, language: str) -> tuple[QuerySet[Topic], dict[int, list[int]]]:
    """Topics of listed pieces, and by their keys those of these pieces' editions, the newest first."""
    uses = EditionTopic.objects.filter(content_object__in=_in_lists(at, language))
    kept = uses.order_by().annotate(kept=Coalesce(F("tag__merged_into"), F("tag"))).values("kept")
    newest_first = ("-content_object__ordered_at", "-content_object__article")
    found = kept.annotate(pieces=ArrayAgg("content_object", order_by=newest_first))
    # A piece that names two topics of which one was merged into the other counts once.
    pieces = {key: [*dict.fromkeys(keys)] for key, keys in found.values_list("kept", "pieces")}
    return _named(pieces), pieces


def _named(topics: Iterable[int]) -> QuerySet[Topic]:
    rows: QuerySet[Topic] = Topic.objects.filter(pk__in=topics).order_by()
    named: QuerySet[Topic] = rows.annotate(shown_names=names_of_topics())
    return named


def series(at: dt.datetime, language: str) -> tuple[QuerySet[Series], Numbers]:
    """Series with a listed piece."""
    numbers = numbers_of(
        EditionSeries.objects.filter(edition__in=_in_lists(at, language)), "series", "edition"
    )
    rows: QuerySet[Series] = Series.objects.filter(pk__in=numbers).order_by()
    return rows.annotate(shown_names=names_of_series()), numbers


def _in_lists(at: dt.datetime, language: str, house: int = 0) -> EditionQuerySet:
    listed = Edition.objects.shown_in(Surface.LISTS, at).order_by().in_language(language)
    return listed.published_under(house) if house else listed

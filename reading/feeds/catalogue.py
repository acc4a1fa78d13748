"""The catalogue of feeds: the general ones of a house with their titles, for the page and the file that list them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import JSONObject

from articles.models.edition import Edition, EditionTopic
from articles.models.grouping.series import Series
from articles.models.topic import Topic, TopicName
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet, with_merged
from articles.shown_profiles import is_house_shown, names_of_series, parts_of
from articles.states import Surface
from disclaimers.lineage import IsOneOf, Under
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind
from prose import printed_line
from prose.languages import BASES
from prose.names.forms import PageForms
from reading.kind_labels import label_from_rows, label_rows
from reading.languages.addresses import path_in
from reading.languages.own_names import own_name
from reading.profiles.names import ProfileNames
from reading.site import Site
from reading.words.page_words import words_for

MOST = 1000
"""Topics, or houses, that the catalogue lists."""


@dataclass(frozen=True)
class ListedFeed:
    """A feed in the catalogue: its name here, its own title, the folder of its addresses."""

    name: str
    title: str
    path: str
    page: str


@dataclass(frozen=True)
class FeedGroup:
    """Feeds of one sort, such as those of topics; `heading`: a word of ours."""

    heading: str
    feeds: tuple[ListedFeed, ...]


def catalogue(site: Site, at: dt.datetime) -> tuple[FeedGroup, ...]:
    """All feeds of a house by sorts, those without feeds left out; three queries."""
    row = _OVERVIEW.first(at=at, house=site.house) or {"kinds": [], "houses": [], "languages": {}}
    groups = (
        FeedGroup("feeds_all", _general(site)),
        FeedGroup("feeds_kinds", tuple(_kind(site, kind, at) for kind in row["kinds"])),
        FeedGroup(
            "feeds_languages",
            tuple(_language(site, code) for code in BASES if row["languages"].get(code)),
        ),
        FeedGroup("feeds_topics", _grouped(site, at, "topics", _TOPICS(at=at, house=site.house))),
        FeedGroup("feeds_series", _grouped(site, at, "series", _SERIES(at=at, house=site.house))),
        FeedGroup("feeds_houses", tuple(_house(site, house) for house in row["houses"])),
    )
    return tuple(group for group in groups if group.feeds)


def _general(site: Site) -> tuple[ListedFeed, ...]:
    words = words_for(site.language).by_name
    corrections = words["corrections"]
    return (
        ListedFeed(words["feeds_every"], site.name, site.path, site.path),
        ListedFeed(corrections, f"{site.name}: {corrections}", f"{site.path}corrections/", site.path),
    )


def _kind(site: Site, kind: Mapping[str, Any], at: dt.datetime) -> ListedFeed:
    page = PageForms(site.language, at.astimezone(site.zone).date(), site.home_language)
    record = Kind(label=kind["label"], name_language=kind["name_language"])
    label = label_from_rows(page, record, kind["labels"], site.line).value
    return ListedFeed(label, f"{site.name}: {label}", f"/kinds/{kind['code']}/", site.path)


def _language(site: Site, code: str) -> ListedFeed:
    name = own_name(code)
    return ListedFeed(name, f"{site.name} ({name})", f"/{code}/", path_in(code, "/", site))


def _house(site: Site, house: Mapping[str, str]) -> ListedFeed:
    path = f"/houses/{house['slug']}/"
    return ListedFeed(house["name"], house["name"], path, path)


def _grouped(
    site: Site, at: dt.datetime, noun: str, records: Iterable[Topic | Series]
) -> tuple[ListedFeed, ...]:
    """Feeds of topics or of series. `noun`: the first part of their addresses."""
    names = ProfileNames(site, at.astimezone(site.zone).date())
    listed = []
    for record in records:
        text = printed_line.text(names.grouping(record, vars(record)["shown_names"]))
        path = f"/{noun}/{record.slug}/"
        listed.append(ListedFeed(text, f"{site.name}: {text}", path, path))
    return tuple(listed)


def _editions_of(at: Any, house: Any) -> EditionQuerySet:
    """Editions that readers have had of a house and its centres, and that feeds may have: no pages of the site."""
    theirs = Edition.objects.ever_live(at).published_under(house)
    return theirs.not_left_out_of(Surface.FEEDS).order_by()


def _overview(at: Any, house: Any) -> QuerySet[Any, dict[str, Any]]:
    """One row: content types with their labels, houses, and for each language whether there is a piece in it."""
    of_it = _editions_of(at, house).of_kind(OuterRef("code"))
    kinds = Kind.objects.standing().filter(Exists(of_it)).order_by("label")
    kind = JSONObject(
        code="code",
        label="label",
        name_language="name_language",
        labels=ArraySubquery(label_rows(OuterRef("pk"))),
    )
    others = Institution.objects.filter(is_house_shown(at), IsOneOf(F("pk"), Under(house)), is_home=False)
    named = others.order_by("name").values(row=JSONObject(slug="slug", name="name"))[:MOST]
    spoken = {code: Exists(_editions_of(at, house).in_language(Value(code))) for code in BASES}
    row: QuerySet[Any, Any] = Institution.objects.filter(pk=house).values(
        kinds=ArraySubquery(kinds.values(row=kind)),
        houses=ArraySubquery(named),
        languages=JSONObject(**spoken),
    )
    return row


def _series_of(at: Any, house: Any) -> QuerySet[Series]:
    theirs = parts_of(OuterRef("pk")).filter(edition__in=_editions_of(at, house).values("pk"))
    series = Series.objects.filter(Exists(theirs), merged_into=None).order_by("slug")
    rows: QuerySet[Series] = series.annotate(shown_names=names_of_series())[:MOST]
    return rows


def _topics_of(at: Any, house: Any) -> QuerySet[Topic]:
    uses = EditionTopic.objects.filter(with_merged(EditionTopic, "tag", OuterRef("pk")))
    theirs = uses.filter(content_object__in=_editions_of(at, house).values("pk"))
    names = TopicName.objects.filter(topic=OuterRef("pk")).order_by("language")
    shown = ArraySubquery(names.values(form=JSONObject(language="language", name="name")))
    topics = Topic.objects.filter(Exists(theirs), merged_into=None).order_by("slug")
    rows: QuerySet[Topic] = topics.annotate(shown_names=shown)[:MOST]
    return rows


_OVERVIEW: Prepared[dict[str, Any]] = Prepared(_overview, at=dt.datetime, house=int)
_TOPICS = Prepared(_topics_of, at=dt.datetime, house=int)
_SERIES = Prepared(_series_of, at=dt.datetime, house=int)

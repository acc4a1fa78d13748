"""The catalogue of feeds: the general ones of a house with their titles, for the page and the file that list them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, JSONObject

from articles.models.edition import Edition, EditionTopic
from articles.models.topic import Topic, TopicName
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet, with_merged
from articles.shown_profiles import is_house_shown
from disclaimers.lineage import IsOneOf, Under
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind, KindLabel
from prose import printed_line
from prose.dates import day_of
from prose.languages import BY_CODE, base, name_in, serves
from prose.periods import is_within
from reading.feeds.selections import base_language
from reading.profiles.names import ProfileNames
from reading.site import Site
from reading.words.page_words import words_for

MOST = 1000
"""Topics, or houses, that the catalogue lists."""
LANGUAGES = sorted({base(code) for code in BY_CODE})


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
    """All feeds of a house by sorts, those without feeds left out; two queries."""
    row = _OVERVIEW.first(at=at, house=site.house) or {"kinds": [], "houses": [], "languages": {}}
    groups = (
        FeedGroup("feeds_all", _general(site)),
        FeedGroup("feeds_kinds", tuple(_kind(site, kind, at) for kind in row["kinds"])),
        FeedGroup(
            "feeds_languages",
            tuple(_language(site, code) for code in LANGUAGES if row["languages"].get(code)),
        ),
        FeedGroup("feeds_topics", _topics(site, at)),
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


def kind_label(site: Site, kind: Mapping[str, Any], at: dt.datetime) -> str:
    """The label of a content type today: the house's own in its language, else one for all houses, else the type's."""
    on = at.astimezone(site.zone).date()
    labels = [
        row
        for row in kind["labels"]
        if serves(row["language"], site.language)
        and row["institution"] in (None, site.house)
        and is_within(on, day_of(row["from_on"]), day_of(row["until_on"]))
    ]
    labels.sort(key=lambda row: row["institution"] is None)
    return labels[0]["label"] if labels else str(kind["label"])


def _kind(site: Site, kind: Mapping[str, Any], at: dt.datetime) -> ListedFeed:
    label = kind_label(site, kind, at)
    return ListedFeed(label, f"{site.name}: {label}", f"/kinds/{kind['code']}/", site.path)


def _language(site: Site, code: str) -> ListedFeed:
    name = name_in(code, site.language)
    return ListedFeed(name, f"{site.name}: {name}", f"/languages/{code}/", site.path)


def _house(site: Site, house: Mapping[str, str]) -> ListedFeed:
    path = f"/houses/{house['code']}/"
    return ListedFeed(house["name"], house["name"], path, path)


def _topics(site: Site, at: dt.datetime) -> tuple[ListedFeed, ...]:
    names = ProfileNames(site, at.astimezone(site.zone).date(), site.language)
    listed = []
    for topic in _TOPICS(at=at, house=site.house):
        name = names.topic(topic, vars(topic)["shown_names"])
        text = printed_line.text(name)
        path = f"/topics/{topic.slug}/"
        listed.append(ListedFeed(text, f"{site.name}: {text}", path, path))
    return tuple(listed)


def _editions_of(at: Any, house: Any) -> EditionQuerySet:
    """Editions that readers have had of a house and its centres."""
    return Edition.objects.ever_live(at).published_under(house).order_by()


def _overview(at: Any, house: Any) -> QuerySet[Any, dict[str, Any]]:
    """One row: content types with their labels, houses, and for each language whether there is a piece in it."""
    labels = KindLabel.objects.filter(kind=OuterRef("pk")).order_by("language", "id")
    label = JSONObject(**{name: name for name in ("language", "institution", "label", "from_on", "until_on")})
    itself = OuterRef(OuterRef("pk"))
    keys = (
        Kind.objects.order_by()
        .filter(Q(pk=itself) | Q(merged_into=itself))
        .values(key=Cast("pk", TextField()))
    )
    of_it = _editions_of(at, house).alias(kind=KT("printed__records__kind")).filter(kind__in=keys)
    kinds = Kind.objects.standing().filter(Exists(of_it)).order_by("label")
    kind = JSONObject(code="code", label="label", labels=ArraySubquery(labels.values(row=label)))
    others = Institution.objects.filter(is_house_shown(at), IsOneOf(F("pk"), Under(house)), is_home=False)
    named = others.order_by("name").values(row=JSONObject(code="code", name="name"))[:MOST]
    spoken = {
        code: Exists(_editions_of(at, house).alias(base=base_language(F("language"))).filter(base=code))
        for code in LANGUAGES
    }
    row: QuerySet[Any, Any] = Institution.objects.filter(pk=house).values(
        kinds=ArraySubquery(kinds.values(row=kind)),
        houses=ArraySubquery(named),
        languages=JSONObject(**spoken),
    )
    return row


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

"""Queries behind profiles: one for the subject with its links, posts and names, one for the list of its pieces."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from articles.models.edition import Edition, EditionByline
from articles.models.grouping.series import Series
from articles.models.topic import Topic, TopicName
from articles.prepared_query import Prepared
from articles.querysets import SUBJECT_ROLES, EditionQuerySet
from articles.shown_profiles import (
    Key,
    credits_of,
    day_of_the_desk,
    is_outlet_shown,
    is_person_shown,
    names_as_json,
    names_of_series,
    parts_of,
    places_of,
    topic_uses,
)
from articles.states import Surface
from authors.models import (
    Appointment,
    AppointmentWords,
    Author,
    AuthorLink,
    AuthorName,
)
from disclaimers.models.institution_name import InstitutionName
from outlets.models import FormerName, Outlet, OutletName
from pictures.today import logo_row, picture_row
from reading.fed_pieces import FeedListing, fed_pieces
from reading.lists.paging import Listing

_DAYS = {"language": "language", "from_on": "from_on", "until_on": "until_on"}


def _author_query(slug: str, at: dt.datetime, today: dt.date) -> QuerySet[Author]:
    links = AuthorLink.objects.filter(author=OuterRef("pk")).order_by("order", "id")
    own = Appointment.objects.filter(author=OuterRef("pk"))
    posts = (own.current(today) | own.past(today)).order_by(F("from_on").desc(nulls_last=True), "id")
    post = JSONObject(
        title="title",
        unit="unit",
        organisation="organisation",
        name="institution__name",
        short_name="institution__short_name",
        from_on="from_on",
        until_on="until_on",
        post_language="name_language",
        house_language="institution__name_language",
        words=ArraySubquery(
            AppointmentWords.objects.filter(appointment=OuterRef("pk"))
            .order_by("language")
            .values(
                form=JSONObject(language="language", title="title", unit="unit", organisation="organisation")
            )
        ),
        house_names=ArraySubquery(
            InstitutionName.objects.filter(institution=OuterRef("institution"))
            .order_by("language", "from_on", "id")
            .values(
                form=JSONObject(
                    **_DAYS, name="name", short_name="short_name", copyright_holder="copyright_holder"
                )
            )
        ),
    )
    names = AuthorName.objects.filter(author=OuterRef("pk")).order_by("language", "from_on", "id")
    name = JSONObject(**_DAYS, name="display_name", suffix="suffix", courtesy="courtesy", rank="rank")
    named = Exists(credits_of(OuterRef("pk")).filter(edition__in=_begun_keys(at)))
    quoted = credits_of(OuterRef("pk")).filter(role__in=SUBJECT_ROLES, edition__in=_begun_keys(at))
    return Author.objects.filter(named, slug=slug, merged_into=None).annotate(
        is_subject=Exists(quoted),
        is_shown=Exists(credits_of(OuterRef("pk")).filter(edition__in=_listed_keys(at))),
        shown_links=ArraySubquery(links.values(link=JSONObject(label="label", url="url"))),
        shown_posts=ArraySubquery(posts.values(post=post)),
        shown_names=ArraySubquery(names.values(form=name)),
        face=picture_row(OuterRef("portrait")),
        has_face=Q(portrait__isnull=False) & is_person_shown(at),
        face_day=day_of_the_desk(at),
    )


def _outlet_query(slug: str, at: dt.datetime) -> QuerySet[Outlet]:
    named = places_of(OuterRef("pk")).filter(edition__in=_begun_keys(at))
    former = FormerName.objects.filter(outlet=OuterRef("pk")).order_by("-until_on")
    words = {"name": "name", "article": "article", "rule": "article_rule"}
    days = {"from_on": "from_on", "until_on": "until_on"}
    others = OutletName.objects.filter(outlet=OuterRef("pk")).order_by("language", "from_on", "id")
    return Outlet.objects.filter(Exists(named), slug=slug, merged_into=None).annotate(
        shown_former=ArraySubquery(former.values(form=JSONObject(**words, **days))),
        shown_names=ArraySubquery(others.values(form=JSONObject(**words, **_DAYS))),
        face=logo_row("outlet"),
        has_face=Q(logo__isnull=False) & is_outlet_shown(at),
        face_day=day_of_the_desk(at),
    )


def _topic_query(slug: str, at: dt.datetime) -> QuerySet[Topic]:
    named = topic_uses(OuterRef("pk")).filter(content_object__in=_begun_keys(at))
    topics = Topic.objects.filter(Exists(named), slug=slug, merged_into=None)
    listed = Topic.objects.filter(
        Exists(topic_uses(OuterRef("pk")).filter(content_object__in=_listed_keys(at)))
    )
    rows: QuerySet[Topic] = topics.annotate(
        shown_names=names_of_topics(),
        broader=_topic_rows(listed.filter(pk=OuterRef("parent"))),
        narrower_topics=_topic_rows(listed.filter(parent=OuterRef("pk"), merged_into=None)),
    )
    return rows


def _series_query(slug: str, at: dt.datetime) -> QuerySet[Series]:
    named = parts_of(OuterRef("pk")).filter(edition__in=_begun_keys(at))
    series = Series.objects.filter(Exists(named), slug=slug, merged_into=None)
    rows: QuerySet[Series] = series.annotate(shown_names=names_of_series())
    return rows


def names_of_topics() -> ArraySubquery:
    """The names and introductions of a topic in other languages, as JSON."""
    return names_as_json(TopicName.objects.filter(topic=OuterRef("pk")))


def _topic_rows(topics: QuerySet[Topic]) -> ArraySubquery:
    """Topics as JSON, with what decides between the forms of their names."""
    form = JSONObject(slug="slug", name="name", name_language="name_language", names=names_of_topics())
    return ArraySubquery(topics.order_by("name").values(form=form))


def _listed_keys(at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.shown_in(Surface.LISTS, at).order_by().only("pk")


def _begun_keys(at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.ever_live(at).only("pk")


def _naming(editions: EditionQuerySet, rows: QuerySet[Any]) -> EditionQuerySet:
    """Editions that have one of these rows (bylines, outlets or topic uses)."""
    # Through a subquery, so that a person credited twice on a piece does not list it twice.
    return editions.filter(pk__in=rows.values("edition"))


def _own_credits(author: Key) -> QuerySet[EditionByline]:
    """Those for work on a piece, not for being quoted or interviewed in it."""
    return credits_of(author).exclude(role__in=SUBJECT_ROLES)


def _by_author(at: dt.datetime, author: int) -> EditionQuerySet:
    return _naming(Edition.objects.shown_in(Surface.LISTS, at), _own_credits(author))


def found_by_author(at: dt.datetime, author: int) -> EditionQuerySet:
    """The pieces by a person that the search has: some are left out of it that lists show, and the other way round."""
    return _naming(Edition.objects.shown_in(Surface.SEARCH, at), _own_credits(author))


def _about_author(at: dt.datetime, author: int) -> EditionQuerySet:
    about = _naming(Edition.objects.shown_in(Surface.LISTS, at), credits_of(author))
    return about.exclude(pk__in=_own_credits(author).values("edition"))


def _in_outlet(at: dt.datetime, outlet: int) -> EditionQuerySet:
    return _naming(Edition.objects.shown_in(Surface.LISTS, at), places_of(outlet))


def _on_topic(at: dt.datetime, topic: int) -> EditionQuerySet:
    return _naming(Edition.objects.shown_in(Surface.LISTS, at), topic_uses(topic))


def _in_series(at: dt.datetime, series: int) -> EditionQuerySet:
    """The parts in their order, the first one first."""
    parts = _naming(Edition.objects.shown_in(Surface.LISTS, at), parts_of(series))
    return parts.order_by("-part__stands_at", "-article_id")


AUTHOR = Prepared(_author_query, slug=str, at=dt.datetime, today=dt.date)
OUTLET = Prepared(_outlet_query, slug=str, at=dt.datetime)
TOPIC = Prepared(_topic_query, slug=str, at=dt.datetime)
SERIES = Prepared(_series_query, slug=str, at=dt.datetime)
FED_BY_AUTHOR = FeedListing(
    lambda at, author, language=None: fed_pieces(at, _own_credits(author), language),
    at=dt.datetime,
    author=int,
)
FED_IN_OUTLET = FeedListing(
    lambda at, outlet, language=None: fed_pieces(at, places_of(outlet), language), at=dt.datetime, outlet=int
)
FED_ON_TOPIC = FeedListing(
    lambda at, topic, language=None: fed_pieces(at, topic_uses(topic), language), at=dt.datetime, topic=int
)
FED_IN_SERIES = FeedListing(
    lambda at, series, language=None: fed_pieces(at, parts_of(series), language), at=dt.datetime, series=int
)
BY_AUTHOR = Listing(_by_author, at=dt.datetime, author=int)
ABOUT_AUTHOR = Listing(_about_author, at=dt.datetime, author=int)
IN_OUTLET = Listing(_in_outlet, at=dt.datetime, outlet=int)
ON_TOPIC = Listing(_on_topic, at=dt.datetime, topic=int)
IN_SERIES = Listing(_in_series, by="part__stands_at", at=dt.datetime, series=int)

"""Addresses for sitemaps: pieces by the month in which lists place them, profiles, front pages."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import DateTimeField, Exists, F, Max, OuterRef, QuerySet
from django.db.models.functions import Coalesce, TruncMonth

from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.grouping.series import EditionSeries, Series
from articles.models.topic import Topic
from articles.querysets import EditionQuerySet
from articles.shown_profiles import is_house_shown
from articles.states import Form, Surface
from authors.models import Author
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind
from outlets.models import Outlet
from reading.languages.addresses import path_in
from reading.metadata.cited import sources_of
from reading.site import Site, load_houses

MOST_ADDRESSES = 50_000
"""Addresses that a sitemap may have (sitemaps.org)."""
MOST_NEWS = 1_000
PROFILES = ("authors", "outlets", "topics", "series")
NEWS_FOR = dt.timedelta(days=2)
"""Time during which a piece is news."""
_CHANGED_AT = Coalesce("modified_at", "first_published_at", output_field=DateTimeField())


@dataclass(frozen=True)
class ListedPage:
    """The path of a page, and the instant of the last change that it says; None if it says none."""

    path: str
    changed_at: dt.datetime | None = None


@dataclass(frozen=True)
class News:
    """A piece of our own of the last two days. `publication`: the house's name, as printed."""

    path: str
    title: str
    language: str
    publication: str
    published_at: dt.datetime
    house: int


def months(at: dt.datetime) -> list[ListedPage]:
    """The months of which there are pieces, newest first, as paths of their sitemaps."""
    rows = (
        Edition.objects.in_sitemaps(at)
        .order_by()
        .annotate(month=TruncMonth("ordered_at", tzinfo=dt.UTC))
        .values("month")
        .annotate(changed_at=Max(_CHANGED_AT))
        .order_by("-month")
    )
    return [ListedPage(month_path(row["month"]), row["changed_at"]) for row in rows]


def month_path(month: dt.datetime | dt.date) -> str:
    return f"/sitemap-{month:%Y-%m}.xml"


def pieces_of(month: dt.date, at: dt.datetime) -> list[ListedPage]:
    """The pieces that lists place in a month, newest first."""
    first = dt.datetime(month.year, month.month, 1, tzinfo=dt.UTC)
    after = (first + dt.timedelta(days=32)).replace(day=1)
    rows = Edition.objects.in_sitemaps(at).dated_within(first, after)
    found = rows.values_list("permalink__path", _CHANGED_AT)[:MOST_ADDRESSES]
    return [ListedPage(path, changed_at) for path, changed_at in found]


def news(at: dt.datetime) -> list[News]:
    """The pieces of our own that readers first had in the last two days, newest first; none that ran elsewhere."""
    rows = (
        Edition.objects.in_sitemaps(at)
        .not_left_out_of(Surface.LISTS)  # a page of the site is no news
        .filter(form=Form.PIECE, first_published_at__gt=at - NEWS_FOR, first_published_at__lte=at)
        .order_by("-first_published_at", "-article_id")
        .select_related("permalink")
        .only(
            "headline",
            "language",
            "printed",
            "first_published_at",
            "first_published_on",
            "permalink__path",
            "article_id",
        )
    )
    own = (edition for edition in rows[:MOST_NEWS] if not sources_of(edition))
    return [_news(edition, edition.first_published_at) for edition in own if edition.first_published_at]


def _news(edition: Edition, published_at: dt.datetime) -> News:
    records: dict[str, Any] = edition.printed["records"]
    return News(
        path=edition.permalink.path,
        title=edition.headline,
        language=edition.language,
        publication=records["institution_name"],
        published_at=published_at,
        house=records["institution"],
    )


def profiles_of(noun: str, at: dt.datetime, site: Site) -> list[ListedPage]:
    """The pages of all people, outlets, topics or series that list a piece, in each language of these pieces."""
    listed = [(language, _slugs(noun, at, language)) for language in site.languages]
    paths = [path_in(language, f"/{noun}/{slug}/", site) for language, slugs in listed for slug in slugs]
    return [ListedPage(path) for path in paths[:MOST_ADDRESSES]]


def _slugs(noun: str, at: dt.datetime, language: str) -> list[str]:
    listed = Edition.objects.shown_in(Surface.LISTS, at).in_language(language)
    model, rows = _naming(noun, listed.order_by().values("pk"))
    slugs = model._default_manager.filter(merged_into=None, pk__in=rows).order_by("pk")
    return list(slugs.values_list("slug", flat=True)[:MOST_ADDRESSES])


def _naming(noun: str, listed: EditionQuerySet | QuerySet[Any, Any]) -> tuple[Any, QuerySet[Any, Any]]:
    """The model of a profile, and the keys of those that listed pieces name; merged ones are who they stand for."""
    if noun == "authors":
        rows: QuerySet[Any] = EditionByline.objects.filter(edition__in=listed)
        return Author, rows.order_by().values(key=Coalesce("author__merged_into", "author"))
    if noun == "outlets":
        rows = EditionOutlet.objects.filter(edition__in=listed)
        return Outlet, rows.order_by().values(key=Coalesce("outlet__merged_into", "outlet"))
    if noun == "series":
        rows = EditionSeries.objects.filter(edition__in=listed)
        return Series, rows.order_by().values(key=Coalesce("series__merged_into", "series"))
    rows = EditionTopic.objects.filter(content_object__in=listed)
    return Topic, rows.order_by().values(key=Coalesce("tag__merged_into", F("tag")))


def other_pages(at: dt.datetime, site: Site) -> list[ListedPage]:
    """Front pages and indexes."""
    return [*_front_pages(at, site), *_indexes(at, site)]


def _indexes(at: dt.datetime, site: Site) -> list[ListedPage]:
    """Indexes and lists of content types, as far as they have something to lead to."""
    if not Edition.objects.in_sitemaps(at).exists():
        return []
    return [
        ListedPage(path_in(language, path, site))
        for language in site.languages
        for path in _indexes_in(language, at)
    ]


def _indexes_in(language: str, at: dt.datetime) -> list[str]:
    listed = Edition.objects.shown_in(Surface.LISTS, at).in_language(language)
    found = ["/archive/", "/houses/", *(f"/{noun}/" for noun in PROFILES if _slugs(noun, at, language))]
    if listed.with_notices().exists():
        found.append("/corrections/")
    kinds = Kind.objects.standing().filter(Exists(listed.order_by().of_kind(OuterRef("code"))))
    return found + [f"/kinds/{code}/" for code in kinds.order_by("code").values_list("code", flat=True)]


def _front_pages(at: dt.datetime, site: Site) -> list[ListedPage]:
    """The front pages of all houses that have published something, in each language in which they have a piece.

    Beside each stands the page about the house.
    """
    shown = Institution.objects.filter(is_house_shown(at)).order_by("-is_home", "pk")
    faces = load_houses(shown.values_list("pk", flat=True), at)
    paths = [path for face in faces.values() for path in (face.path, face.about_path)]
    for language in site.languages:
        own = Edition.objects.shown_in(Surface.HOME, at).in_language(language).order_by()
        for key in shown.filter(Exists(own.published_under(OuterRef("pk")))).values_list("pk", flat=True):
            face = faces[key]
            paths += [path_in(language, path, face) for path in (face.path, face.about_path)]
    return [ListedPage(path) for path in dict.fromkeys(sorted(paths, key=lambda path: path != "/"))]

"""The arrangement of a front page at an instant, with its places filled.

What its few queries find is kept in memory while the press stands still.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import SUBJECT_ROLES, EditionQuerySet
from articles.shown_profiles import credits_of, parts_of, topic_uses
from articles.states import Form, Surface
from prose.languages import base, marks
from prose.text_language.recognition import language_of_name
from reading.front.places import NEWEST, Candidate, FilledSection, Slot, SlotSource, fill
from reading.houses import with_houses
from reading.kept import while_marked
from reading.lists.paging import Page
from reading.lists.rows import with_marks
from reading.lists.versions import with_versions
from reading.pictures.doors import ON_THE_PAGE, PictureDoor
from reading.pictures.figures import with_front_pictures
from reading.site import Site
from website.models.front_page import Arrangement, FrontPlace, Shown

MOST_CANDIDATES = 200
_Row = dict[str, Any]
_COLUMNS = ("shows", "number", "heading", "piece", "arrangement__language")
_KEPT = {
    "kind_code": Coalesce("kind__merged_into__code", "kind__code"),
    "topic_key": Coalesce("topic__merged_into", "topic"),
    "topic_slug": Coalesce("topic__merged_into__slug", "topic__slug"),
    "series_key": Coalesce("series__merged_into", "series"),
    "series_slug": Coalesce("series__merged_into__slug", "series__slug"),
    "person_key": Coalesce("person__merged_into", "person"),
    "person_slug": Coalesce("person__merged_into__slug", "person__slug"),
}


@dataclass(frozen=True)
class FrontSection:
    """A section with rows of lists; `path`: the page of what it is about, "" for none; `marks`: of its heading."""

    heading: str
    rows: tuple[_Row, ...]
    path: str = ""
    marks: str = ""


@dataclass(frozen=True)
class ArrangedFront:
    """The sections of an arranged front page, the first piece of the first one its lead."""

    sections: tuple[FrontSection, ...] = ()

    def __len__(self) -> int:
        return sum(len(section.rows) for section in self.sections)

    @property
    def articles(self) -> frozenset[int]:
        """Keys of the pieces on it."""
        return frozenset(row["article_id"] for section in self.sections for row in section.rows)


def live_arrangement(site: Site, at: dt.datetime) -> int | None:
    """The key of the arrangement of a house's front page in the language of the page, or in every language."""
    if not site.house:
        return None
    rows = while_marked(at, ("arrangements", site.house), lambda: list(_begun_ever(house=site.house)))
    begun = [row for row in rows if row["live_from"] and row["live_from"] <= at]
    for own in (
        [row for row in begun if row["language"] == site.language],
        [row for row in begun if row["language"] and base(row["language"]) == site.read_in],
        [row for row in begun if not row["language"]],
    ):
        if own:
            newest: int = max(own, key=lambda row: (row["live_from"], row["pk"]))["pk"]
            return newest
    return None


def arranged_front(
    site: Site, at: dt.datetime, door: PictureDoor = ON_THE_PAGE, arrangement: int | None = None
) -> ArrangedFront | None:
    """The arranged part of a front page; None without an arrangement, or for one in which nothing stands.

    `arrangement`: the key of another one than the live one, for a preview.
    """
    key = arrangement or live_arrangement(site, at)
    if key is None:
        return None
    kept = ("front page", key, site.house, site.language, door.folder)
    front = while_marked(at, kept, lambda: _arranged(key, site, at, door))
    return front if front.sections else None


def below(front: ArrangedFront | None, page: Page) -> Page:
    """The newest pieces below what is arranged: those that do not stand above."""
    if front is None:
        return page
    return replace(page, editions=[row for row in page.editions if row["article_id"] not in front.articles])


def _arranged(key: int, site: Site, at: dt.datetime, door: PictureDoor) -> ArrangedFront:
    of: Any = FrontPlace.objects.filter(arrangement=key).order_by("order", "pk")
    rows: list[_Row] = list(of.values(*_COLUMNS, **_KEPT, group=_group(at)))
    places = [_place(row) for row in rows]
    filled = fill(places, _candidates(rows, places, site, at)) if rows else ()
    editions = _rows(edition for section in filled for edition in section.editions)
    paths = {_source(row): _path(row) for row in rows}
    spoken = (rows[0]["arrangement__language"] if rows else "") or site.usual_language
    sections = tuple(_section(section, editions, paths, spoken, site) for section in filled)
    with_houses(list(editions.values()), site)
    with_versions(list(editions.values()), site)
    for at_top, section in enumerate(sections):
        with_front_pictures(section.rows, door, is_top=at_top == 0)
    return ArrangedFront(sections)


def _group(at: dt.datetime) -> Coalesce:
    """The group of versions of a picked piece, by what readers had: a draft may say another thing."""
    had = Edition.objects.newest(at).filter(article=OuterRef("piece")).order_by()
    return Coalesce(Subquery(had.values("translation_group")[:1]), "piece__uuid")


def _section(
    section: FilledSection, rows: dict[int, _Row], paths: dict[SlotSource, str], spoken: str, site: Site
) -> FrontSection:
    path = paths.get(section.about, "") if section.heading and section.about else ""
    shown = tuple(rows[key] for key in section.editions if key in rows)
    language = language_of_name("", section.heading, spoken)
    return FrontSection(
        section.heading, shown, path, marks(language, site.language) if section.heading else ""
    )


def _place(row: _Row) -> Slot:
    return Slot(_source(row), row["number"], row["heading"], is_picked=row["shows"] == Shown.PIECE)


def _source(row: _Row) -> SlotSource:
    named = {
        Shown.PIECE: row["group"],
        Shown.KIND: row["kind_code"],
        Shown.TOPIC: row["topic_key"],
        Shown.SERIES: row["series_key"],
        Shown.PERSON: row["person_key"],
    }
    return (row["shows"], named.get(row["shows"], "all"))


def _path(row: _Row) -> str:
    match row["shows"]:
        case Shown.KIND:
            return f"/kinds/{row['kind_code']}/" if row["kind_code"] else ""
        case Shown.TOPIC:
            return f"/topics/{row['topic_slug']}/" if row["topic_slug"] else ""
        case Shown.SERIES:
            return f"/series/{row['series_slug']}/" if row["series_slug"] else ""
        case Shown.PERSON:
            return f"/authors/{row['person_slug']}/" if row["person_slug"] else ""
    return ""


def _candidates(
    rows: Sequence[_Row], places: Sequence[Slot], site: Site, at: dt.datetime
) -> dict[SlotSource, list[Candidate]]:
    """The pieces that each source has for the page, the newest first, by one query."""
    sources = _sources(rows, site, at)
    most = min(sum(place.number for place in places) + len(places), MOST_CANDIDATES)
    first, *others = (_columns(found, number)[:most] for number, found in enumerate(sources.values()))
    together = list(first.union(*others, all=True) if others else first)
    together.sort(key=lambda row: (row[3], row[4]), reverse=True)
    candidates: dict[SlotSource, list[Candidate]] = {source: [] for source in sources}
    names = list(sources)
    for number, edition, piece, *_ in together:
        candidates[names[number]].append(Candidate(edition, piece))
    return candidates


def _columns(editions: EditionQuerySet, number: int) -> "QuerySet[Edition, Any]":
    piece = Coalesce("translation_group", "uuid")
    return editions.annotate(source=Value(number), piece=piece).values_list(
        "source", "pk", "piece", "ordered_at", "article_id"
    )


def _sources(rows: Sequence[_Row], site: Site, at: dt.datetime) -> dict[SlotSource, EditionQuerySet]:
    """The pieces of each source: of the house and its centres, in the language of the page, no retractions.

    Those chosen by hand may be of any house; for one in another language stands its translation, if there is one.
    """
    every = Edition.objects.shown_in(Surface.HOME, at).filter(form=Form.PIECE).in_language(site.read_in)
    own = every if site.is_whole_desk else every.published_under(site.house)
    sources: dict[SlotSource, EditionQuerySet] = {NEWEST: own}
    for row in rows:
        if all(_source(row)):
            sources.setdefault(_source(row), _of_source(row, own, every))
    return sources


def _of_source(row: _Row, shown: EditionQuerySet, every: EditionQuerySet) -> EditionQuerySet:
    match row["shows"]:
        case Shown.PIECE:
            group = Q(article__uuid=row["group"]) | Q(translation_group=row["group"])
            its = Q(article=row["piece"]) | group
            return every.filter(its)
        case Shown.KIND:
            return shown.of_kind(row["kind_code"])
        case Shown.TOPIC:
            return shown.filter(pk__in=topic_uses(row["topic_key"]).values("edition"))
        case Shown.SERIES:
            return shown.filter(pk__in=parts_of(row["series_key"]).values("edition"))
        case Shown.PERSON:
            credits = credits_of(row["person_key"]).exclude(role__in=SUBJECT_ROLES)
            return shown.filter(pk__in=credits.values("edition"))
    return shown


def _rows(editions: Iterable[int]) -> dict[int, _Row]:
    """Editions as rows of lists, by their keys."""
    rows: Any = Edition.objects.filter(pk__in=list(editions)).order_by().for_list()
    return {row["id"]: with_marks(row) for row in rows}


_begun_ever: Prepared[Any] = Prepared(
    lambda house: (
        Arrangement.objects.filter(Q(institution=house) | Q(institution__merged_into=house))
        .exclude(live_from=None)
        .order_by()
        .values("pk", "language", "live_from")
    ),
    house=int,
)

"""A piece in its series: which part it is, and the parts beside it, of those in its language that readers have.

It follows from today's record of the series and from what is listed at the instant of reading: nothing of it is frozen.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from articles.models.edition import Edition
from articles.models.grouping.series import Series, part_stands_at
from articles.querysets import EditionQuerySet
from articles.shown_profiles import names_of_series
from articles.states import LISTED, Surface
from prose.languages import base
from prose.names.forms import PageForms
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, words
from reading.kept import while_marked
from reading.site import Site
from reading.words.page_words import words_for


@dataclass(frozen=True)
class NeighbourPart:
    """The part before or after a piece: its headline, and where it leads."""

    headline: PrintedLine | str
    path: str
    article: int


@dataclass(frozen=True)
class PartOfSeries:
    """A piece as a part of a series. `line`: "Part 3 of 7: Slow Ports"; `name`: that of the series on this page.

    `position` is 0 for a piece that lists leave out: it is counted nowhere.
    """

    series: int
    name: str
    language: str
    path: str
    position: int
    total: int
    line: PrintedLine = field(default_factory=list)
    earlier: NeighbourPart | None = None
    later: NeighbourPart | None = None

    def __len__(self) -> int:
        return 1

    @property
    def neighbours(self) -> tuple[NeighbourPart, ...]:
        return tuple(part for part in (self.earlier, self.later) if part)


def part_of_series(edition: Edition, site: Site, at: dt.datetime) -> PartOfSeries | None:
    """The part that an edition is, stored or a proof; None if it is in no series. One query."""
    part = edition.printed.get("part")
    if not part or edition.form not in LISTED:
        return None
    stands_at = part_stands_at(part["place"], edition.ordered_at, edition.article_id)
    # A proof may be another part than the live edition.
    of = ("part", edition.article_id, edition.language, part["series"], stands_at, *edition.left_out_of)
    key = (*of, site.language, at.astimezone(site.zone).date())
    found = while_marked(at, key, lambda: _loaded(edition, site, part["series"], stands_at, at))
    return found or None


def _loaded(
    edition: Edition, site: Site, series: int, stands_at: dt.datetime, at: dt.datetime
) -> "PartOfSeries | tuple[()]":
    record: Any = _series(edition, series, stands_at, at).first()
    if record is None:
        return ()
    page = PageForms(edition.language, at.astimezone(site.zone).date(), site.home_language)
    name = record.name_on(page, record.shown_names)
    is_listed = Surface.LISTS.value not in edition.left_out_of
    total = record.before + record.after + int(is_listed)
    position = record.before + 1 if is_listed else 0
    path = f"/series/{record.slug}/"
    linked = words(name.value, name.language, href=path)
    return PartOfSeries(
        record.pk,
        name.value,
        name.language or edition.language,
        path,
        position,
        total,
        _line(edition.language, linked, position, total),
        *map(_neighbour, (record.earlier, record.later)),
    )


def _line(language: str, name: PrintedLine, position: int, total: int) -> PrintedLine:
    """ "Part 3 of 7: Slow Ports"; without numbers where there are none to tell."""
    ours = words_for(language)
    word = "part_of_series" if position and total > 1 else "in_series"
    numbers = {"number": words(str(position)), "total": words(str(total))}
    return PagePhrase(ours.by_name[word], ours.language, language).fill({"name": name, **numbers})


def _series(edition: Edition, series: int, stands_at: dt.datetime, at: dt.datetime) -> QuerySet[Series]:
    """The series as it stands today, with the number of parts on both sides of the piece and the nearest of them."""
    kept = Series.objects.filter(pk=series).values(key=Coalesce("merged_into", "pk"))
    same = Series.objects.alias(key=Coalesce("merged_into", "pk")).filter(key__in=kept)
    listed = Edition.objects.shown_in(Surface.LISTS, at).exclude(article=edition.article_id)
    others = listed.in_language(base(edition.language)).filter(part__series__in=same.order_by().values("pk"))
    before, after = others.filter(part__stands_at__gt=stands_at), others.filter(part__stands_at__lt=stands_at)
    rows: QuerySet[Series] = Series.objects.filter(pk__in=kept).annotate(
        shown_names=names_of_series(),
        before=_number(before),
        after=_number(after),
        earlier=_nearest(before.order_by("part__stands_at")),
        later=_nearest(after.order_by("-part__stands_at")),
    )
    return rows.order_by()


def _number(editions: EditionQuerySet) -> Subquery:
    counted = editions.order_by().annotate(all=Func(F("pk"), function="COUNT"))
    return Subquery(counted.values("all"), IntegerField())


def _nearest(editions: EditionQuerySet) -> Subquery:
    row = JSONObject(
        headline="headline", path="permalink__path", article="article_id", marked="printed__marked"
    )
    return Subquery(editions.values(row=row)[:1])


def _neighbour(row: Mapping[str, Any] | None) -> NeighbourPart | None:
    if row is None:
        return None
    lines: dict[str, PrintedLine] = row["marked"] or {}
    return NeighbourPart(lines.get(row["headline"], row["headline"]), row["path"], row["article"])

"""Series: pieces that belong together and are read in an order.

A manuscript names its series in words, as they stand above its headline. The words find the series, whatever it is
called today: so no version of a piece has to change when a series is renamed or merged.
"""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Q, QuerySet, Value

from articles.models import triggers
from articles.models.grouping.named import (
    NamedInLanguages,
    NameInALanguage,
    folded,
    is_written_as_in,
    made_once,
    record_named,
    record_named_elsewhere,
)
from articles.models.press import raises_the_press
from disclaimers.models.institution import Institution
from prose.fields import LineField, PlainField
from prose.merged import merges_on_record
from prose.models.former_slugs import is_slug_taken, keeps_former_slugs
from prose.names.dated import name_language_field
from prose.slugs import free_slug, validate_slug
from prose.typography import clean_line

MAX_SERIES_CHARS = 120
SAME_NAME = "There is a series of this name, in other letters or spaces. Merge the two instead."
_MIRROR = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_BEFORE_ALL_DATES = dt.datetime(1000, 1, 1, tzinfo=dt.UTC)


class Series(NamedInLanguages, models.Model):
    """A series. Its pages, and the line below its pieces, show today's name."""

    name = LineField("name", max_length=MAX_SERIES_CHARS)
    slug = models.CharField(
        "web address",
        max_length=90,
        unique=True,
        validators=[validate_slug],
        help_text="/series/…/; a former one leads here.",
    )
    name_language = name_language_field()
    introduction = PlainField(
        "introduction", blank=True, help_text="A few sentences above the series’ pieces and in the index."
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    class Meta:
        ordering = ["name"]
        verbose_name = "series"
        verbose_name_plural = "series"
        triggers = [
            keeps_former_slugs("articles_series"),
            merges_on_record("series", "articles_series"),
            raises_the_press("series"),
            pgtrigger.Trigger(
                name="former_names_are_kept",
                operation=pgtrigger.UpdateOf("name"),
                when=pgtrigger.After,
                condition=pgtrigger.Q(old__name__df=pgtrigger.F("new__name")),
                func="""
                INSERT INTO articles_formerseriesname (series_id, name) VALUES (NEW.id, OLD.name)
                ON CONFLICT DO NOTHING;
                RETURN NULL;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                folded("name"),
                condition=Q(merged_into=None),
                name="one_series_of_a_name",
                violation_error_message=SAME_NAME,
            )
        ]

    def __str__(self) -> str:
        return self.name


class SeriesName(NameInALanguage):
    """A series' name in another language."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="names")

    class Meta(NameInALanguage.Meta):
        ordering = ["series", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "language"],
                name="a_series_has_one_name_in_a_language",
                violation_error_message="The series has its name in this language already.",
            )
        ]
        triggers = [raises_the_press("series_names")]


class FormerSeriesName(models.Model):
    """A name that a series had: pieces that say it belong to the series. The database keeps it at a rename."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="former_names")
    name = LineField("name", max_length=MAX_SERIES_CHARS)

    class Meta:
        ordering = ["series", "id"]
        verbose_name = "former name"
        default_permissions = ()
        constraints = [models.UniqueConstraint("series", folded("name"), name="one_former_name_of_a_series")]

    def __str__(self) -> str:
        return self.name


class EditionSeries(models.Model):
    """The series that an edition is a part of. `stands_at`: see `part_stands_at`."""

    edition = models.OneToOneField("articles.Edition", models.PROTECT, related_name="part")
    series = models.ForeignKey(Series, models.PROTECT, related_name="parts")
    stands_at = models.DateTimeField("where the series places it")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["series", "-stands_at"], name="parts_in_their_order")]
        triggers = triggers.printed_with_its_edition("edition_id")

    def __str__(self) -> str:
        return f"{self.edition_id} in {self.series_id}"


def part_stands_at(place: int | None, ordered_at: dt.datetime, article: int) -> dt.datetime:
    """The instant by which a series places a part: like every list from later to earlier, so that times are mirrored.

    Parts with a place of their own come first, the others follow by the day on which lists place them, the oldest
    first; of two at one instant the one that was entered first.
    """
    begins = ordered_at if place is None else _BEFORE_ALL_DATES + dt.timedelta(days=place)
    return _MIRROR + (_MIRROR - begins) - dt.timedelta(microseconds=article)


def series_on_record(name: str) -> Series | None:
    """The series of a name; it may be one that it had, or its name in another language, if that is of one alone."""
    found: Series | None = (
        record_named(Series.objects.all(), name)
        or record_named_elsewhere(FormerSeriesName.objects.all(), "series", name)
        or record_named_elsewhere(SeriesName.objects.all(), "series", name)
    )
    return found


def series_named(name: str, *, language: str = "") -> Series | None:
    """The series that a piece in `language` names, a new one if there is none on record; None without a name."""
    name = clean_line(name)
    on_record = series_on_record(name) if name else None
    if on_record is not None or not name:
        return on_record
    spoken = language if is_written_as_in(language, name) else ""
    slug = free_slug(
        name,
        fallback=uuid.uuid4(),
        language=Institution.objects.language_of_name(spoken),
        taken=is_slug_taken(Series),
    )
    return made_once(
        lambda: Series.objects.create(name=name, slug=slug, name_language=spoken),
        lambda: series_on_record(name),
    )


def names_of(series: Series) -> Iterable[str]:
    """Everything that the pieces of a series may call it, also of those merged into it."""
    same = Series.objects.filter(Q(pk=series.pk) | Q(merged_into=series.pk))
    own, others, former = (
        rows.order_by().values_list("name", flat=True)
        for rows in (
            same,
            SeriesName.objects.filter(series__in=same),
            FormerSeriesName.objects.filter(series__in=same),
        )
    )
    return own.union(others, former)


def calling_it_so(rows: QuerySet[Any], column: str, series: Series) -> QuerySet[Any]:
    """Rows whose text in `column` names the series."""
    names = [folded(Value(name)) for name in names_of(series)]
    named: QuerySet[Any] = rows.alias(folded=folded(column)).filter(folded__in=names)
    return named

"""Arrangement: what stands where on the front page of a house, from an instant until the next one begins.

One that has begun is a record: it is never changed, so that the front page of a past day can be shown again. Without
an instant it is a draft.
"""

import datetime as dt
from typing import Any, Self

import pgtrigger
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from articles.models.grouping.series import Series
from articles.models.press import raises_the_press
from articles.models.topic import Topic
from articles.models.triggers import GRACE
from authors.models import Author
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind
from prose.fields import LineField
from prose.languages import CHOICES

MOST_IN_A_PLACE = 12


class Shown(models.TextChoices):
    """The pieces that a place shows: a hand-picked one, or the newest of some."""

    PIECE = "piece", "this piece"
    NEWEST = "newest", "the newest of this front page"
    KIND = "kind", "the newest of a content type"
    TOPIC = "topic", "the newest on a topic"
    SERIES = "series", "the newest of a series"
    PERSON = "person", "the newest by a person"


NAMED = {
    Shown.PIECE: "piece",
    Shown.KIND: "kind",
    Shown.TOPIC: "topic",
    Shown.SERIES: "series",
    Shown.PERSON: "person",
}
"""The fields that name what a place shows, by what it shows."""


class ArrangementQuerySet(models.QuerySet["Arrangement"]):
    """Arrangements in time."""

    def begun_by(self, at: dt.datetime) -> Self:
        """Those that readers have or had at an instant."""
        return self.filter(live_from__lte=at)


class Arrangement(models.Model):
    """The front page of a house, in one language or in all that have none of their own."""

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="arrangements")
    language = models.CharField(
        "on the front page in",
        max_length=12,
        choices=CHOICES,
        blank=True,
        help_text="Empty: in every language that has no arrangement of its own.",
    )
    live_from = models.DateTimeField("from", null=True, blank=True)

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        ordering = [F("live_from").desc(nulls_first=True), "-pk"]
        verbose_name = "front page"
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "language", "live_from"],
                name="front_pages_begin_one_after_the_other",
                violation_error_message="Another arrangement of this front page begins at this minute.",
            )
        ]
        triggers = [
            raises_the_press("front_pages"),
            pgtrigger.Trigger(
                name="front_pages_begin_now_or_later",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("live_from"),
                when=pgtrigger.Before,
                func=f"""
                IF NEW.live_from < desk_now() - {GRACE} THEN
                    RAISE EXCEPTION 'A front page cannot begin in the past (% is before %).', NEW.live_from, desk_now()
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'front_pages_begin_now_or_later';
                END IF;
                RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="front_pages_of_the_past_stay",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=f"""
                IF OLD.live_from < desk_now() - {GRACE} THEN
                    RAISE EXCEPTION 'A front page that readers have had stays as it was.'
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'front_pages_of_the_past_stay';
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution}, {self.get_language_display() if self.language else 'every language'}"

    def has_begun(self, at: dt.datetime) -> bool:
        return self.live_from is not None and self.live_from <= at


_PLACES_STAY = f"""
IF TG_OP = 'DELETE' THEN place := OLD; ELSE place := NEW; END IF;
SELECT live_from INTO begun FROM website_arrangement WHERE id = place.arrangement_id;
-- What a place shows may be deleted: it is then empty, as it was for readers.
IF begun < desk_now() - {GRACE} AND NOT (TG_OP = 'UPDATE'
    AND to_jsonb(NEW) - '{{piece_id,kind_id,topic_id,series_id,person_id}}'::text[]
        IS NOT DISTINCT FROM to_jsonb(OLD) - '{{piece_id,kind_id,topic_id,series_id,person_id}}'::text[]
    AND coalesce(NEW.piece_id = OLD.piece_id, NEW.piece_id IS NULL)
    AND coalesce(NEW.kind_id = OLD.kind_id, NEW.kind_id IS NULL)
    AND coalesce(NEW.topic_id = OLD.topic_id, NEW.topic_id IS NULL)
    AND coalesce(NEW.series_id = OLD.series_id, NEW.series_id IS NULL)
    AND coalesce(NEW.person_id = OLD.person_id, NEW.person_id IS NULL))
THEN
    RAISE EXCEPTION 'A front page that readers have had stays as it was.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'places_of_the_past_stay';
END IF;
RETURN place;
"""  # noqa: S608  # no value of anybody's is in it


def _only_its_own() -> Q:
    """The condition that a place names nothing beside what it shows."""
    condition = Q()
    for shown, name in NAMED.items():
        condition &= Q(**{name: None}) | Q(shows=shown)
    return condition


class FrontPlace(models.Model):
    """A place on a front page: the first is the lead. With a heading it begins a section."""

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="places")
    order = models.PositiveSmallIntegerField("order", default=0)
    heading = LineField(
        "begins a section called",
        max_length=60,
        blank=True,
        help_text="Empty: it stands with those above it.",
    )
    shows = models.CharField("shows", max_length=8, choices=Shown.choices, default=Shown.PIECE)
    piece = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="front_places",
        help_text="While readers do not have it, the next newest stands here.",
    )
    kind = models.ForeignKey(
        Kind, models.SET_NULL, null=True, blank=True, related_name="front_places", verbose_name="content type"
    )
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="front_places")
    series = models.ForeignKey(Series, models.SET_NULL, null=True, blank=True, related_name="front_places")
    person = models.ForeignKey(Author, models.SET_NULL, null=True, blank=True, related_name="front_places")
    number = models.PositiveSmallIntegerField(
        "how many",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_IN_A_PLACE)],
    )

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "place"
        constraints = [
            models.CheckConstraint(
                condition=_only_its_own(),
                name="a_place_names_what_it_shows",
                violation_error_message="Choose what the place shows, and nothing beside it.",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=MOST_IN_A_PLACE),
                name="a_place_shows_a_few_pieces",
                violation_error_message=f"A place shows from 1 to {MOST_IN_A_PLACE} pieces.",
            ),
        ]
        triggers = [
            raises_the_press("front_places"),
            pgtrigger.Trigger(
                name="places_of_the_past_stay",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                declare=[("begun", "timestamptz"), ("place", "website_frontplace")],
                func=_PLACES_STAY,
            ),
        ]

    def __str__(self) -> str:
        named = NAMED.get(Shown(self.shows))
        return str(getattr(self, named) or "–") if named else self.get_shows_display()

    def clean(self) -> None:
        """Say what is missing, and what is chosen beside what the place shows."""
        problems: dict[str, Any] = {}
        for shown, name in NAMED.items():
            value = getattr(self, f"{name}_id")
            if self.shows == shown and not value:
                problems[name] = f"Choose it: the place shows {shown.label}."
            elif self.shows != shown and value:
                problems[name] = f"The place shows {self.get_shows_display()}: leave this empty."
        if self.shows == Shown.PIECE and self.number and self.number > 1:
            problems["number"] = "A hand-picked piece is one: add a place for each further one."
        if problems:
            raise ValidationError(problems)

"""StandingPermission: what an outlet allows in advance for every piece of ours that runs there."""

import datetime as dt
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from outlets.models.outlet import Outlet
from prose.dates import check_day, day_in_words
from prose.fields import LineField, PlainField


class Mode(models.TextChoices):
    """The part of a text that we may show."""

    FULL = "full", "Full text"
    EXCERPT = "excerpt", "An excerpt"
    LINK = "link", "A link only"


class SearchPolicy(models.TextChoices):
    """Instructions of our page to search engines."""

    INDEX = "index", "Search engines may list our page"
    NOINDEX = "noindex", "Search engines are asked not to list our page"
    CANONICAL = "canonical", "Search engines are sent to the outlet’s page"


class StandingPermissionQuerySet(models.QuerySet["StandingPermission"]):
    def of_outlet(self, outlet: Outlet | None) -> Self:
        """Permissions of an outlet, and of the one that it was merged into."""
        return self.filter(outlet__in=[outlet, outlet.merged_into_id or outlet] if outlet else [])

    def in_force(self, on: dt.date) -> Self:
        """Permissions that may be used on a day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)


class StandingPermission(models.Model):
    """A permission of an outlet for all our pieces there: the part we may show, the grantor, the days."""

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="standing_permissions")
    granted_by = LineField("granted by", max_length=200, help_text="Who said so, and for whom.")
    granted_on = models.DateField("granted on")
    mode = models.CharField("what may be shown", max_length=8, choices=Mode.choices, default=Mode.FULL)
    excerpt_words = models.PositiveIntegerField(
        "words of the excerpt", null=True, blank=True, validators=[MinValueValidator(1)]
    )
    terms = PlainField("terms", blank=True, help_text="Its scope in words: which pieces, where, how.")
    evidence = LineField(
        "evidence", max_length=300, help_text="Where it is on record: a file, a letter, a mail with its date."
    )
    credit = LineField(
        "required credit", max_length=300, blank=True, help_text="Printed with the piece, word for word."
    )
    search_policy = models.CharField(
        "search engines", max_length=10, choices=SearchPolicy.choices, default=SearchPolicy.INDEX
    )
    may_be_passed_on = models.BooleanField("others may have it from us", default=False)
    edits_allowed = models.BooleanField("we may edit the text", default=True)
    from_on = models.DateField("in force from")
    until_on = models.DateField(
        "in force until", null=True, blank=True, help_text="From this day on it no longer holds."
    )
    valid_days = models.PositiveIntegerField(
        "days each piece may stay", null=True, blank=True, help_text="Empty: for good.",
        validators=[MinValueValidator(1)],
    )  # fmt: skip

    objects = StandingPermissionQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(mode="excerpt", excerpt_words__isnull=False, excerpt_words__gte=1)
                | (~Q(mode="excerpt") & Q(excerpt_words__isnull=True)),
                name="an_excerpt_has_its_length",
                violation_error_message="An excerpt and its number of words go together.",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True)
                | Q(until_on__gt=F("from_on")) & Q(until_on__gt=F("granted_on")),
                name="permission_ends_after_it_begins",
                violation_error_message="A permission must end after it begins and after it was granted.",
            ),
        ]

    def __str__(self) -> str:
        return f"Standing permission of {day_in_words(self.granted_on)}: {self.shows}"

    @property
    def shows(self) -> str:
        """ "full text", "an excerpt of 150 words", "a link only"."""
        if self.mode == Mode.EXCERPT:
            return f"an excerpt of {self.excerpt_words} word{'' if self.excerpt_words == 1 else 's'}"
        return str(Mode(self.mode).label).lower()

    def clean(self) -> None:
        problems = {**self._length_problem(), **self._day_problems()}
        if problems:
            raise ValidationError(problems)

    def _length_problem(self) -> dict[str, str]:
        if self.mode == Mode.EXCERPT and self.excerpt_words is None:
            return {"excerpt_words": "Say how many words may be shown."}
        if self.mode != Mode.EXCERPT and self.excerpt_words is not None:
            return {
                "excerpt_words": "Only an excerpt has a number of words: choose “An excerpt”, or empty this."
            }
        return {}

    def _day_problems(self) -> dict[str, str | ValidationError]:
        problems: dict[str, str | ValidationError] = {}
        if self.until_on and self.from_on and self.until_on <= self.from_on:
            problems["until_on"] = "The permission must end after it begins."
        elif self.until_on and self.granted_on and self.until_on <= self.granted_on:
            problems["until_on"] = "The permission cannot end before it was granted."
        for name in ("granted_on", "from_on", "until_on"):
            try:
                check_day(getattr(self, name))
            except ValidationError as error:
                problems[name] = error
        return problems

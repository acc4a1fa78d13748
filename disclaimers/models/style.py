"""HouseStyle: an institution's choices and phrases for one language, a phrase a position.

A position without a phrase prints the usual one of the style's language (`disclaimers.phrases`).
"""

import datetime as dt
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Func
from django.utils import timezone

from disclaimers.models.institution import Institution
from disclaimers.positions import POSITIONS, choices, problems
from prose.dates import day_in_words
from prose.fields import LineField
from prose.languages import CHOICES, base
from prose.periods import OVERLAP, is_within, order_problems, runs_forward, within


class HouseStyleQuerySet(models.QuerySet["HouseStyle"]):
    def in_use(self, on: dt.date) -> Self:
        """Styles for pages whose day is this one."""
        return self.filter(within(on))

    def present(self) -> Self:
        """The styles without an end: those that editors work with."""
        return self.filter(until_on=None)


class HouseStyle(models.Model):
    """The choices of one institution for pages in one language, with its own `phrases`, on some days or always."""

    class OutletArticle(models.TextChoices):
        LOWER = "lower-case", "“the Hill” in running text"
        AS_STYLED = "as-styled", "“The Hill”, as the outlet styles itself"

    class AttributionAt(models.TextChoices):
        HEAD = "head", "above the text"
        FOOT = "foot", "below the text"
        BOTH = "both", "above and below"

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="house_styles")
    language = models.CharField("language", max_length=12, choices=CHOICES, default="en")
    outlet_article = models.CharField(
        "an outlet's “The”",
        max_length=12,
        choices=OutletArticle.choices,
        blank=True,
        help_text="Left open, English prints “the Hill” and other languages the outlet's own “The Hill”.",
    )
    italicises_outlets = models.BooleanField(
        "set outlets in italics",
        default=False,
        help_text="In running text, and only those whose own record says so.",
    )
    outlet_date_replaces_ours = models.BooleanField(
        "print only the outlet's date where it is known", default=False
    )
    attribution_at = models.CharField(
        "where it says that a piece ran elsewhere",
        max_length=4,
        choices=AttributionAt.choices,
        default=AttributionAt.FOOT,
    )

    from_on = models.DateField("from", null=True, blank=True, help_text="Empty: from the beginning.")
    until_on = models.DateField(
        "until", null=True, blank=True, help_text="The first day with another style. Empty: still in use."
    )

    objects = HouseStyleQuerySet.as_manager()

    class Meta:
        ordering = ["institution", "language", F("from_on").desc(nulls_last=True)]
        verbose_name = "house style"
        constraints = [
            runs_forward("house_style_ends_after_it_begins"),
            ExclusionConstraint(
                name="house_styles_do_not_overlap",
                expressions=[
                    ("institution", RangeOperators.EQUAL),
                    ("language", RangeOperators.EQUAL),
                    (Func("from_on", "until_on", function="daterange"), RangeOperators.OVERLAPS),
                ],
                violation_error_code=OVERLAP,
                violation_error_message="This institution has a house style in this language on some of "
                "these days already: change that one.",
            ),
        ]

    def __str__(self) -> str:
        days = (("from", self.from_on), ("until", self.until_on))
        when = "".join(f" {word} {day_in_words(day)}" for word, day in days if day)
        return f"{self.institution.short_label}, {self.get_language_display()}{when}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.outlet_article = self.outlet_article or default_outlet_article(self.language)
        super().save(*args, **kwargs)

    def keep_until(self, day: dt.date) -> "HouseStyle":
        """Save the style so that it holds from a day on, and keep a copy of what is stored for the days before."""
        old = HouseStyle.objects.get(pk=self.pk)
        phrases = list(old.phrases.all())
        with transaction.atomic():
            self.from_on = day
            self.save()
            old.pk, old.until_on = None, day
            old.save(force_insert=True)
            Phrase.objects.bulk_create(
                Phrase(style=old, position=row.position, text=row.text) for row in phrases
            )
        return old

    def is_in_use(self, on: dt.date) -> bool:
        """True for a page whose day this is; same rule as `HouseStyleQuerySet.in_use`."""
        return is_within(on, self.from_on, self.until_on)

    @property
    def a_day_in_use(self) -> dt.date:
        """Today, or the day nearest to it on which the style is in use."""
        today = timezone.localdate()
        if self.until_on and self.until_on <= today:
            return self.until_on - dt.timedelta(days=1)
        return max(today, self.from_on or today)

    def clean(self) -> None:
        if problems := order_problems(self.from_on, self.until_on, field="until_on"):
            raise ValidationError(problems)


def default_outlet_article(language: str) -> str:
    """The default for `HouseStyle.outlet_article`: only English lower-cases an outlet's “The” in a sentence."""
    choices = HouseStyle.OutletArticle
    return (choices.LOWER if base(language) == "en" else choices.AS_STYLED).value


class Phrase(models.Model):
    """An institution's own text for one position; "-" prints nothing there."""

    style = models.ForeignKey(HouseStyle, models.CASCADE, related_name="phrases")
    position = models.CharField("position", max_length=40, choices=choices)
    text = LineField("text", max_length=300)

    class Meta:
        ordering = ["style", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["style", "position"],
                name="one_phrase_per_position",
                violation_error_message="There are two texts for one position.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_position_display()}: {self.text}"

    def clean(self) -> None:
        if self.position in POSITIONS and (sentences := problems(self.position, self.text)):
            raise ValidationError({"text": sentences})

"""Content types with their labels by language, institution and time."""

import datetime as dt
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Coalesce

from disclaimers.models.institution import Institution
from prose.fields import LineField, ProseField
from prose.languages import CHOICES
from prose.merged import merges_on_record
from prose.names.dated import name_language_field
from prose.names.rewording import rewording
from prose.periods import OVERLAP, is_within, order_problems, runs_forward


class KindQuerySet(models.QuerySet["Kind"]):
    def standing(self) -> Self:
        """Content types that are not merged into another."""
        return self.filter(merged_into=None)


class Kind(models.Model):
    """A content type: a code that never changes and a label, printed above the headline."""

    class Genre(models.TextChoices):
        OPINION = "opinion", "Opinion: an op-ed, a commentary, an essay"
        ANALYSIS = "analysis", "Analysis or explanation"
        REPORT = "report", "A report or a paper of the institution"
        ARTICLE = "article", "Any other article, such as an interview"
        PAGE = "page", "A page of the site: about, permissions, legal"

    code = models.SlugField("code", unique=True, help_text="A short lasting key, like “op-ed”.")
    label = LineField("label", max_length=80, help_text="As printed, unless a line below says otherwise.")
    name_language = name_language_field()
    genre = models.CharField(
        "what programs take it for",
        max_length=8,
        choices=Genre.choices,
        default=Genre.OPINION,
        help_text="Search engines and programs for references are told so. Pages keep what they were printed with.",
    )
    starting_text = ProseField(
        "text to begin with",
        blank=True,
        help_text="A new piece of this type opens with it: headings, and words in place of what is to be written.",
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    objects = KindQuerySet.as_manager()

    class Meta:
        ordering = ["label"]
        verbose_name = "content type"
        triggers = [merges_on_record("kind", "disclaimers_kind")]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        with rewording():
            super().save(*args, **kwargs)


class KindLabel(models.Model):
    """A kind's label in one language, for every institution or for one, from a day until another (exclusive)."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="labels")
    language = models.CharField("language", max_length=12, choices=CHOICES)
    institution = models.ForeignKey(
        Institution, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="only for"
    )
    label = LineField("label", max_length=80)
    from_on = models.DateField("from", null=True, blank=True)
    until_on = models.DateField(
        "until", null=True, blank=True, help_text="The first day it is called otherwise."
    )

    class Meta:
        verbose_name = "label"
        ordering = ["language", F("from_on").asc(nulls_first=True), "id"]
        constraints = [
            runs_forward("label_ends_after_it_begins"),
            ExclusionConstraint(
                name="labels_do_not_overlap",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    ("language", RangeOperators.EQUAL),
                    # 0 stands for all institutions, because NULL is equal to nothing.
                    (Coalesce("institution", 0, output_field=models.BigIntegerField()), RangeOperators.EQUAL),
                    (Func("from_on", "until_on", function="daterange"), RangeOperators.OVERLAPS),
                ],
                # Checked at the end of the transaction, so that a day can move from one label to its neighbour.
                deferrable=models.Deferrable.DEFERRED,
                violation_error_code=OVERLAP,
                violation_error_message="Another label of this kind is in use on some of these days.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        with rewording():
            super().save(*args, **kwargs)

    def is_in_use(self, on: dt.date) -> bool:
        """True on a day on which this is the label."""
        return is_within(on, self.from_on, self.until_on)

    def clean(self) -> None:
        if problems := order_problems(self.from_on, self.until_on, field="until_on"):
            raise ValidationError(problems)

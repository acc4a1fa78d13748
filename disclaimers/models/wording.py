"""Kinds of content, disclaimers, and the dated wordings that a disclaimer has had."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q

from disclaimers.models.institution import Institution
from prose import slots
from prose.fields import LineField, PlainField
from prose.languages import CHOICES

WORDING_SLOTS = frozenset({"kind"})


class Kind(models.Model):
    """A content type: a code that never changes and the label printed above a headline."""

    code = models.SlugField("code", unique=True, help_text="A short lasting key, like “op-ed”.")
    label = LineField("label", max_length=80, help_text="As printed, unless a line below says otherwise.")

    class Meta:
        ordering = ["label"]
        verbose_name = "content type"

    def __str__(self) -> str:
        return self.label


class KindLabel(models.Model):
    """A kind's label in one language, for every institution or for one."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="labels")
    language = models.CharField("language", max_length=12, choices=CHOICES)
    institution = models.ForeignKey(
        Institution, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="only for"
    )
    label = LineField("label", max_length=80)

    class Meta:
        verbose_name = "label"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "institution"],
                nulls_distinct=False,
                name="one_label_per_kind_and_language",
            )
        ]

    def __str__(self) -> str:
        return self.label


class Disclaimer(models.Model):
    """Something an institution must say on some of its pages; its words are in its wordings."""

    code = models.SlugField("code", unique=True, max_length=80)
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="disclaimers")
    kinds = models.ManyToManyField(
        Kind,
        blank=True,
        related_name="+",
        verbose_name="content types",
        help_text="None chosen: every content type.",
    )
    language = models.CharField(
        "only in", max_length=12, choices=CHOICES, blank=True, help_text="Empty: pieces in every language."
    )
    order = models.PositiveSmallIntegerField("order", default=0, help_text="Smaller numbers print first.")
    replaces_parents = models.BooleanField(
        "instead of the parent institution's", default=False, help_text="Otherwise both are printed."
    )

    class Meta:
        ordering = ["institution", "order", "code"]

    def __str__(self) -> str:
        return self.code


class Wording(models.Model):
    """One text of a disclaimer in one language, in force from a day until another (exclusive)."""

    disclaimer = models.ForeignKey(Disclaimer, models.PROTECT, related_name="wordings")
    language = models.CharField("language", max_length=12, choices=CHOICES, default="en")
    text = PlainField(
        "text",
        help_text="Slots: {kind} prints the content type; {authors:the author|the authors} follows their number.",
    )
    in_force_from = models.DateField("in force from")
    in_force_until = models.DateField(
        "in force until", null=True, blank=True, help_text="The first day it is not."
    )

    class Meta:
        ordering = ["disclaimer", "language", "-in_force_from"]
        verbose_name = "disclaimer text"
        constraints = [
            models.CheckConstraint(
                condition=Q(in_force_until__isnull=True) | Q(in_force_until__gt=F("in_force_from")),
                name="wording_ends_after_it_begins",
                violation_error_message="The last day must come after the first.",
            ),
            ExclusionConstraint(
                name="wordings_do_not_overlap",
                expressions=[
                    ("disclaimer", RangeOperators.EQUAL),
                    ("language", RangeOperators.EQUAL),
                    (Func("in_force_from", "in_force_until", function="daterange"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Another text of this disclaimer is in force on some of these days.",
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def clean(self) -> None:
        if problems := slots.unknown(self.text, WORDING_SLOTS):
            raise ValidationError({"text": problems})

"""Disclaimers and their dated wordings."""

import datetime as dt
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func

from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind
from prose import slots
from prose.fields import PlainField
from prose.languages import CHOICES
from prose.merged import merges_on_record
from prose.periods import OVERLAP, order_problems, runs_forward, within


class Disclaimer(models.Model):
    """A statement that some pages must print; its texts are its wordings.

    An institution's disclaimer is printed on the pieces it publishes, an employment disclaimer on pieces by an author
    whose appointment names it.
    """

    class Scope(models.TextChoices):
        INSTITUTION = "institution", "an institution, on its own pages"
        EMPLOYMENT = "employment", "an author's employment, where an appointment names it"

    class Placement(models.TextChoices):
        FOOT = "foot", "below the text"
        HEAD = "head", "above the text"
        RANK = "rank", "above the text where the author's rank is printed, else below"

    class Condition(models.TextChoices):
        AUTHORS = "authors", "only where the byline names authors"
        NO_AUTHORS = "no_authors", "only where the byline names no author"
        NO_FUNDING = "no_funding", "only where all authors said that they have no funding to disclose"
        NO_INTEREST = "no_interest", "only where all authors said that they have no interest to disclose"
        NO_AI = "no_ai", "only where all authors said that they used no AI"

    code = models.SlugField("code", unique=True, max_length=80)
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="disclaimers")
    scope = models.CharField("follows from", max_length=12, choices=Scope.choices, default=Scope.INSTITUTION)
    placement = models.CharField("stands", max_length=4, choices=Placement.choices, default=Placement.FOOT)
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
    condition = models.CharField(
        "prints", max_length=12, choices=Condition.choices, blank=True,
        help_text="Empty: on every such page. Example: “No sponsor paid for this”, only where all authors said that "
        "they have no funding to disclose, prints below a piece whose authors answered “nothing to disclose” about "
        "funding; not where somebody paid, and not where one of them was not asked.",
    )  # fmt: skip
    order = models.PositiveSmallIntegerField("order", default=0, help_text="Smaller numbers print first.")
    replaces_parents = models.BooleanField(
        "instead of the parent institution's", default=False, help_text="Otherwise both are printed."
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    class Meta:
        ordering = ["institution", "order", "code"]
        triggers = [merges_on_record("disclaimer", "disclaimers_disclaimer")]

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        errors: dict[str, str] = {}
        if self.scope == self.Scope.EMPLOYMENT:
            if self.language:
                errors["language"] = (
                    "An employment line follows its author into every language; leave this empty."
                )
            if self.condition:
                errors["condition"] = (
                    "An employment line follows its author's post; it has no other condition."
                )
            if self.replaces_parents:
                errors["replaces_parents"] = (
                    "An employment line is an author's; it stands beside the institution's."
                )
        elif self.placement == self.Placement.RANK:
            errors["placement"] = "Only an employment line can follow the author's rank."
        before = Disclaimer.objects.filter(pk=self.pk).exclude(scope=self.scope)
        if before.filter(wordings__isnull=False).exists():
            errors["scope"] = "It has texts already, and stays what it is: make another disclaimer instead."
        if errors:
            raise ValidationError(errors)


class WordingQuerySet(models.QuerySet["Wording"]):
    def in_force(self, on: dt.date) -> Self:
        """Texts for pieces of a day."""
        return self.filter(within(on, first="in_force_from", end="in_force_until"))


class Wording(models.Model):
    """One text of a disclaimer in one language, in force from a day (or always) until another (exclusive).

    Every text may use the slots `{kind}` and `{authors:one|more}`; the texts of an employment disclaimer also
    `{author}` and `{bodies}`.
    """

    SLOTS: ClassVar = {
        Disclaimer.Scope.INSTITUTION: frozenset({"kind"}),
        Disclaimer.Scope.EMPLOYMENT: frozenset({"kind", "author", "bodies"}),
    }

    disclaimer = models.ForeignKey(Disclaimer, models.PROTECT, related_name="wordings")
    language = models.CharField("language", max_length=12, choices=CHOICES, default="en")
    text = PlainField(
        "text",
        help_text="As it is printed. {kind} becomes the content type, {authors:the author|the authors} follows "
        "their number; an employment line may also name {author} and {bodies}.",
    )
    in_force_from = models.DateField(
        "in force from", null=True, blank=True, help_text="Empty: always, on older pieces too."
    )
    in_force_until = models.DateField(
        "in force until",
        null=True,
        blank=True,
        help_text="From this day on it is not printed. Empty: no end.",
    )

    objects = WordingQuerySet.as_manager()

    class Meta:
        ordering = ["disclaimer", "language", F("in_force_from").desc(nulls_last=True)]
        verbose_name = "disclaimer text"
        constraints = [
            runs_forward("wording_ends_after_it_begins", first="in_force_from", end="in_force_until"),
            ExclusionConstraint(
                name="wordings_do_not_overlap",
                expressions=[
                    ("disclaimer", RangeOperators.EQUAL),
                    ("language", RangeOperators.EQUAL),
                    (Func("in_force_from", "in_force_until", function="daterange"), RangeOperators.OVERLAPS),
                ],
                # Checked at the end of the transaction, so that a day can move from one text to its neighbour.
                deferrable=models.Deferrable.DEFERRED,
                violation_error_code=OVERLAP,
                violation_error_message="Another text of this disclaimer is in force on some of these days.",
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def clean(self) -> None:
        owner = getattr(self, "disclaimer", None)
        scope = Disclaimer.Scope(owner.scope) if owner else Disclaimer.Scope.INSTITUTION
        problems: dict[str, str | list[str]] = {
            **order_problems(self.in_force_from, self.in_force_until, field="in_force_until")
        }
        if slot_problems := slots.problems(self.text, self.SLOTS[scope]):
            problems["text"] = slot_problems
        if problems:
            raise ValidationError(problems)

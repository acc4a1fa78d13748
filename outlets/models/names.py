"""Names of an outlet: the present one with its article, former ones with their days, and aliases."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower

from outlets.naming import ArticleRule, OutletNaming
from prose.dates import check_days, day_in_words
from prose.fields import LineField
from prose.names.rewording import rewording


class NameWithArticle(models.Model):
    """Base of models with an outlet's name; the article is a field of its own, not part of the name."""

    name = LineField("name", max_length=200, help_text="Without its article: “Hill”, “Zeit”.")
    article = LineField(
        "article", max_length=10, blank=True, help_text="“The”, “Die”, “L’”; empty where there is none."
    )
    article_rule = models.CharField(
        "how the article prints", max_length=12, choices=ArticleRule.choices, default=ArticleRule.NONE
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with rewording():
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with rewording():
            return super().delete(*args, **kwargs)

    def clean(self) -> None:
        """Choose how an article prints where nobody has said it; refuse a rule for an article that is not there."""
        if self.article and self.article_rule == ArticleRule.NONE:
            self.article_rule = ArticleRule.usual_for(self.article)
        elif not self.article and self.article_rule != ArticleRule.NONE:
            raise ValidationError(
                {
                    "article": "How its article prints is chosen below: write the article, or choose “None” there."
                }
            )

    @property
    def full_name(self) -> str:
        """The name as the outlet styles itself: "The Hill"."""
        return OutletNaming(self.name, self.article, self.article_rule).full


def article_has_its_rule(name: str) -> models.CheckConstraint:
    """Constraint: an article and its rule are both set or both empty, since either alone prints nothing."""
    return models.CheckConstraint(
        condition=Q(article_rule="none") ^ ~Q(article=""),
        name=name,
        violation_error_message="An article and how it prints go together: fill in both or neither.",
    )


class FormerName(NameWithArticle):
    """A name the outlet had until a day (exclusive): pieces that ran before that day print it."""

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="former_names")
    from_on = models.DateField("from", null=True, blank=True, help_text="Empty: from its beginning.")
    until_on = models.DateField("until", help_text="The first day it was called otherwise.")

    class Meta:
        ordering = ["-until_on"]
        constraints = [
            article_has_its_rule("a_former_article_has_its_rule"),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="former_name_ends_after_it_begins",
                violation_error_message="The last day must come after the first.",
            ),
            ExclusionConstraint(
                name="former_names_do_not_overlap",
                expressions=[
                    ("outlet", RangeOperators.EQUAL),
                    (Func("from_on", "until_on", function="daterange"), RangeOperators.OVERLAPS),
                ],
                # At the end of a transaction: one form may move the day on which two names change places.
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="The outlet had another former name on some of these days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name}, {self.when}"

    def clean(self) -> None:
        super().clean()
        # Checked here, because the exclusion constraint cannot build a range of days that run backwards.
        if self.from_on and self.until_on and self.until_on <= self.from_on:
            raise ValidationError({"until_on": "The name must end after it begins."})
        check_days(self, "from_on", "until_on")

    def overlaps(self, other: "FormerName") -> bool:
        """True if both names were in use on the same day."""
        begins = [name.from_on for name in (self, other) if name.from_on]
        return not begins or max(begins) < min(self.until_on, other.until_on)

    @property
    def naming(self) -> OutletNaming:
        """The name as the grammar of `outlets.attribution` takes it."""
        return OutletNaming(self.name, self.article, self.article_rule)

    @property
    def when(self) -> str:
        """ "until 1 May 2014", "from 3 June 2009 until 1 May 2014"."""
        until = f"until {day_in_words(self.until_on)}"
        return f"from {day_in_words(self.from_on)} {until}" if self.from_on else until


class OutletAlias(models.Model):
    """Another name that texts use for an outlet."""

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="aliases")
    name = LineField("also called", max_length=200)

    class Meta:
        verbose_name = "other name"
        verbose_name_plural = "other names"
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="one_outlet_per_alias",
                violation_error_message="An outlet has this other name already.",
            )
        ]

    def __str__(self) -> str:
        return self.name

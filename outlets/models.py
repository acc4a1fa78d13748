"""Outlet: a place where pieces run."""

from typing import Self

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower

from outlets import attribution
from outlets.attribution import OutletName
from prose.fields import LineField, WebURLField
from prose.languages import CHOICES
from prose.slugs import validate_slug


class OutletQuerySet(models.QuerySet["Outlet"]):
    def named(self, text: str) -> Self:
        """Those called so: by bare name, by name with its article, or by an alias, in any case."""
        wanted = " ".join(text.split()).lower()
        full = models.functions.Concat(
            Lower("article"), models.Value(" "), Lower("name"), output_field=models.TextField()
        )
        return (
            self.alias(full=full)
            .filter(
                models.Q(name__iexact=wanted) | models.Q(full=wanted) | models.Q(aliases__name__iexact=wanted)
            )
            .distinct()
        )


class Outlet(models.Model):
    """A newspaper, magazine, site or another think tank; its article is a fact of its own, not part of the name."""

    class Type(models.TextChoices):
        NEWSPAPER = "newspaper", "Newspaper"
        MAGAZINE = "magazine", "Magazine"
        SITE = "site", "Web site"
        BROADCASTER = "broadcaster", "Broadcaster"
        AGENCY = "agency", "News agency"
        JOURNAL = "journal", "Journal"
        THINK_TANK = "think-tank", "Think tank"
        OTHER = "other", "Other"

    class ArticleRule(models.TextChoices):
        NONE = attribution.ArticleRule.NONE.value, "None: “Foreign Policy”"
        SEPARABLE = attribution.ArticleRule.SEPARABLE.value, "Left out in labels: “Hill”, in text “the Hill”"
        INSEPARABLE = attribution.ArticleRule.INSEPARABLE.value, "Always kept: “The Hague Review”"
        FOREIGN = attribution.ArticleRule.FOREIGN.value, "Foreign, always kept: “Die Zeit”"

    name = LineField("name", max_length=200, help_text="Without its article: “Hill”, “Zeit”.")
    article = LineField(
        "article", max_length=10, blank=True, help_text="“The”, “Die”, “L’”; empty where there is none."
    )
    article_rule = models.CharField(
        "how the article prints", max_length=12, choices=ArticleRule.choices, default=ArticleRule.NONE
    )
    slug = models.CharField(
        "web address",
        max_length=90,
        unique=True,
        validators=[validate_slug],
        help_text="/outlets/…/; it stays.",
    )
    url = WebURLField("web site", blank=True)
    feed_url = WebURLField("feed address", blank=True, help_text="The address of its own RSS or Atom feed.")
    type = models.CharField("type", max_length=12, choices=Type.choices, default=Type.NEWSPAPER)
    country = models.CharField(
        "country", max_length=2, blank=True, help_text="Two letters (ISO 3166): US, DE."
    )
    language = models.CharField("language", max_length=12, choices=CHOICES, blank=True)

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = [Lower("name")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article_rule="none") ^ ~models.Q(article=""),
                name="an_article_has_its_rule",
                violation_error_message="An article and how it prints go together: fill in both or neither.",
            ),
            models.UniqueConstraint(
                Lower("name"),
                "country",
                name="one_outlet_per_name_and_country",
                violation_error_message="There is already an outlet of this name in this country.",
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="outlet_address_stays", fields=["slug"])]

    def __str__(self) -> str:
        return self.naming.full

    def clean(self) -> None:
        self.country = self.country.upper()
        if self.country and not (
            len(self.country) == 2 and self.country.isascii() and self.country.isalpha()
        ):
            raise ValidationError({"country": "Write the country as two letters, like US or DE."})

    @property
    def naming(self) -> OutletName:
        """The name as the grammar of `attribution` takes it."""
        return OutletName(self.name, self.article, self.article_rule)


class OutletAlias(models.Model):
    """Another name by which texts mention an outlet."""

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="aliases")
    name = LineField("also called", max_length=200)

    class Meta:
        verbose_name = "other name"
        verbose_name_plural = "other names"
        constraints = [models.UniqueConstraint(Lower("name"), name="one_outlet_per_alias")]

    def __str__(self) -> str:
        return self.name

"""Institution: the publisher of pieces, with its names, contacts and settings."""

import zoneinfo
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models

from prose.fields import LineField, PlainField, WebURLField
from prose.languages import CHOICES
from prose.rewording import rewording


def check_time_zone(name: str) -> None:
    """Raise ValidationError for a name that is not in the zone database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            "“%(name)s” is no time zone: write it like Europe/Berlin or America/New_York.",
            params={"name": name},
        )


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def home(self) -> Self:
        """The institution that owns this site."""
        return self.filter(is_home=True)


class Institution(models.Model):
    """A think tank or one of its centres."""

    class MissingWording(models.TextChoices):
        ORIGINAL = "original", "print the original text, marked with its language"
        BLOCK = "block", "let nothing be published until there is one"

    code = models.SlugField("code", unique=True, help_text="A short lasting key, like “strait”.")
    name = LineField("name", max_length=200, help_text="In full, as it is printed.")
    short_name = LineField("short name", max_length=80, blank=True, help_text="As running text says it.")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="centres",
        verbose_name="parent institution",
        help_text="A centre also prints its parent's disclaimers, and its house style where it has none of its own.",
    )
    url = WebURLField("web site", blank=True)
    time_zone = models.CharField(
        "time zone",
        max_length=64,
        default="UTC",
        validators=[check_time_zone],
        help_text="Like Europe/Berlin.",
    )
    copyright_holder = LineField("copyright holder", max_length=200, blank=True)
    is_home = models.BooleanField(
        "this site's own institution", default=False, help_text="Its name and contacts stand on every page."
    )
    strapline = LineField("strapline", max_length=200, blank=True, help_text="One line under the name.")
    errors_contact = models.EmailField(
        "address for errors", blank=True, help_text="“Report an error” writes here."
    )
    permissions_contact = models.EmailField("address for permissions", blank=True)
    default_kind = models.ForeignKey(
        "Kind", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="usual content type"
    )
    default_language = models.CharField("usual language", max_length=12, choices=CHOICES, default="en")
    missing_wording = models.CharField(
        "without a text in the piece's language",
        max_length=8,
        choices=MissingWording.choices,
        default=MissingWording.ORIGINAL,
        help_text="Nothing is translated by a program, and nothing is left out silently.",
    )
    offers_republication = models.BooleanField(
        "offers its pieces to others",
        default=False,
        help_text="Prints a “Republish this piece” box where this institution holds the right and every author agrees.",
    )
    republication_terms = PlainField(
        "terms for those who republish",
        blank=True,
        help_text="Printed in that box, beside credit and licence.",
    )

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint("is_home", condition=models.Q(is_home=True), name="one_home_institution"),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("pk")),
                name="no_own_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with rewording():
            super().save(*args, **kwargs)

    def clean(self) -> None:
        seen, above = {self.pk}, self.parent
        while above is not None:
            if above.pk in seen and above.pk is not None:
                raise ValidationError({"parent": "An institution cannot stand below itself."})
            seen.add(above.pk)
            above = above.parent

    @property
    def short_label(self) -> str:
        """The short name if there is one, else the full name."""
        return self.short_name or self.name

    def lineage(self) -> list["Institution"]:
        """This institution, its parent and so on up."""
        return [self, *(self.parent.lineage() if self.parent else [])]


class FooterLink(models.Model):
    """One link of the home institution's footer."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="footer_links")
    label = LineField("label", max_length=60)
    url = WebURLField("address")
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "footer link"

    def __str__(self) -> str:
        return self.label

"""People (and bodies) who sign pieces, and the posts they have held."""

import datetime as dt
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from disclaimers.models import Institution
from prose.fields import LineField, PlainField, WebURLField
from prose.slugs import validate_slug


class Author(models.Model):
    """A person or a body named in bylines."""

    class Form(models.TextChoices):
        PERSON = "person", "Person"
        BODY = "body", "Body (an institution, a task force)"

    form = models.CharField("person or body", max_length=8, choices=Form.choices, default=Form.PERSON)
    display_name = LineField("name", max_length=200, help_text="As printed, without title or suffix.")
    sort_name = LineField(
        "sorted as", max_length=200, blank=True, help_text="“Díaz, Ana”. Empty: made from the name."
    )
    courtesy = LineField(
        "courtesy title", max_length=80, blank=True, help_text="“Ambassador”; not printed in bylines."
    )
    suffix = LineField("suffix", max_length=40, blank=True, help_text="“Jr.”, “Ph.D.”")
    slug = models.CharField(
        "web address",
        max_length=90,
        unique=True,
        validators=[validate_slug],
        help_text="/authors/…/; it stays.",
    )
    biography = PlainField("biography", blank=True, help_text="For this person's own page.")
    website = WebURLField("web site", blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="author",
        verbose_name="account",
    )

    class Meta:
        ordering = [Lower("sort_name"), "id"]
        triggers = [pgtrigger.ReadOnly(name="author_address_stays", fields=["slug"])]

    def __str__(self) -> str:
        return self.display_name

    @property
    def printed_name(self) -> str:
        """The name as a byline prints it: "Edwin J. Feulner, Ph.D." """
        return f"{self.display_name}, {self.suffix}" if self.suffix else self.display_name

    def clean(self) -> None:
        before = Author.objects.filter(pk=self.pk).first()
        was_made = before and self.sort_name == sort_name_of(before.display_name, before.form)
        if was_made or not self.sort_name:
            self.sort_name = sort_name_of(self.display_name, self.form)


def sort_name_of(name: str, form: str = Author.Form.PERSON) -> str:
    """ "King, Robert R." for a person whose family name stands last; a body sorts as it is called."""
    given, _, family = name.strip().rpartition(" ")
    return f"{family}, {given}" if given and form == Author.Form.PERSON else name.strip()


class AuthorLink(models.Model):
    """One of an author's own addresses elsewhere (a profile, a feed, ORCID)."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="links")
    label = LineField("label", max_length=60)
    url = WebURLField("address")
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "link"

    def __str__(self) -> str:
        return self.label


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def held(self, on: dt.date) -> Self:
        """Posts held on a day; one without a beginning began before anybody asked."""
        return self.filter(
            Q(from_on__isnull=True) | Q(from_on__lte=on), Q(until_on__isnull=True) | Q(until_on__gt=on)
        )


class Appointment(models.Model):
    """A post someone held, here or elsewhere, from a day until another (exclusive)."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="appointments")
    title = LineField("title", max_length=200, help_text="“senior fellow”")
    unit = LineField("programme or unit", max_length=200, blank=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="appointments", verbose_name="at"
    )
    organisation = LineField("or at another organisation", max_length=200, blank=True)
    from_on = models.DateField("from", null=True, blank=True)
    until_on = models.DateField("until", null=True, blank=True, help_text="The first day it is over.")

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["author", F("from_on").desc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(institution__isnull=True) ^ Q(organisation=""),
                name="an_appointment_is_somewhere",
                violation_error_message="Choose one of our institutions or write another organisation, not both.",
            ),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True) | Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="an_appointment_ends_after_it_begins",
                violation_error_message="The last day must come after the first.",
            ),
        ]

    def __str__(self) -> str:
        return self.in_words

    @property
    def in_words(self) -> str:
        """ "senior adviser, Office of the Korea Chair, CSIS": title, unit, place."""
        place = self.institution.said_name if self.institution else self.organisation
        return ", ".join(part for part in (self.title, self.unit, place) if part)

"""Appointment: a post that an author held, with a disclaimer for its days and the bodies this disclaimer names."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from authors.models.author import Author
from disclaimers.models import Disclaimer, Institution
from prose import slots
from prose.fields import LineField
from prose.names.dated import name_language_field
from prose.periods import is_within, runs_forward, within
from prose.typography import clean_line

MOST_BODIES = 20


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def of(self, authors: Iterable[int]) -> Self:
        """Posts of the people with these keys; for one who was merged into another, the other's posts."""
        keys = list(authors)
        people = Author.objects.filter(Q(pk__in=keys, merged_into=None) | Q(merged__in=keys))
        return self.filter(author__in=people)

    def current(self, on: dt.date) -> Self:
        """Posts held on a day; a post without a first day has always begun."""
        return self.filter(within(on))

    def past(self, on: dt.date) -> Self:
        """Posts that have ended by a day."""
        return self.filter(until_on__lte=on)

    def here(self) -> Self:
        """Posts at one of our own institutions."""
        return self.filter(institution__isnull=False)


class Appointment(models.Model):
    """A post at one of our institutions or elsewhere, from a day until another (exclusive)."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="appointments")
    title = LineField("title", max_length=200, help_text="“senior fellow”")
    unit = LineField("programme or unit", max_length=200, blank=True)
    name_language = name_language_field("the post is in")
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="appointments", verbose_name="at"
    )
    organisation = LineField("or at another organisation", max_length=200, blank=True)
    from_on = models.DateField("from", null=True, blank=True)
    until_on = models.DateField("until", null=True, blank=True, help_text="The first day it is over.")
    disclaimer = models.ForeignKey(
        Disclaimer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
        limit_choices_to={"scope": Disclaimer.Scope.EMPLOYMENT.value},
        verbose_name="disclaimer",
        help_text="Printed on pieces by this person from the post's first day until its last, for them alone.",
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["author", F("from_on").desc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(institution__isnull=True) ^ Q(organisation=""),
                name="an_appointment_is_somewhere",
                violation_error_message="Choose one of our institutions or write another organisation, not both.",
            ),
            runs_forward("an_appointment_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.in_words

    @property
    def in_words(self) -> str:
        """ "senior adviser, Office of the Tides Chair, Harbour": title, unit, place."""
        place = self.institution.short_label if self.institution else self.organisation
        return ", ".join(part for part in (self.title, self.unit, place) if part)

    def is_past(self, on: dt.date) -> bool:
        """True if the post has ended by a day; same rule as `AppointmentQuerySet.past`."""
        return self.until_on is not None and self.until_on <= on

    def is_current(self, on: dt.date) -> bool:
        """True if the post is held on a day; same rule as `AppointmentQuerySet.current`."""
        return is_within(on, self.from_on, self.until_on)

    @property
    def body_names(self) -> list[str]:
        """Names of the bodies in order: ["Harbour Police", "Ministry of Tides"]."""
        return [body.name for body in self.bodies.all()]

    def set_bodies(self, names: Sequence[str]) -> bool:
        """Replace the bodies by these, in this order. True if that changed anything."""
        if self.body_names == list(names):
            return False
        rows = [AppointmentBody(name=name, order=order) for order, name in enumerate(names, start=1)]
        with transaction.atomic():
            self.bodies.all().delete()
            self.bodies.add(*rows, bulk=False)
        return True


class AppointmentBody(models.Model):
    """One of the bodies that a post's disclaimer names, in order: the nearest employer first."""

    appointment = models.ForeignKey(Appointment, models.CASCADE, related_name="bodies")
    name = LineField("body", max_length=200)
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "body"
        verbose_name_plural = "bodies"
        constraints = [
            models.UniqueConstraint(fields=["appointment", "order"], name="bodies_stand_in_one_order"),
            models.UniqueConstraint(fields=["appointment", "name"], name="a_body_is_named_once"),
        ]

    def __str__(self) -> str:
        return self.name


def clean_body_names(names: Iterable[str], disclaimer: Disclaimer | None) -> list[str]:
    """The names as stored, without empty ones.

    Raises `ValidationError` for a name that is too long or repeated, for too many, and for none where the
    disclaimer's texts need one.
    """
    cleaned = [line for name in names if (line := clean_line(name))]
    if len(cleaned) > MOST_BODIES:
        raise ValidationError(f"These are {len(cleaned)} bodies; {MOST_BODIES} at most.")
    most = AppointmentBody._meta.get_field("name").max_length or 0
    problems = [
        f"“{name[:40]}…” is too long: {most} characters at most." for name in cleaned if len(name) > most
    ]
    problems += [f"“{name}” is named twice." for name in sorted(set(cleaned)) if cleaned.count(name) > 1]
    if disclaimer and not cleaned and _needs_bodies(disclaimer):
        problems.append(f"“{disclaimer}” names the bodies behind the post: write at least one.")
    if problems:
        raise ValidationError(problems)
    return cleaned


def _needs_bodies(disclaimer: Disclaimer) -> bool:
    return any("bodies" in slots.required_names(wording.text) for wording in disclaimer.wordings.all())


def posts_to_show(posts: Iterable[Appointment], on: dt.date) -> tuple[list[Appointment], Appointment | None]:
    """The current posts of an author on a day, and the last past one at our institutions.

    The second is None if one of the current posts is at our institutions, or if none ever was.
    """
    rows = list(posts)
    current = [post for post in rows if post.is_current(on)]
    if any(post.institution for post in current):
        return current, None
    past = [post for post in rows if post.institution and post.is_past(on)]
    return current, max(
        past, key=lambda post: (post.until_on or on, post.from_on or dt.date.min), default=None
    )

"""The licence or the permission under which a picture or a file may be shown, with its days and its evidence."""

import datetime as dt
from typing import Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.expressions import Combinable

from disclaimers.models import Licence
from pictures.models.picture import Picture
from prose.dates import check_days
from prose.fields import LineField, PlainField
from prose.periods import order_problems, runs_forward, within

Terms = TypeVar("Terms", bound=models.Model)


class ClearanceState(models.TextChoices):
    """State of a permission for a picture or a file."""

    NOT_NEEDED = "not_needed", "Not needed: it is ours"
    BY_LICENCE = "by_licence", "Given by a licence"
    REQUESTED = "requested", "Asked for"
    GRANTED = "granted", "Granted"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"


ALLOWING = (ClearanceState.NOT_NEEDED, ClearanceState.BY_LICENCE, ClearanceState.GRANTED)


class ClearanceQuerySet(models.QuerySet[Terms]):
    """Licences and permissions."""

    def allowing(self, on: dt.date | Combinable, piece: object = None) -> Self:
        """Those under which something may be shown on a day, in a piece (its uuid) or, with None, anywhere.

        `on`: a day, or an expression for one.
        """
        of_any = Q(only_for=None) | Q(only_for=piece) if piece else Q(only_for=None)
        return self.filter(within(on), of_any, state__in=ALLOWING)

    def for_everything(self) -> Self:
        """Those that once allow, on some day, to show it anywhere."""
        return self.filter(only_for=None, state__in=ALLOWING)


class ClearanceTerms(models.Model):
    """One licence or permission. `only_for`: the uuid of the one piece for which it was given.

    `from_on` until `until_on` (the first day without it); either may be open.
    """

    state = models.CharField("state", max_length=10, choices=ClearanceState.choices)
    licence = models.ForeignKey(Licence, models.PROTECT, null=True, blank=True, related_name="%(app_label)s")
    only_for = models.UUIDField("only for the piece", null=True, blank=True)
    may_be_passed_on = models.BooleanField("others may have it from us", default=False)
    granted_by = LineField("granted by", max_length=200, blank=True)
    asked_on = models.DateField("asked on", null=True, blank=True)
    granted_on = models.DateField("granted on", null=True, blank=True)
    from_on = models.DateField("may be shown from", null=True, blank=True)
    until_on = models.DateField(
        "no longer from", null=True, blank=True, help_text="The first day without permission."
    )
    evidence = LineField(
        "evidence",
        max_length=300,
        blank=True,
        help_text="Where it is on record: a file, a mail with its date.",
    )
    terms = PlainField("terms, in words", blank=True)

    class Meta:
        abstract = True
        verbose_name = "licence or permission"
        verbose_name_plural = "licences and permissions"
        constraints = [
            runs_forward("a_%(class)s_runs_forward"),
            models.CheckConstraint(
                condition=(Q(state="by_licence") & Q(licence__isnull=False))
                | (~Q(state="by_licence") & Q(licence__isnull=True)),
                name="a_%(class)s_has_the_licence_of_its_state",
                violation_error_message="Choose the licence, or another state.",
            ),
            models.CheckConstraint(
                condition=~Q(state="granted") | ~Q(evidence=""),
                name="a_granted_%(class)s_has_its_evidence",
                violation_error_message="Say where the permission is on record.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.licence) if self.licence else str(ClearanceState(self.state).label)

    def clean(self) -> None:
        check_days(self, "asked_on", "granted_on", "from_on", "until_on")
        if problems := order_problems(self.from_on, self.until_on, field="until_on"):
            raise ValidationError(problems)


class Clearance(ClearanceTerms):
    """One licence or permission for a picture."""

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="clearances")

    objects = ClearanceQuerySet["Clearance"].as_manager()

    class Meta(ClearanceTerms.Meta):
        ordering = ["picture", "id"]

"""UsualLicence: the licence under which pieces of a content type go out unless a piece says otherwise."""

import datetime as dt
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Coalesce

from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind
from disclaimers.models.licence import Licence
from prose.periods import OVERLAP, order_problems, runs_forward, within


class UsualLicenceQuerySet(models.QuerySet["UsualLicence"]):
    def in_use(self, on: dt.date) -> Self:
        """Those for pieces of a day."""
        return self.filter(within(on))


class UsualLicence(models.Model):
    """A content type's licence, for all institutions or for one with its centres; `until_on` is exclusive."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="usual_licences")
    licence = models.ForeignKey(Licence, models.PROTECT, related_name="usual_for", verbose_name="licence")
    institution = models.ForeignKey(
        Institution, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="only for"
    )
    from_on = models.DateField("from", null=True, blank=True)
    until_on = models.DateField(
        "until", null=True, blank=True, help_text="The first day on which new pieces go out without it."
    )

    objects = UsualLicenceQuerySet.as_manager()

    class Meta:
        verbose_name = "usual licence"
        ordering = [F("from_on").asc(nulls_first=True), "id"]
        constraints = [
            runs_forward("usual_licence_ends_after_it_begins"),
            ExclusionConstraint(
                name="usual_licences_do_not_overlap",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    # 0 stands for all institutions, because NULL is equal to nothing.
                    (Coalesce("institution", 0, output_field=models.BigIntegerField()), RangeOperators.EQUAL),
                    (Func("from_on", "until_on", function="daterange"), RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_code=OVERLAP,
                violation_error_message="Another licence is the usual one of this content type on some of these days.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.licence)

    def clean(self) -> None:
        if problems := order_problems(self.from_on, self.until_on, field="until_on"):
            raise ValidationError(problems)

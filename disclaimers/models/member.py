"""HouseMember: an account that works for some houses of the desk only."""

from django.conf import settings
from django.db import models

from disclaimers.models.institution import Institution


class HouseMember(models.Model):
    """An account and a house that it works for, with the house's centres. An account without rows works for all.

    So a house with accounts is not deleted: without their last row they would work for every other.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="houses", verbose_name="account"
    )
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+", verbose_name="institution")

    class Meta:
        ordering = ["institution"]
        verbose_name = "account that works for one institution"
        verbose_name_plural = "accounts that work for one institution"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "institution"],
                name="one_membership_per_house",
                violation_error_message="This institution is in the list already.",
            )
        ]

    def __str__(self) -> str:
        return self.institution.short_label

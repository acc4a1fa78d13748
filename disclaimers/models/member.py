"""HouseMember: an account that works for some houses of the desk only."""

from django.conf import settings
from django.db import models

from disclaimers.models.institution import Institution


class HouseMember(models.Model):
    """An account and a house that it works for, with the house's centres. An account without rows works for all."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="houses", verbose_name="account"
    )
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+", verbose_name="institution")

    class Meta:
        ordering = ["institution"]
        verbose_name = "institution that it works for"
        verbose_name_plural = "institutions that it works for"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "institution"],
                name="one_membership_per_house",
                violation_error_message="This institution is in the list already.",
            )
        ]

    def __str__(self) -> str:
        return self.institution.short_label

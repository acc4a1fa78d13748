"""Licence: terms under which others may republish a piece."""

from typing import Self

from django.db import models

from prose.fields import LineField, WebURLField
from prose.merged import merges_on_record


class LicenceQuerySet(models.QuerySet["Licence"]):
    def standing(self) -> Self:
        """Licences that are not merged into another."""
        return self.filter(merged_into=None)


class Licence(models.Model):
    """A licence in one version, printed as "CC BY-ND 4.0" with a link to its text."""

    code = models.SlugField("code", unique=True, help_text="A short lasting key, like “cc-by-nd-4”.")
    name = LineField("name", max_length=80, help_text="As printed, without its version: “CC BY-ND”.")
    version = LineField("version", max_length=40, blank=True, help_text="“4.0”, “3.0 Unported”")
    url = WebURLField("address of its text", blank=True)
    allows_republication = models.BooleanField(
        "allows others to republish", default=False, help_text="Then pieces under it offer to be republished."
    )

    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    objects = LicenceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "version"]
        triggers = [merges_on_record("licence", "disclaimers_licence")]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "version"],
                name="one_licence_per_version",
                violation_error_message="This version of this licence is on record already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()

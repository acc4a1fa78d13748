"""StandingNotice: a notice that an institution shows on its pages for some time, whatever their date."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F

from disclaimers.models.institution import Institution
from prose.fields import PlainField
from prose.languages import CHOICES
from prose.periods import order_problems, runs_forward


class StandingNotice(models.Model):
    """A legal or archive notice with its own days. It is read with each page view, not frozen in editions."""

    class Purpose(models.TextChoices):
        LEGAL = "legal", "Legal"
        ARCHIVE = "archive", "Archive"
        OTHER = "other", "Other"

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="standing_notices")
    purpose = models.CharField("purpose", max_length=8, choices=Purpose.choices, default=Purpose.LEGAL)
    language = models.CharField(
        "on pieces in",
        max_length=12,
        choices=CHOICES,
        blank=True,
        help_text="Empty: pieces in every language.",
    )
    is_for_archive = models.BooleanField("only on pieces from an earlier site", default=False)
    text = PlainField("text", help_text="Printed as it stands, in the language it is written in.")
    shown_from = models.DateField("shown from", null=True, blank=True, help_text="Empty: at once.")
    shown_until = models.DateField(
        "shown until", null=True, blank=True, help_text="From this day on it is gone. Empty: it stays."
    )

    class Meta:
        ordering = ["institution", F("shown_from").desc(nulls_last=True), "id"]
        verbose_name = "standing notice"
        constraints = [
            runs_forward("notice_ends_after_it_begins", first="shown_from", end="shown_until"),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def clean(self) -> None:
        if problems := order_problems(self.shown_from, self.shown_until, field="shown_until"):
            raise ValidationError(problems)

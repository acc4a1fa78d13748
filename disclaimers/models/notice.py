"""StandingNotice: a notice that an institution shows on its pages for some time, whatever their date."""

import datetime as dt
from collections.abc import Iterable
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from disclaimers.models.institution import Institution
from disclaimers.models.period import ENDS_TOO_SOON, order_problems
from prose.fields import PlainField
from prose.languages import CHOICES


class StandingNoticeQuerySet(models.QuerySet["StandingNotice"]):
    def visible(self, on: dt.date) -> Self:
        """Notices whose days include this one."""
        return self.filter(
            Q(shown_from__isnull=True) | Q(shown_from__lte=on),
            Q(shown_until__isnull=True) | Q(shown_until__gt=on),
        )

    def for_page(self, institutions: Iterable[Institution], *, language: str, is_archive: bool) -> Self:
        """Notices of these institutions for a piece in this language; archive notices only for an archive piece."""
        languages = {"", language, language.split("-")[0]}
        notices = self.filter(institution__in=list(institutions), language__in=languages)
        return notices if is_archive else notices.filter(is_for_archive=False)


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

    objects = StandingNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["institution", F("shown_from").desc(nulls_last=True), "id"]
        verbose_name = "standing notice"
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_from__isnull=True)
                | Q(shown_until__isnull=True)
                | Q(shown_until__gt=F("shown_from")),
                name="notice_ends_after_it_begins",
                violation_error_message=ENDS_TOO_SOON,
            )
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def clean(self) -> None:
        if problems := order_problems(self.shown_from, self.shown_until, field="shown_until"):
            raise ValidationError(problems)

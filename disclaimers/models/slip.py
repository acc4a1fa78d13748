"""WordingCorrection: the record of a corrected slip in a published text. Append-only."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone

from disclaimers.models.wording import Wording
from prose.dates import day_in_words


class WordingCorrection(models.Model):
    """Old and new text, reason and user of one correction. Only `disclaimers.slips.correct_slip` creates them."""

    wording = models.ForeignKey(Wording, models.PROTECT, related_name="corrections")
    old_text = models.TextField("said")
    new_text = models.TextField("says since")
    reason = models.TextField("reason")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="by"
    )
    at = models.DateTimeField("at")

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = "correction of a slip"
        verbose_name_plural = "corrections of slips"
        triggers = [
            pgtrigger.Protect(name="wording_corrections_stay", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="wording_corrections_are_not_emptied",
                operation=pgtrigger.Truncate,
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                func="RAISE EXCEPTION 'This table is a record and is never emptied.' "
                "USING ERRCODE = 'check_violation';",
            ),
        ]

    def __str__(self) -> str:
        return f"{day_in_words(timezone.localtime(self.at).date())}: {self.reason}"

"""RecordMerge: two records that are one and the same, such as two topics. On record for good; undone within a day."""

import datetime as dt

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models import triggers

UNDONE_WITHIN = dt.timedelta(days=1)
_UNDOING = """
IF OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL OR OLD.at <= desk_now() - interval '1 day'
    OR (to_jsonb(NEW) - 'undone_at' - 'undone_by_id') IS DISTINCT FROM (to_jsonb(OLD) - 'undone_at' - 'undone_by_id')
THEN
    RAISE EXCEPTION 'A merge is undone within a day, and never rewritten.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_stay';
END IF;
RETURN NEW;
"""


class RecordMerge(models.Model):
    """One merge: `gone` and `kept` are the keys of the two records, which both stay."""

    class Noun(models.TextChoices):
        TOPIC = "topic", "topic"
        PERSON = "person", "person"
        OUTLET = "outlet", "outlet"
        KIND = "kind", "content type"
        LICENCE = "licence", "licence"
        DISCLAIMER = "disclaimer", "disclaimer"
        INSTITUTION = "institution", "institution"
        SERIES = "series", "series"

    noun = models.CharField(max_length=11, choices=Noun.choices)
    gone = models.PositiveBigIntegerField()
    kept = models.PositiveBigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    moved = models.JSONField(default=dict)  # what went along: see `articles.acts.merging.belongings`
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "articles_merge"
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["noun", "gone"], condition=Q(undone_at=None), name="a_record_is_merged_once"
            ),
            models.CheckConstraint(condition=~Q(gone=F("kept")), name="a_record_is_not_merged_into_itself"),
        ]
        triggers = [
            pgtrigger.Protect(name="merges_are_not_deleted", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="merges_stay", operation=pgtrigger.Update, when=pgtrigger.Before, func=_UNDOING
            ),
            triggers.not_back_dated("merges", "at"),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.gone} into {self.kept}"

    def may_be_undone(self, at: dt.datetime) -> bool:
        """True for a day, unless it has been undone."""
        return self.undone_at is None and at < self.at + UNDONE_WITHIN

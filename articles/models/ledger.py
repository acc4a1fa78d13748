"""LedgerEntry: one row for every act on a piece. Appended, never changed."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from articles.models import triggers
from articles.models.article import Article
from articles.models.revision import Revision
from articles.states import Act


class LedgerEntry(models.Model):
    """One act: person, piece, time, reason, states before and after, and the checklist of that moment."""

    act = models.CharField(max_length=20, choices=[(act.value, act.value) for act in Act])
    article = models.ForeignKey(Article, models.PROTECT, related_name="ledger")
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    on_behalf_of = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    checklist = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    overrides = models.JSONField(default=list, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["-id"]
        verbose_name = "history entry"
        verbose_name_plural = "history"
        triggers = [
            *triggers.kept_unless_emptied("ledger_entries"),
            triggers.not_back_dated("ledger_entries", "at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} at {timezone.localtime(self.at):%Y-%m-%d %H:%M}"

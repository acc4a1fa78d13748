"""DeskState: columns of a manuscript that only acts may change, in a table of their own so that no form writes them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models import triggers
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.states import Work


class DeskState(models.Model):
    """One row per article: its newest revision, and the state of the work on it.

    `head_number` is the number of the newest revision (0: none), saved at `saved_at`. `work_entry` is the ledger entry
    that led to the state of the work, `work_since` its instant; `handed_in_by` handed the piece in, and `editor` has
    taken it over.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="desk")
    head_number = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)
    work = models.CharField(
        max_length=20, choices=[(work.value, work.value) for work in Work], default=Work.DRAFTING
    )
    work_entry = models.ForeignKey(LedgerEntry, models.PROTECT, null=True, related_name="+")
    work_since = models.DateTimeField(null=True)
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["work", "-work_since"], condition=~Q(work="drafting"), name="pieces_in_work")
        ]
        triggers = [triggers.work_changes_by_acts(), triggers.deleted_from_the_trash("desk_states")]

    def __str__(self) -> str:
        return f"{self.article}: version {self.head_number}"

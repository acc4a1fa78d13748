"""Batch: published pages to be printed again for one reason, one piece at a time. It can be stopped and resumed.

Its items are created when an editor confirms; each item is settled in the transaction of its own piece.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.topic import Topic
from articles.renewed import ALL_NAMES, NOTHING, Renewable, Renewed
from authors.models import Author
from disclaimers.models import Institution, Kind, Licence, Wording, WordingCorrection
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture


class Batch(models.Model):
    """One update of published pages: its cause, what it reads anew, its reason. While `stopped`, no item is settled.

    One of the records chooses the pages, or none where pieces were chosen one by one. `names` and `wordings` are
    "current" or "pinned" in updates of earlier releases, which have no list `renewed`.
    """

    author = models.ForeignKey(Author, models.PROTECT, null=True, related_name="+")
    outlet = models.ForeignKey(Outlet, models.PROTECT, null=True, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, related_name="+")
    kind = models.ForeignKey(Kind, models.PROTECT, null=True, related_name="+")
    licence = models.ForeignKey(Licence, models.PROTECT, null=True, related_name="+")
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    wording = models.ForeignKey(Wording, models.PROTECT, null=True, related_name="+")
    correction = models.ForeignKey(WordingCorrection, models.PROTECT, null=True, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, related_name="+")
    renewed = models.JSONField(default=list)
    names = models.CharField(max_length=8, blank=True)
    wordings = models.CharField(max_length=8, blank=True)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    stopped = models.BooleanField(default=False)

    class Meta:
        ordering = ["-id"]
        verbose_name = "update of published pages"
        verbose_name_plural = "updates of published pages"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(correction__isnull=True) | Q(wording__isnull=False),
                name="a_corrected_slip_is_one_of_a_wording",
            ),
        ]

    def __str__(self) -> str:
        return f"Update {self.pk} of {timezone.localtime(self.made_at):%Y-%m-%d %H:%M}"

    @property
    def record(self) -> models.Model | None:
        """The record whose pages are printed again; None for pieces chosen one by one."""
        of_the_library = (self.picture, self.document)
        records = (
            self.author,
            self.outlet,
            self.topic,
            self.kind,
            self.licence,
            *of_the_library,
            self.wording,
        )
        return next((record for record in records if record), self.institution)

    @property
    def subjects(self) -> Renewed:
        """The subjects that are read anew from today's records."""
        if self.renewed:
            return Renewed(frozenset(self.renewed))
        texts = Renewed.of(Renewable.DISCLAIMERS) if self.wordings == "current" else NOTHING
        slips = Renewed.of(Renewable.SLIPS, keys=[self.wording_id]) if self.correction_id else NOTHING
        return (ALL_NAMES if self.names == "current" else NOTHING) | texts | slips


class BatchItem(models.Model):
    """One piece of a batch and its result. `sentence`: why the piece was refused."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        DONE = "done", "Updated"
        UNCHANGED = "unchanged", "Nothing to change"
        REFUSED = "refused", "Refused"

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items")
    article = models.ForeignKey(Article, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    sentence = models.TextField(blank=True)
    entry = models.ForeignKey(LedgerEntry, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["batch", "article"], name="one_item_for_each_piece_of_a_batch"),
            models.CheckConstraint(
                condition=Q(state="done", entry__isnull=False) | (~Q(state="done") & Q(entry__isnull=True)),
                name="a_piece_that_was_updated_has_its_entry",
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "id"], condition=Q(state="waiting"), name="batch_items_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: piece {self.article_id} of update {self.batch_id}"

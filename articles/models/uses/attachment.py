"""Attachment: a file of the library that a piece carries, a row of its manuscript."""

from django.db import models

from articles.models.article import Article
from documents.models import Document
from prose.fields import LineField


class AttachmentKind(models.TextChoices):
    """Kinds of files, as readers are told."""

    REPORT = "report", "Report"
    TRANSCRIPT = "transcript", "Transcript"
    DATA = "data", "Data"
    SLIDES = "slides", "Slides"
    ANNEX = "annex", "Annex"
    OTHER = "other", "Other: its name says it"


class Attachment(models.Model):
    """One file below a piece. `title`: its name on this piece's page, where that is not its own."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="attachments")
    order = models.PositiveSmallIntegerField("order", default=0)
    document = models.ForeignKey(Document, models.PROTECT, related_name="attachments", verbose_name="file")
    kind = models.CharField(
        "what it is", max_length=10, choices=AttachmentKind.choices, default=AttachmentKind.OTHER
    )
    title = LineField(
        "name as printed here", max_length=200, blank=True, help_text="Empty: the file’s own name."
    )

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "file of a piece"
        verbose_name_plural = "files of pieces"
        default_permissions = ()

    def __str__(self) -> str:
        return self.title or str(self.document)

"""Revision: the whole content of a manuscript at one save. Appended, never changed."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.fields.json import KT

from articles.models import triggers
from articles.models.article import Article


class Revision(models.Model):
    """Content as JSON with its hash (`articles.snapshot`). Two revisions in a row never have the same hash."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()
    label = models.CharField(max_length=120, blank=True)
    schema = models.PositiveSmallIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    content_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["article", "-number"]
        verbose_name = "saved version"
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revisions_are_numbered")]
        indexes = [
            # What is made from a piece: asked by every act that changes what readers get of it.
            models.Index(KT("content__translation_of_id"), name="revisions_by_original"),
            models.Index(KT("content__made_from_id"), name="revisions_by_source"),
        ]
        triggers = [
            *triggers.kept_unless_emptied("revisions"),
            triggers.not_back_dated("revisions", "saved_at"),
        ]

    def __str__(self) -> str:
        return f"{self.article}, version {self.number}"

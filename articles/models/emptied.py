"""EmptiedPiece: the one line that stays of a piece that was emptied from the trash. Its text is gone."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models import triggers
from articles.querysets import EmptiedPieceQuerySet


class EmptiedPiece(models.Model):
    """A piece that readers never had: who began it, who threw it away, and when. No word of it is kept."""

    uuid = models.UUIDField("the piece's lasting name", unique=True)
    versions = models.PositiveIntegerField("saved versions")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    trashed_at = models.DateTimeField()
    trashed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    emptied_at = models.DateTimeField()

    objects = EmptiedPieceQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        triggers = [
            *triggers.never_rewritten("emptied_pieces"),
            triggers.not_back_dated("emptied_pieces", "emptied_at"),
        ]

    def __str__(self) -> str:
        begun, emptied = timezone.localtime(self.begun_at), timezone.localtime(self.emptied_at)
        return f"A piece of {begun:%Y-%m-%d}, emptied from the trash {emptied:%Y-%m-%d}"

"""EditionCard: the share card of an edition, kept because drawing takes longer than reading it."""

from django.db import models

from articles.models.edition import Edition


class EditionCard(models.Model):
    """The share card of an edition as PNG; empty where it needs none. It is derived: any row may be deleted.

    A worker draws it again.
    """

    edition = models.OneToOneField(Edition, models.CASCADE, primary_key=True, related_name="card")
    content = models.BinaryField()
    drawn_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Card of {self.edition_id}"

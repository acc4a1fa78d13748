"""Look: the last time that a person looked at a piece."""

from django.conf import settings
from django.db import models

from articles.models.article import Article


class Look(models.Model):
    """One row for a person and a piece. `newest_entry`: the key of the newest entry of its history then, 0 for none."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="looks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    newest_entry = models.BigIntegerField()
    looked_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "person"], name="one_look_of_a_person_at_a_piece"),
        ]
        indexes = [models.Index(fields=["person", "-looked_at"], name="looks_of_a_person")]

    def __str__(self) -> str:
        return f"{self.person} at {self.article}"

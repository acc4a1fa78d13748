"""DeskState: what only acts may change about a manuscript, apart from it so that no form can write it."""

from django.db import models

from articles.models.article import Article


class DeskState(models.Model):
    """One row per article: which revision is the newest, and when it was saved."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="desk")
    head_number = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.article}: version {self.head_number}"

"""DeskState: columns of a manuscript that only acts may change, in a table of their own so that no form writes them."""

from django.db import models

from articles.models.article import Article


class DeskState(models.Model):
    """One row per article: the number of the newest revision (0: none) and the time of its save."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="desk")
    head_number = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.article}: version {self.head_number}"

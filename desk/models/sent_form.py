"""SentForm: which form made which piece, so that a form sent twice makes one piece."""

from django.db import models

from articles.models.article import Article


class SentForm(models.Model):
    """The key of a form and the piece that it made. The key is new each time the form is drawn."""

    key = models.UUIDField(primary_key=True)
    article = models.OneToOneField(Article, models.CASCADE, related_name="sent_form")

    def __str__(self) -> str:
        return f"{self.article}: form {self.key}"

"""SentForm: which form made which piece, so that a form sent twice makes one piece."""

import uuid
from typing import Any

from django.db import models

from articles.models.article import Article
from prose.keys import as_uuid

FORM_KEY = "form_key"  # the hidden field with the form's key


class SentForm(models.Model):
    """The key of a form and the piece that it made. The key is new each time the form is drawn."""

    key = models.UUIDField(primary_key=True)
    article = models.OneToOneField(Article, models.CASCADE, related_name="sent_form")

    def __str__(self) -> str:
        return f"{self.article}: form {self.key}"


def key_in(post: Any) -> uuid.UUID | None:
    """The key of a submitted form; None if it has none that makes sense."""
    return as_uuid(post.get(FORM_KEY, ""))

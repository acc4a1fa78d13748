"""Buffer: text that somebody has typed in the form of a piece and not saved."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.querysets import User
from prose.fields import LineField

KEPT_FOR = dt.timedelta(days=30)


class BufferQuerySet(models.QuerySet["Buffer"]):
    def of(self, person: User) -> Self:
        """Those of one person, the last one typed first."""
        return self.filter(person=person.pk).order_by("-kept_at", "-id")

    def old(self, at: dt.datetime) -> Self:
        return self.filter(kept_at__lt=at - KEPT_FOR)


class Buffer(models.Model):
    """The form of one tab as it was typed: never a version of the piece, and readers get nothing of it.

    It belongs to a piece, or to the form of a new one by its key. `typed`: a `desk.unsaved.typed.Typed` as JSON.
    `base`: the number of the version that the form was opened on. `turn` rises with each form that the tab sends, so
    that one that comes late takes no place of a newer one.
    """

    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="buffers")
    form_key = models.UUIDField(null=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tab = models.UUIDField(default=uuid.uuid4)
    turn = models.BigIntegerField(default=0)
    headline = LineField(max_length=200, blank=True)
    typed = models.JSONField()
    base = models.PositiveIntegerField(default=0)
    kept_at = models.DateTimeField()

    objects = BufferQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, form_key__isnull=True)
                | Q(article__isnull=True, form_key__isnull=False),
                name="a_buffer_belongs_to_a_piece_or_a_form",
            ),
            models.UniqueConstraint(
                fields=["article", "form_key", "person", "tab"],
                nulls_distinct=False,
                name="one_buffer_of_a_form_in_a_tab",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-kept_at"], name="buffers_of_a_person"),
            models.Index(fields=["kept_at"], name="buffers_by_age"),
        ]

    def __str__(self) -> str:
        return self.headline or "a text without a headline"

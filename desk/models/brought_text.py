"""BroughtText: a text that was brought in, until it is read and a draft is made of it."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.querysets import User
from desk.models.shared_comment import SentBackFile
from prose.fields import LineField

KEPT_FOR = dt.timedelta(days=1)
MOST_ATTEMPTS = 2  # one whose reader was ended, by a restart for example, is read once more
READER_ENDED = "The program that read this text was ended, twice. Nothing was made of it."


class BroughtTextQuerySet(models.QuerySet["BroughtText"]):
    def waiting(self) -> Self:
        return self.filter(state=BroughtText.Stage.WAITING).order_by("brought_at", "id")

    def being_read(self) -> Self:
        return self.filter(state=BroughtText.Stage.BEING_READ)

    def old(self, at: dt.datetime) -> Self:
        return self.filter(brought_at__lt=at - KEPT_FOR)

    def for_piece(self, article: Article, user: User) -> Self:
        """The user's own texts that are to be laid over a piece, without their content, with the link they came by."""
        own = self.filter(brought_by=user.pk, article=article)
        return own.defer("content").select_related("sent_back__link")

    def give_up(self) -> None:
        """Let texts whose reader has ended without a word wait again; the second time they are refused."""
        being_read = self.being_read()
        being_read.filter(attempts__gte=MOST_ATTEMPTS).update(state="refused", refusal=READER_ENDED)
        being_read.filter(attempts__lt=MOST_ATTEMPTS).update(state="waiting", begun_at=None)


class BroughtText(models.Model):
    """A pasted text or a file as somebody brought it, and what was read in it. It is kept for a day.

    `read` holds the values that the confirmation page is filled with; `refusal` is the sentence why there are none.
    `article`: the piece over which it is to be laid, None for a text that is to be a new piece; `sent_back`: the file
    of a shared link's reader that it was.
    """

    class Stage(models.TextChoices):
        WAITING = "waiting", "Waiting"
        BEING_READ = "being read", "Being read"
        READ = "read", "Read"
        REFUSED = "refused", "Not read"
        STOPPED = "stopped", "Stopped"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    brought_at = models.DateTimeField()
    file_name = LineField("file", max_length=255, blank=True, help_text="Empty for a pasted text.")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+")
    sent_back = models.ForeignKey(SentBackFile, models.SET_NULL, null=True, related_name="+")
    content = models.BinaryField()
    state = models.CharField(max_length=10, choices=Stage.choices, default=Stage.WAITING)
    begun_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    read = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    refusal = models.TextField(blank=True)

    objects = BroughtTextQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(state="read", read__isnull=False) | (~Q(state="read") & Q(read__isnull=True)),
                name="a_text_that_was_read_has_its_values",
            ),
            models.CheckConstraint(
                condition=~Q(state="being read") | Q(begun_at__isnull=False),
                name="a_text_being_read_has_begun",
            ),
        ]
        indexes = [
            models.Index(
                fields=["brought_at"],
                condition=Q(state="waiting") | Q(state="being read"),
                name="brought_texts_in_line",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name or "a pasted text"

    @property
    def is_in_line(self) -> bool:
        return self.state in (self.Stage.WAITING, self.Stage.BEING_READ)

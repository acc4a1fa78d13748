"""Comments and proposed wording, from the readers of shared links or from the margin of a file; and files sent back."""

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.models.revision import Revision
from desk.models.shared_link import SharedLink
from prose.fields import LineField, PlainField

MOST_COMMENT_CHARS = 5_000
MOST_COMMENTS, MOST_COMMENTS_AN_HOUR, MOST_FILES = 200, 60, 10


class SharedCommentQuerySet(models.QuerySet["SharedComment"]):
    def of(self, article: Article) -> Self:
        return self.filter(revision__article=article)

    def waiting(self) -> Self:
        """Comments and proposals on which nobody at the desk has decided."""
        return self.filter(outcome="")


class SharedComment(models.Model):
    """A comment on a piece or a passage of it, or other words for that passage.

    It stays with the version on which it was made: `part` and `block` are the place there, `quoted` its words. Without
    a `link` it was in the margin of a file: `name` wrote it, `dated` as the file says, by the clock of some computer.
    `spans`: None for words inside a block; else the number of blocks from `block` on in whose place `markup` is to
    stand: a proposal that strikes a paragraph has none, one that adds some stands in the place of no block.
    """

    class PassagePart(models.TextChoices):
        PIECE = "piece", "The whole piece"
        HEADLINE = "headline", "Headline"
        DEK = "dek", "Dek"
        BODY = "body", "Text"

    class CommentOutcome(models.TextChoices):
        SETTLED = "settled", "Settled"
        TAKEN = "taken", "Taken"
        LEFT = "left", "Left as it was"

    link = models.ForeignKey(SharedLink, models.CASCADE, null=True, related_name="comments")
    name = LineField(max_length=120, blank=True)
    file_name = LineField(max_length=255, blank=True)
    dated = models.CharField(max_length=25, blank=True)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    part = models.CharField(max_length=8, choices=PassagePart.choices, default=PassagePart.PIECE)
    block = models.PositiveIntegerField(null=True)
    quoted = PlainField(blank=True)
    words = PlainField(blank=True)
    wording = PlainField(blank=True)
    spans = models.PositiveIntegerField(null=True)
    markup = models.TextField(blank=True)
    is_proposal = models.BooleanField(default=False)
    outcome = models.CharField(max_length=8, choices=CommentOutcome.choices, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = SharedCommentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") | Q(is_proposal=True), name="a_shared_comment_says_something"
            ),
            models.CheckConstraint(
                condition=Q(is_proposal=False)
                | (~Q(part="piece") & (~Q(quoted="") | Q(spans__isnull=False))),
                name="a_proposal_is_for_a_passage",
            ),
            models.CheckConstraint(
                condition=Q(link__isnull=False) | ~Q(name=""), name="a_comment_is_somebodys"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.whose}, {self.get_part_display()}"

    @property
    def whose(self) -> str:
        """The person who wrote it."""
        return self.link.name if self.link else self.name

    @property
    def dated_at(self) -> dt.datetime | None:
        """When a file says that it was written, by the clock of some computer; None if it does not say."""
        try:
            return dt.datetime.fromisoformat(self.dated)
        except ValueError:
            return None


class SentBackFile(models.Model):
    """A file that the reader of a link sent back. It is read once somebody at the desk asks for it.

    `handed_in`: headline, dek and body as they were read in it, for its reader to compare with. `compared_at`: when
    somebody last had it before them beside the draft.
    """

    link = models.ForeignKey(SharedLink, models.CASCADE, related_name="files")
    at = models.DateTimeField()
    file_name = LineField(max_length=255)
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    looked_at = models.DateTimeField(null=True)
    handed_in = models.JSONField(null=True)
    compared_at = models.DateTimeField(null=True)
    compared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["link", "digest"], name="a_file_is_sent_back_once"),
        ]

    def __str__(self) -> str:
        return self.file_name

"""SharedLink: an address at which one person without an account reads a piece, for some days."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.acts import OutsideReader
from articles.models.approval import ApprovalKind
from articles.models.article import Article
from articles.models.revision import Revision
from prose.fields import LineField

USUAL_DAYS, MOST_DAYS = 7, 90
HOUR, MOST_PAGES_AN_HOUR = dt.timedelta(hours=1), 300
"""A person who reads, compares and reloads all day stays far below it; a program that asks without end does not."""


class SharedLinkQuerySet(models.QuerySet["SharedLink"]):
    def open(self, at: dt.datetime) -> Self:
        """Links that open their piece at an instant."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at)


class SharedLink(models.Model):
    """One link for one person. Its token is kept as a hash: nobody can read the address here.

    `pinned`: the one version that it shows; None if it follows the draft. `first_shown`: the newest version when the
    link was made, with which its reader compares. `asked`: the pages that it was asked for since `asked_since`, within
    an hour.
    """

    class OutsideKind(models.TextChoices):
        AUTHOR = "author", "Its author"
        LAWYER = "lawyer", "A lawyer"
        PARTNER = "partner", "A partner"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="shared_links")
    pinned = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    first_shown = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    name = LineField(max_length=120)
    email = models.EmailField(blank=True)
    reader = models.CharField(max_length=8, choices=OutsideKind.choices)
    may_comment = models.BooleanField(default=True)
    may_sign_off = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opened = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True)
    asked_since = models.DateTimeField(null=True)
    asked = models.PositiveIntegerField(default=0)

    objects = SharedLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at"))
                & Q(expires_at__lte=F("made_at") + dt.timedelta(days=MOST_DAYS + 1)),
                name="a_shared_link_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.article}"

    @property
    def as_reader(self) -> OutsideReader:
        """Its reader, as acts and the ledger name them."""
        return OutsideReader(self.name, _KINDS[self.reader], self.pk)

    @property
    def sees_manuscript(self) -> bool:
        """True for readers of the whole text, whatever readers of the site may have of it."""
        return self.reader != self.OutsideKind.PARTNER

    def rests_until(self, at: dt.datetime) -> dt.datetime | None:
        """The end of the hour in which it was asked for as many pages as it gives; None if it gives one more."""
        ends = self.asked_since + HOUR if self.asked_since else at
        return ends if ends > at and self.asked >= MOST_PAGES_AN_HOUR else None

    def is_open(self, at: dt.datetime) -> bool:
        return self.revoked_at is None and at < self.expires_at


_KINDS: dict[str, ApprovalKind] = {
    SharedLink.OutsideKind.AUTHOR: ApprovalKind.AUTHOR,
    SharedLink.OutsideKind.LAWYER: ApprovalKind.LEGAL,
    SharedLink.OutsideKind.PARTNER: ApprovalKind.PARTNER,
}

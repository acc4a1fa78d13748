"""Approval: somebody's word that one exact text may go out. Appended, never changed."""

import uuid
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models import triggers
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from prose.fields import LineField, PlainField

_OF_ITS_VERSION = """
IF NOT EXISTS (SELECT 1 FROM articles_revision r WHERE r.id = NEW.revision_id AND r.article_id = NEW.article_id
               AND r.content_hash = NEW.content_hash)
    OR NOT EXISTS (SELECT 1 FROM articles_ledgerentry l WHERE l.id = NEW.entry_id AND l.article_id = NEW.article_id)
THEN
    RAISE EXCEPTION 'An approval has the hash of its version, and an entry of its own piece.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'approvals_are_of_their_version';
END IF;
RETURN NEW;
"""


class ApprovalKind(models.TextChoices):
    """In which respect a text was approved; the last three come from people without an account, by a shared link."""

    EDITORIAL = "editorial", "As an editor"
    LEGAL = "legal", "For the law"
    AUTHOR = "author", "As its author"
    PARTNER = "partner", "As a partner"


class ApprovalQuerySet(models.QuerySet["Approval"]):
    def counting_for(self, revision: Revision) -> Self:
        """Approvals of this exact text, in whichever of the piece's versions it stood."""
        return self.filter(article=revision.article_id, content_hash=revision.content_hash)


class Approval(models.Model):
    """An account's, or that of a person named by the desk who had a shared link (`through`: the link's key).

    `content_hash`: that of the text. A later version with another hash has no part in it.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="approvals")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    content_hash = models.CharField(max_length=64)
    kind = models.CharField(max_length=10, choices=ApprovalKind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    name = LineField(max_length=120, blank=True)
    through: "models.UUIDField[uuid.UUID | None, uuid.UUID | None]" = models.UUIDField(null=True)
    at = models.DateTimeField()
    words = PlainField(blank=True)
    entry = models.OneToOneField(LedgerEntry, models.PROTECT, related_name="approval")

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(by__isnull=False, name="", through__isnull=True)
                | (Q(by__isnull=True, through__isnull=False) & ~Q(name="")),
                name="an_approval_is_an_accounts_or_a_named_persons",
            ),
            models.UniqueConstraint(
                fields=["article", "kind", "content_hash", "by"], name="one_approval_of_a_text_by_an_account"
            ),
            models.UniqueConstraint(
                fields=["article", "content_hash", "through"], name="one_approval_of_a_text_through_a_link"
            ),
        ]
        triggers = [
            *triggers.kept_unless_emptied("approvals"),
            triggers.not_back_dated("approvals", "at"),
            pgtrigger.Trigger(
                name="approvals_are_of_their_version",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=_OF_ITS_VERSION,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.whose}"

    @property
    def whose(self) -> str:
        """The person's name, or the account's."""
        return self.name or (self.by.get_username() if self.by else "")

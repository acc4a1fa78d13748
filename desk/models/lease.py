"""Lease: a tab has the form of a piece open, as long as it says so. It forbids nobody anything."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models

from articles.models.article import Article
from articles.querysets import User

LASTS = dt.timedelta(minutes=2)
FORGOTTEN_AFTER = dt.timedelta(days=1)


class LeaseQuerySet(models.QuerySet["Lease"]):
    def running(self, at: dt.datetime) -> Self:
        """Those of tabs that were heard of within two minutes."""
        return self.filter(seen_at__gt=at - LASTS)

    def of_others(self, person: User) -> Self:
        return self.exclude(person=person.pk)

    def old(self, at: dt.datetime) -> Self:
        return self.filter(seen_at__lt=at - FORGOTTEN_AFTER)


class Lease(models.Model):
    """One tab with the form of a piece. `taken_by`: who took the writing over from it, at `taken_at`."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="leases")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tab = models.UUIDField(default=uuid.uuid4)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    has_unsaved = models.BooleanField(default=False)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)

    objects = LeaseQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "person", "tab"], name="one_lease_of_a_tab"),
        ]
        indexes = [models.Index(fields=["seen_at"], name="leases_by_age")]

    def __str__(self) -> str:
        return f"{self.person} at {self.article}"

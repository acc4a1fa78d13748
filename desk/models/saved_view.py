"""SavedView: filters and columns of the list of pieces under a name."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.querysets import User
from prose.fields import LineField

MAX_NAME_CHARS = 60
MAX_QUERY_CHARS = 2000


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def open_to(self, person: User) -> Self:
        """A person's own views, then those that others share with the desk."""
        mine = models.Case(
            models.When(person=person.pk, then=0), default=1, output_field=models.IntegerField()
        )
        views = self.filter(Q(person=person.pk) | Q(is_shared=True)).select_related("person")
        return views.order_by(mine, "name", "pk")


class SavedView(models.Model):
    """A view of one person. `query`: its filters, columns and order, as the list's address has them.

    `meant`: the names of the records that the query names by their keys, as they were then.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = LineField(max_length=MAX_NAME_CHARS)
    query = models.CharField(max_length=MAX_QUERY_CHARS, blank=True)
    meant = models.JSONField(default=dict)
    is_shared = models.BooleanField(default=False)
    is_default = models.BooleanField(default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="one_view_of_a_name"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(is_default=True), name="one_view_opens_by_default"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return f"{reverse('admin:articles_article_changelist')}?{self.query}{'&' if self.query else ''}view={self.pk}"

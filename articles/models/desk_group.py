"""DeskGroup: what the desk has given one of its groups, so that what an administrator changed since stays."""

from django.contrib.auth.models import Group
from django.db import models


class DeskGroup(models.Model):
    """A group of the table `articles.groups.GROUPS`, by the name that it has there.

    `group` is empty once an administrator has deleted it. `given`: the permissions of the table at the last start, as
    in "articles.view_article".
    """

    name = models.CharField(max_length=150, unique=True)
    group = models.OneToOneField(Group, models.SET_NULL, null=True, related_name="+")
    given = models.JSONField(default=list)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

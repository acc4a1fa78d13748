"""StepSetAside: a first step that an administrator does not need, such as a disclaimer for a house that prints none."""

from django.conf import settings
from django.db import models


class StepSetAside(models.Model):
    """One step of `desk.first_steps.steps`, with who set it aside and when."""

    step = models.CharField(max_length=20, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.step

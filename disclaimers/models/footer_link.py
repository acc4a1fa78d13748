"""FooterLink: a link at the foot of an institution's pages."""

from django.db import models

from disclaimers.models.institution import Institution
from prose.fields import LineField, WebURLField
from prose.languages import CHOICES


class FooterLink(models.Model):
    """One link of the home institution's footer."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="footer_links")
    label = LineField("label", max_length=60)
    url = WebURLField("address")
    language = models.CharField(
        "on pages in", max_length=12, choices=CHOICES, blank=True, help_text="Empty: in every language."
    )
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "footer link"

    def __str__(self) -> str:
        return self.label

"""Logo: the picture that stands for an institution or an outlet. Their apps do not know pictures."""

from django.db import models
from django.db.models import Q

from disclaimers.models import Institution
from pictures.models.picture import Picture


class Logo(models.Model):
    """The logo of one institution or of one outlet. Its text alternative is the name."""

    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        related_name="logos",
        verbose_name="picture",
        help_text="From the library. A drawing (SVG) is saved as a PNG first, best with a transparent ground.",
    )
    institution = models.OneToOneField(
        Institution, models.CASCADE, null=True, blank=True, related_name="logo", verbose_name="institution"
    )
    # By its name, because people know pictures, and people do not know outlets.
    outlet = models.OneToOneField(
        "outlets.Outlet", models.CASCADE, null=True, blank=True, related_name="logo", verbose_name="outlet"
    )

    class Meta:
        verbose_name = "logo"
        verbose_name_plural = "logos"
        constraints = [
            models.CheckConstraint(
                condition=Q(institution__isnull=False) ^ Q(outlet__isnull=False),
                name="a_logo_stands_for_one",
                violation_error_message="A logo stands for an institution or for an outlet, not for both.",
            )
        ]

    def __str__(self) -> str:
        return str(self.picture)

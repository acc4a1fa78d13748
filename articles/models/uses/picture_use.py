"""PictureUse: a picture that a manuscript uses, so that its page in the library can say where."""

from django.db import models

from articles.models.article import Article
from pictures.models import Picture


class PicturePlace(models.TextChoices):
    """Places of a piece at which a picture stands."""

    LEAD = "lead", "Lead picture"
    FIGURE = "figure", "In the text"


class PictureUse(models.Model):
    """One picture at one place of a manuscript, derived from it at each save (`articles.picture_uses`)."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="picture_uses")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="uses")
    place = models.CharField("place", max_length=6, choices=PicturePlace.choices)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["article", "picture", "place"], name="one_use_of_a_picture_at_a_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_place_display()} of {self.article}"

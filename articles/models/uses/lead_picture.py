"""LeadPicture: the picture above a piece, with its words and its crop for this piece: fields of `Article`."""

from collections.abc import Iterator

from django.db import models

from pictures.models import Picture
from prose.fields import LineField
from prose.limits import MAX_ALT_CHARS


class Crop(models.TextChoices):
    """Shapes to which a picture is cut around its focal point."""

    WHOLE = "", "The whole picture"
    WIDE = "16:9", "Wide, 16:9"
    PHOTO = "3:2", "As a photograph, 3:2"
    SQUARE = "1:1", "Square"


class LeadPicture(models.Model):
    """Fields of a piece's lead picture. Without a text alternative and not decorative: nobody has answered yet."""

    lead_picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="led_pieces",
        verbose_name="lead picture",
        help_text="Above the text, in lists and on shared cards.",
    )
    lead_alt = LineField(
        "what the lead picture shows",
        max_length=MAX_ALT_CHARS,
        blank=True,
        help_text="For readers who cannot see it: what it shows here, in a sentence or two.",
    )
    lead_is_decorative = models.BooleanField(
        "the lead picture is decorative",
        default=False,
        help_text="It says nothing that the text does not: programs that read aloud pass it over.",
    )
    lead_caption = LineField(
        "caption of the lead picture",
        max_length=600,
        blank=True,
        help_text="Without the credit: that comes from the picture’s own page.",
    )
    lead_crop = models.CharField(
        "crop of the lead picture", max_length=4, choices=Crop.choices, blank=True, default=Crop.WHOLE
    )

    class Meta:
        abstract = True

    def lead_contradictions(self) -> Iterator[tuple[str, str]]:
        """Facts of the lead picture that cannot both be true: the field to look at, and a sentence."""
        if self.lead_alt and self.lead_is_decorative:
            sentence = (
                "There is a text alternative, and the picture is said to be decorative: one of the two."
            )
            yield "lead_is_decorative", sentence

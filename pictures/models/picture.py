"""Picture: what is known of one picture, whatever files it has."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from pictures.models.credited import Credited, CreditedQuerySet
from prose.dates import Precision, check_day
from prose.fields import LineField, PlainField

MIDDLE = 50
_PRECISIONS = [(one.value, f"to the {one.value}") for one in (Precision.DAY, Precision.MONTH, Precision.YEAR)]


class PictureQuerySet(CreditedQuerySet["Picture"]):
    """Pictures of the library."""


class Picture(Credited):
    """A picture in the library.

    `focus_across`, `focus_down`: the point that every crop keeps, in hundredths of width and height.
    """

    title = LineField(
        "name in the library", max_length=200, help_text="To find it again; readers do not see it."
    )
    description = PlainField(
        "what it shows",
        blank=True,
        help_text="For who cannot see it. Offered as the text alternative wherever the picture is used.",
    )
    shown_words = PlainField(
        "words that it shows",
        blank=True,
        help_text="A chart’s title, a sign, a slogan, word for word. Empty: it shows none. The checklist looks for "
        "them in the text alternative and the caption.",
    )
    people = LineField("people in it", max_length=500, blank=True, help_text="Separated by commas.")
    place = LineField("place", max_length=200, blank=True)
    taken_on = models.DateField("taken on", null=True, blank=True)
    taken_precision = models.CharField("known", max_length=5, choices=_PRECISIONS, default=Precision.DAY)
    focus_across = models.PositiveSmallIntegerField(
        "focal point across", default=MIDDLE, validators=[MaxValueValidator(100)]
    )
    focus_down = models.PositiveSmallIntegerField(
        "focal point down", default=MIDDLE, validators=[MaxValueValidator(100)]
    )

    objects = PictureQuerySet.as_manager()

    class Meta(Credited.Meta):
        constraints = [
            *Credited.Meta.constraints,
            models.CheckConstraint(
                condition=Q(focus_across__lte=100) & Q(focus_down__lte=100),
                name="a_focal_point_is_in_its_picture",
                violation_error_message="The focal point lies in the picture: 0 to 100 across and down.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        check_day(self.taken_on)

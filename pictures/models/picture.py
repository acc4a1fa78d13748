"""Picture: what is known of one picture, whatever files it has."""

import uuid
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from disclaimers.lineage import DeskUser, open_to
from disclaimers.models import Institution
from prose.dates import Precision, check_day
from prose.fields import LineField, PlainField
from prose.names.dated import name_language_field

MAX_CREDIT_CHARS = 300
MIDDLE = 50
_PRECISIONS = [(one.value, f"to the {one.value}") for one in (Precision.DAY, Precision.MONTH, Precision.YEAR)]


class Source(models.TextChoices):
    """Kinds of sources from which a picture came."""

    AGENCY = "agency", "An agency"
    PERSON = "person", "A person"
    OWN = "own", "Our own work"
    UNKNOWN = "unknown", "Not known yet"


class PictureQuerySet(models.QuerySet["Picture"]):
    def visible_to(self, user: DeskUser) -> Self:
        """Pictures of the houses that an account works for, and those of no house in particular."""
        return self.filter(Q(institution=None) | Q(institution__in=open_to(user)))

    def offered_to(self, user: DeskUser, own: int | None) -> Self:
        """Pictures that an account may choose for a record: those visible to it, and the record's `own` (its key)."""
        theirs = self.visible_to(user)
        return theirs | self.filter(pk=own) if own else theirs

    def with_file(self, digest: str) -> Self:
        """Pictures that have, or had, the file with this digest, the first one first."""
        return self.filter(files__digest=digest).order_by("added_at", "id").distinct()


class Picture(models.Model):
    """A picture in the library.

    `credit` is printed with it word for word; without one the creator and the source are. `focus_across`,
    `focus_down`: the point that every crop keeps, in hundredths of width and height. Its words are in `language`.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    title = LineField(
        "name in the library", max_length=200, help_text="To find it again; readers do not see it."
    )
    description = PlainField(
        "what it shows",
        blank=True,
        help_text="For who cannot see it. Offered as the text alternative wherever the picture is used.",
    )
    creator = LineField("taken or made by", max_length=200, blank=True)
    credit = LineField(
        "required credit",
        max_length=MAX_CREDIT_CHARS,
        blank=True,
        help_text="Printed with the picture, word for word: “Ida Quay/Harbour Pictures”.",
    )
    source_kind = models.CharField("from", max_length=8, choices=Source.choices, default=Source.UNKNOWN)
    source = LineField(
        "name of the source", max_length=200, blank=True, help_text="The agency, or who sent it."
    )
    people = LineField("people in it", max_length=500, blank=True, help_text="Separated by commas.")
    place = LineField("place", max_length=200, blank=True)
    taken_on = models.DateField("taken on", null=True, blank=True)
    taken_precision = models.CharField("known", max_length=5, choices=_PRECISIONS, default=Precision.DAY)
    language = name_language_field("its words are in")
    focus_across = models.PositiveSmallIntegerField(
        "focal point across", default=MIDDLE, validators=[MaxValueValidator(100)]
    )
    focus_down = models.PositiveSmallIntegerField(
        "focal point down", default=MIDDLE, validators=[MaxValueValidator(100)]
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pictures",
        verbose_name="house",
        help_text="Empty: every house may use it.",
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    added_at = models.DateTimeField(editable=False)

    objects = PictureQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(focus_across__lte=100) & Q(focus_down__lte=100),
                name="a_focal_point_is_in_its_picture",
                violation_error_message="The focal point lies in the picture: 0 to 100 across and down.",
            ),
            models.CheckConstraint(
                condition=~Q(source_kind="agency") | ~Q(source=""),
                name="an_agency_has_its_name",
                violation_error_message="Name the agency.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        check_day(self.taken_on)
        if self.source_kind == Source.AGENCY and not self.source:
            raise ValidationError({"source": "Name the agency."})

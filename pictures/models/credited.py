"""Credited: what pictures and other files of the library have in common: whose they are, and where they are from."""

import uuid
from typing import Self, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from disclaimers.lineage import DeskUser, open_to
from disclaimers.models import Institution
from pictures.printed_credit import credit_words
from prose.fields import LineField
from prose.names.dated import name_language_field

MAX_CREDIT_CHARS = 300
Item = TypeVar("Item", bound=models.Model)


class Source(models.TextChoices):
    """Kinds of sources from which a picture or a file came."""

    AGENCY = "agency", "An agency"
    PERSON = "person", "A person"
    OWN = "own", "Our own work"
    UNKNOWN = "unknown", "Not known yet"


class CreditedQuerySet(models.QuerySet[Item]):
    """Records of the library."""

    def visible_to(self, user: DeskUser) -> Self:
        """Those of the houses that an account works for, and those of no house in particular."""
        return self.filter(Q(institution=None) | Q(institution__in=open_to(user)))

    def offered_to(self, user: DeskUser, own: int | None) -> Self:
        """Those that an account may choose for a record: visible to it, or the record's `own` (its key)."""
        theirs = self.visible_to(user)
        return theirs | self.filter(pk=own) if own else theirs

    def with_file(self, digest: str) -> Self:
        """Those that have, or had, the file with this digest, the first one first."""
        return self.filter(files__digest=digest).order_by("added_at", "id").distinct()


class Credited(models.Model):
    """A record of the library. Its files are rows with a key to it, named `files`.

    `credit` is printed with it word for word; without one the creator and the source are. Its words are in `language`.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    creator = LineField("taken or made by", max_length=200, blank=True)
    credit = LineField(
        "required credit",
        max_length=MAX_CREDIT_CHARS,
        blank=True,
        help_text="Printed with it, word for word: “Ida Quay/Harbour Pictures”.",
    )
    source_kind = models.CharField("from", max_length=8, choices=Source.choices, default=Source.UNKNOWN)
    source = LineField(
        "name of the source", max_length=200, blank=True, help_text="The agency, or who sent it."
    )
    language = name_language_field("its words are in")
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(app_label)s",
        verbose_name="house",
        help_text="Empty: every house may use it.",
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    added_at = models.DateTimeField(editable=False)

    class Meta:
        abstract = True
        ordering = ["-added_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(source_kind="agency") | ~Q(source=""),
                name="the_agency_of_a_%(class)s_has_its_name",
                violation_error_message="Name the agency.",
            ),
        ]

    @property
    def printed_credit(self) -> str:
        """The credit that is printed beside it; "" without any."""
        return credit_words(self.credit, self.creator, self.source)

    def clean(self) -> None:
        super().clean()
        if self.source_kind == Source.AGENCY and not self.source:
            raise ValidationError({"source": "Name the agency."})

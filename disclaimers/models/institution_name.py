"""InstitutionName: what an institution was called until a day, and what it is called in other languages."""

from django.db import models
from django.db.models import F

from disclaimers.models.institution import Institution
from prose.fields import LineField, PlainField
from prose.names.dated import DatedName, dated_name_constraints


class InstitutionName(DatedName):
    """Name, short name, copyright holder and text in one language, for some days. All change in one act."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="names")
    name = LineField("name", max_length=200, help_text="In full, as it is printed.")
    short_name = LineField("short name", max_length=80, blank=True)
    copyright_holder = LineField(
        "copyright holder",
        max_length=200,
        blank=True,
        help_text="Empty: the name, where the house claims a copyright.",
    )

    about = PlainField(
        "what it is",
        blank=True,
        help_text="The text of its page in this language. Empty: the text in the language of its own name.",
    )

    class Meta:
        verbose_name = "other name"
        verbose_name_plural = "former names, and names in other languages"
        ordering = ["institution", "language", F("from_on").asc(nulls_first=True), "id"]
        constraints = dated_name_constraints("institution", "institution_names")

    def __str__(self) -> str:
        return f"{self.name}, {self.when}"

    @property
    def short_label(self) -> str:
        """The short name if there is one, else the full name."""
        return self.short_name or self.name

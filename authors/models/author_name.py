"""AuthorName: the name of a person until a day, and the name with its titles in other languages."""

from django.db import models
from django.db.models import F

from authors.models.author import Author
from prose.fields import LineField
from prose.names.dated import DatedName, dated_name_constraints


class AuthorName(DatedName):
    """A person's name in one language, for some days. Titles keep the days that the person's record gives them."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="names")
    display_name = LineField("name", max_length=200, help_text="As printed, without title or suffix.")
    suffix = LineField("suffix", max_length=40, blank=True)
    courtesy = LineField(
        "courtesy title", max_length=80, blank=True, help_text="Empty: as in the original, marked as such."
    )
    rank = LineField(
        "rank", max_length=80, blank=True, help_text="Empty: as in the original, marked as such."
    )

    class Meta:
        verbose_name = "other name"
        verbose_name_plural = "former names, and names in other languages"
        ordering = ["author", "language", F("from_on").asc(nulls_first=True), "id"]
        constraints = dated_name_constraints("author", "author_names")

    def __str__(self) -> str:
        return f"{self.display_name}, {self.when}"

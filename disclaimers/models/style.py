"""HouseStyle: the words an institution joins facts with, one row per language.

Every template has a closed set of slots; a part in [square brackets] prints only when its slots have values.
"""

from django.core.exceptions import ValidationError
from django.db import models

from disclaimers.models.institution import Institution
from prose import slots
from prose.fields import LineField
from prose.languages import CHOICES

SLOTS: dict[str, frozenset[str]] = {
    "byline": frozenset({"names"}),
    "editor_line": frozenset({"names"}),
    "translator_line": frozenset({"names"}),
    "interviewer_line": frozenset({"names"}),
    "interviewee_line": frozenset({"names"}),
    "contributor_line": frozenset({"names"}),
    "dateline": frozenset({"date"}),
    "outlet_dateline": frozenset({"outlet", "date"}),
    "source_line": frozenset({"outlet"}),
    "attribution": frozenset({"noun", "outlet", "date"}),
    "version_attribution": frozenset({"noun", "outlet", "date"}),
    "also_attribution": frozenset({"noun", "outlet", "date"}),
    "bio_line": frozenset({"author", "appointment"}),
    "copyright_format": frozenset({"year", "holder", "reservation"}),
}


class HouseStyle(models.Model):
    """How one institution prints bylines, dates, attributions and rights in one language."""

    class OutletArticle(models.TextChoices):
        LOWER = "lower-case", "“the Hill” in running text"
        AS_STYLED = "as-styled", "“The Hill”, as the outlet styles itself"

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="house_styles")
    language = models.CharField("language", max_length=12, choices=CHOICES, default="en")
    byline = LineField("byline", max_length=200, default="{names}", help_text="Slot: {names}")
    editor_line = LineField("editors", max_length=200, default="Edited by {names}", help_text="Slot: {names}")
    translator_line = LineField(
        "translators", max_length=200, default="Translated by {names}", help_text="Slot: {names}"
    )
    interviewer_line = LineField(
        "interviewers", max_length=200, default="Interview by {names}", help_text="Slot: {names}"
    )
    interviewee_line = LineField(
        "interviewees", max_length=200, default="With {names}", help_text="Slot: {names}"
    )
    contributor_line = LineField(
        "contributors", max_length=200, default="With contributions by {names}", help_text="Slot: {names}"
    )
    and_word = LineField("word between the last two names", max_length=20, default="and")
    dateline = LineField("our date", max_length=200, default="{date}", help_text="Slot: {date}")
    outlet_dateline = LineField(
        "the outlet's date",
        max_length=200,
        blank=True,
        help_text="Slots: {outlet} {date}. Empty: not printed above.",
    )
    outlet_date_replaces_ours = models.BooleanField(
        "print only the outlet's date where it is known", default=False
    )
    source_line = LineField("source line", max_length=200, blank=True, help_text="Slot: {outlet}")
    outlet_article = models.CharField(
        "an outlet's “The”", max_length=12, choices=OutletArticle.choices, default=OutletArticle.LOWER
    )
    attribution = LineField(
        "it ran there first",
        max_length=300,
        default="This {noun} was originally published in {outlet}[, {date}].",
        help_text="Slots: {noun} {outlet} {date}",
    )
    version_attribution = LineField(
        "a version of it ran there",
        max_length=300,
        default="A version of this {noun} was published in {outlet}[, {date}].",
        help_text="Slots: {noun} {outlet} {date}",
    )
    also_attribution = LineField(
        "it ran there too",
        max_length=300,
        default="This {noun} was also published in {outlet}[, {date}].",
        help_text="Slots: {noun} {outlet} {date}",
    )
    attribution_noun = LineField("what we call a piece there", max_length=40, default="article")
    bio_line = LineField(
        "bio line from an appointment",
        max_length=200,
        default="{author} is {appointment}.",
        help_text="Slots: {author} {appointment}. Used where no bio is written for the piece.",
    )
    reservation = LineField(
        "reservation of rights", max_length=200, blank=True, help_text="“All rights reserved.”"
    )
    copyright_format = LineField(
        "copyright line",
        max_length=200,
        blank=True,
        help_text="Slots: {year} {holder} {reservation}. Empty: no copyright line is printed.",
    )

    class Meta:
        ordering = ["institution", "language"]
        verbose_name = "house style"
        constraints = [
            models.UniqueConstraint(fields=["institution", "language"], name="one_house_style_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.institution.said_name}, {self.get_language_display()}"

    def clean(self) -> None:
        found = {field: slots.unknown(getattr(self, field), allowed) for field, allowed in SLOTS.items()}
        if problems := {field: sentences for field, sentences in found.items() if sentences}:
            raise ValidationError(problems)

"""HouseStyle: an institution's choices and phrases for one language, a phrase a position.

A position without a phrase prints the usual one of the style's language (`disclaimers.phrases`).
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from disclaimers.models.institution import Institution
from disclaimers.positions import POSITIONS, choices, problems
from prose.fields import LineField
from prose.languages import CHOICES


class HouseStyle(models.Model):
    """The choices of one institution for pages in one language, with its own `phrases`."""

    class OutletArticle(models.TextChoices):
        LOWER = "lower-case", "“the Hill” in running text"
        AS_STYLED = "as-styled", "“The Hill”, as the outlet styles itself"

    class AttributionAt(models.TextChoices):
        HEAD = "head", "above the text"
        FOOT = "foot", "below the text"
        BOTH = "both", "above and below"

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="house_styles")
    language = models.CharField("language", max_length=12, choices=CHOICES, default="en")
    outlet_article = models.CharField(
        "an outlet's “The”",
        max_length=12,
        choices=OutletArticle.choices,
        blank=True,
        help_text="Left open, English prints “the Hill” and other languages the outlet's own “The Hill”.",
    )
    italicises_outlets = models.BooleanField(
        "set outlets in italics",
        default=False,
        help_text="In running text, and only those whose own record says so.",
    )
    outlet_date_replaces_ours = models.BooleanField(
        "print only the outlet's date where it is known", default=False
    )
    attribution_at = models.CharField(
        "where it says that a piece ran elsewhere",
        max_length=4,
        choices=AttributionAt.choices,
        default=AttributionAt.FOOT,
    )

    class Meta:
        ordering = ["institution", "language"]
        verbose_name = "house style"
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "language"],
                name="one_house_style_per_language",
                violation_error_message="This institution has a house style in this language already: change that one.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.institution.short_label}, {self.get_language_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.outlet_article = self.outlet_article or default_outlet_article(self.language)
        super().save(*args, **kwargs)


def default_outlet_article(language: str) -> str:
    """The default for `HouseStyle.outlet_article`: only English lower-cases an outlet's “The” in a sentence."""
    choices = HouseStyle.OutletArticle
    return (choices.LOWER if language.split("-")[0] == "en" else choices.AS_STYLED).value


class Phrase(models.Model):
    """An institution's own text for one position; "-" prints nothing there."""

    style = models.ForeignKey(HouseStyle, models.CASCADE, related_name="phrases")
    position = models.CharField("position", max_length=40, choices=choices)
    text = LineField("text", max_length=300)

    class Meta:
        ordering = ["style", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["style", "position"],
                name="one_phrase_per_position",
                violation_error_message="There are two texts for one position.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_position_display()}: {self.text}"

    def clean(self) -> None:
        if self.position in POSITIONS and (sentences := problems(self.position, self.text)):
            raise ValidationError({"text": sentences})

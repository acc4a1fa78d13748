"""AppointmentWords: a post in another language."""

from django.db import models

from authors.models.appointment import Appointment
from prose.fields import LineField
from prose.languages import CHOICES


class AppointmentWords(models.Model):
    """Title, unit and organisation of a post in one language; an empty one prints as in the original, marked."""

    appointment = models.ForeignKey(Appointment, models.CASCADE, related_name="words")
    language = models.CharField("language", max_length=12, choices=CHOICES)
    title = LineField("title", max_length=200)
    unit = LineField("programme or unit", max_length=200, blank=True)
    organisation = LineField(
        "organisation", max_length=200, blank=True, help_text="Empty for a post at one of our institutions."
    )

    class Meta:
        verbose_name = "post in another language"
        verbose_name_plural = "the post in other languages"
        ordering = ["appointment", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "language"],
                name="a_post_has_one_form_in_a_language",
                violation_error_message="The post has its words in this language already.",
            )
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.unit, self.organisation) if part)

"""DatedName: the base of a record's names in other languages and of other days."""

import datetime as dt
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Func, Max

from prose.dates import check_days, day_in_words
from prose.languages import BY_CODE, CHOICES
from prose.names.forms import NameForm
from prose.names.rewording import rewording
from prose.periods import OVERLAP, order_problems, runs_forward


class DatedName(models.Model):
    """A name in one language, from a day until another (exclusive). Its record keeps the present name itself."""

    language = models.CharField("language", max_length=12, choices=CHOICES)
    from_on = models.DateField("from", null=True, blank=True, help_text="Empty: from its beginning.")
    until_on = models.DateField(
        "until", null=True, blank=True, help_text="The first day with another name. Empty: still in use."
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with rewording():
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with rewording():
            return super().delete(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if problems := order_problems(self.from_on, self.until_on, field="until_on"):
            raise ValidationError(problems)
        check_days(self, "from_on", "until_on")

    @property
    def form(self) -> NameForm["DatedName"]:
        """This name as `prose.names.forms` takes it."""
        return NameForm(self, self.language, self.from_on, self.until_on)

    @property
    def when(self) -> str:
        """ "in Russian", "in English until 1 May 2014", "in English from 3 June 2009 until 1 May 2014"."""
        language = BY_CODE[self.language].name if self.language in BY_CODE else self.language
        days = (("from", self.from_on), ("until", self.until_on))
        return " ".join([f"in {language}", *(f"{word} {day_in_words(day)}" for word, day in days if day)])


def last_end(names: "models.QuerySet[Any]") -> dt.date | None:
    """The day on which the last of these former names ended and the next one began."""
    end: dt.date | None = names.aggregate(end=Max("until_on"))["end"]
    return end


def name_language_field(label: str = "its name is in") -> "models.CharField[str, str]":
    """Field for the language that a record's own name is in; pages in other languages mark the name with it."""
    return models.CharField(
        label,
        max_length=12,
        choices=CHOICES,
        blank=True,
        help_text="Empty: the usual language of this site’s own institution.",
    )


def dated_name_constraints(owner: str, name: str) -> list[models.BaseConstraint]:
    """Constraints for a model of `DatedName`: days in order, and one name a language on any day.

    `owner`: the field of the record that is named. `name`: the word for the rows in the constraints' names.
    """
    return [
        runs_forward(f"{name}_end_after_they_begin"),
        ExclusionConstraint(
            name=f"{name}_do_not_overlap",
            expressions=[
                (owner, RangeOperators.EQUAL),
                ("language", RangeOperators.EQUAL),
                (Func("from_on", "until_on", function="daterange"), RangeOperators.OVERLAPS),
            ],
            # Checked at the end of the transaction, so that a day can move from one name to its neighbour.
            deferrable=models.Deferrable.DEFERRED,
            violation_error_code=OVERLAP,
            violation_error_message="It has another name in this language on some of these days.",
        ),
    ]

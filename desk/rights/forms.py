"""What the page of a permission asks for each act on it, and the one call that each makes.

Fields stand in the form's `prefix`, for several of these forms stand on one page.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.models.appearance import Appearance
from articles.models.rights import RightsRecord, RightsState
from articles.states import ACTS, Act
from disclaimers.models import Licence
from outlets.models.permission import Mode
from prose.dates import EARLIEST, in_words
from prose.forms.day_input import DayInput
from prose.forms.text_fields import LineFormField, PlainFormField

MAX_REASON_CHARS = 2000
LINE = forms.TextInput(attrs={"class": "vTextField"})
_REASON: dict[str, Any] = {
    "label": "Note",
    "required": False,
    "max_length": MAX_REASON_CHARS,
    "widget": forms.Textarea(attrs={"rows": 2}),
    "help_text": "For the history; readers do not see it.",
}


class RightsForm(forms.Form):
    """One act on one place's permission. `today` is the day where the piece is published."""

    act: Act
    says = ""

    reason = PlainFormField(**_REASON)

    def __init__(
        self, *args: Any, place: Appearance, rights: RightsRecord, at: dt.datetime, **kwargs: Any
    ) -> None:
        self.place, self.rights, self.at = place, rights, at
        self.today = at.astimezone(ZoneInfo(place.article.institution.time_zone)).date()
        super().__init__(*args, **{**kwargs, "prefix": self.act.value})
        self.fields["reason"].required = ACTS[self.act].needs_reason
        if self.fields["reason"].required:
            self.fields["reason"].label = "Why"

    @classmethod
    def is_offered(cls, rights: RightsRecord) -> bool:
        """Whether it makes sense for a record that stands so."""
        return True

    @property
    def label(self) -> str:
        return ACTS[self.act].label

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        for field, sentence in self.contradictions(found):
            if field not in self.errors:
                self.add_error(field, sentence)
        return found

    def contradictions(self, found: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """What cannot be true together: the field to look at, and a sentence."""
        yield from ()

    def call(self, *, by: User, at: dt.datetime) -> None:
        raise NotImplementedError


class RequestForm(RightsForm):
    act = Act.REQUEST_RIGHTS
    says = "Until the outlet answers, readers get headline, dek and link, without the text."

    on = forms.DateField(label="Asked on", widget=DayInput)
    field_order = ("on", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = self.today

    def contradictions(self, found: dict[str, Any]) -> Iterator[tuple[str, str]]:
        yield from day_ahead("on", found.get("on"), self.today)

    def call(self, *, by: User, at: dt.datetime) -> None:
        acts.request_rights(
            self.place, by=by, at=at, on=self.cleaned_data["on"], reason=self.cleaned_data["reason"]
        )


class RefuseForm(RightsForm):
    act = Act.REFUSE_RIGHTS
    says = "The outlet has said no: readers get headline, dek and link, without the text."

    def call(self, *, by: User, at: dt.datetime) -> None:
        acts.refuse_rights(self.place, by=by, at=at, reason=self.cleaned_data["reason"])


class WithdrawForm(RightsForm):
    act = Act.WITHDRAW_RIGHTS
    says = "The outlet takes its permission back: the page stays at its address, with a link and without the text."

    @classmethod
    def is_offered(cls, rights: RightsRecord) -> bool:
        return rights.state in (
            RightsState.GRANTED,
            RightsState.BY_LICENCE,
            RightsState.UNKNOWN,
            RightsState.NOT_NEEDED,
        )

    def call(self, *, by: User, at: dt.datetime) -> None:
        acts.withdraw_rights(self.place, by=by, at=at, reason=self.cleaned_data["reason"])


class ExtendForm(RightsForm):
    act = Act.EXTEND_RIGHTS
    says = "The terms stay; only the day on which the permission is over changes."

    valid_until = forms.DateField(
        label="Over from",
        required=False,
        widget=DayInput,
        help_text="The first day it may no longer be shown.",
    )
    is_open = forms.BooleanField(label="It has no end any more", required=False)
    field_order = ("valid_until", "is_open", "reason")

    @classmethod
    def is_offered(cls, rights: RightsRecord) -> bool:
        return rights.state == RightsState.GRANTED and rights.valid_until is not None

    def contradictions(self, found: dict[str, Any]) -> Iterator[tuple[str, str]]:
        ends, before = found.get("valid_until"), self.rights.valid_until
        if ends and found.get("is_open"):
            yield "is_open", f"It is said to have no end, and to be over from {spoken(ends)}: one of the two."
        elif not ends and not found.get("is_open") and "valid_until" not in self.errors:
            yield "valid_until", "Say from which day it is over now, or that it has no end any more."
        elif ends and before and ends <= before:
            yield (
                "valid_until",
                f"It is over from {spoken(before)} already: a longer one ends after that day.",
            )
        elif ends and ends <= self.today:
            yield "valid_until", f"{spoken(ends)} is not ahead: it would be over already."

    def call(self, *, by: User, at: dt.datetime) -> None:
        acts.extend_rights(
            self.place,
            valid_until=self.cleaned_data["valid_until"],
            by=by,
            at=at,
            reason=self.cleaned_data["reason"],
        )


class SettleForm(RightsForm):
    act = Act.SETTLE_RIGHTS
    says = "No permission is needed, a licence gives it, or nothing about it can be found any more."

    state = forms.ChoiceField(
        label="How it stands",
        widget=forms.RadioSelect,
        choices=[
            (RightsState.NOT_NEEDED, "No permission is needed"),
            (RightsState.BY_LICENCE, "A licence gives it"),
            (RightsState.UNKNOWN, "Nothing is on record: it is shown as it was found"),
        ],
    )
    licence = forms.ModelChoiceField(Licence.objects.all(), label="Licence", required=False)
    credit = LineFormField(
        label="Words it requires", required=False, max_length=500, widget=LINE,
        help_text="Printed word for word with the piece.",
    )  # fmt: skip
    field_order = ("state", "licence", "credit", "reason")

    def contradictions(self, found: dict[str, Any]) -> Iterator[tuple[str, str]]:
        state, licence = found.get("state"), found.get("licence")
        if state == RightsState.BY_LICENCE and not licence and "licence" not in self.errors:
            yield "licence", "Choose the licence that gives it."
        if state and state != RightsState.BY_LICENCE and licence:
            yield "licence", f"{licence} is chosen, but it is said that no licence gives it: one of the two."

    def call(self, *, by: User, at: dt.datetime) -> None:
        found = self.cleaned_data
        acts.settle_rights(
            self.place,
            state=found["state"],
            by=by,
            at=at,
            reason=found["reason"],
            licence=found["licence"],
            credit=found["credit"],
            mode=Mode.FULL,
            excerpt_words=None,
            embargo_until=None,
            embargo_zone="",
            valid_until=None,
            standing=None,
        )


def day_ahead(field: str, day: dt.date | None, today: dt.date) -> Iterator[tuple[str, str]]:
    """A day on which something is said to have happened."""
    if day and day < EARLIEST:
        yield field, f"The year {day.year} cannot be right."
    elif day and day > today:
        yield field, f"{spoken(day)} lies ahead: it cannot have happened yet."


def spoken(day: dt.date) -> str:
    """ "March 3, 2024"."""
    return in_words(day, "en")

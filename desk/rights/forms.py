"""Forms of the acts on a permission. Each calls its act.

A page has several of them, so each form has a prefix, the name of its act.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.models.appearance import Appearance
from articles.models.rights import RightsRecord, RightsState
from articles.states import ACTS, Act
from disclaimers.models import Licence
from outlets.models.permission import Mode
from prose.dates import EARLIEST, day_in_words
from prose.forms.day_input import DayInput
from prose.forms.text_fields import LineFormField, PlainFormField

MAX_REASON_CHARS = 2000
LINE = forms.TextInput(attrs={"class": "vTextField"})
UNSAID = "…"
"""Words in a trial's record, which is not kept."""
WITHOUT_TEXT = "readers get headline and dek without the text, and a link where the place has an address"
_REASON: dict[str, Any] = {
    "label": "Note",
    "required": False,
    "max_length": MAX_REASON_CHARS,
    "widget": forms.Textarea(attrs={"rows": 2}),
    "help_text": "For the history; readers do not see it.",
}


def holder_field() -> forms.CharField:
    """The field for who holds the copyright of a text that came from an outlet."""
    return LineFormField(
        label="Who holds the copyright", required=False, max_length=300, widget=LINE,
        help_text="Printed with the year it ran there: “© 2020 The Lantern”. Empty: no copyright is named.",
    )  # fmt: skip


class RightsForm(forms.Form):
    """Form of one act on one place's permission. `today` is the date in the institution's time zone.

    `says` is the sentence above the form. `is_trial`: it is only asked what the act would do.
    """

    act: Act
    says = ""

    reason = PlainFormField(**_REASON)

    def __init__(
        self,
        *args: Any,
        place: Appearance,
        rights: RightsRecord,
        at: dt.datetime,
        is_trial: bool = False,
        **kwargs: Any,
    ) -> None:
        self.place, self.rights, self.at, self.is_trial = place, rights, at, is_trial
        self.assumed: list[str] = []  # sentences on the days that a trial has filled in
        self.today = at.astimezone(place.article.institution.zone).date()
        super().__init__(*args, **{**kwargs, "prefix": self.act.value})
        self.fields["reason"].required = ACTS[self.act].needs_reason
        if self.fields["reason"].required:
            self.fields["reason"].label = "Why"

    @classmethod
    def is_offered(cls, rights: RightsRecord) -> bool:
        """True if the act makes sense for a record in this state."""
        return True

    @property
    def label(self) -> str:
        return ACTS[self.act].label

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.is_trial:
            self._fill_in(values)
        for field, sentence in self.contradictions(values):
            if field not in self.errors:
                self.add_error(field, sentence)
        return values

    def _fill_in(self, values: dict[str, Any]) -> None:
        """Let a trial do without what readers get nothing of: only the record needs it."""
        for name, stand_in in self.stand_ins(values).items():
            if not str(self[name].value() or "").strip():
                self.errors.pop(name, None)
                values[name] = stand_in
                if isinstance(stand_in, dt.date):
                    label = self.fields[name].label
                    self.assumed.append(f"“{label}” is empty: tried with {day_in_words(stand_in)}.")

    def stand_ins(self, values: dict[str, Any]) -> dict[str, Any]:
        """Values for the fields that a trial may leave empty."""
        return {"reason": UNSAID}

    def contradictions(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """(field, error sentence) for values that cannot be true together."""
        yield from ()

    def call(self, *, by: User, at: dt.datetime) -> None:
        """Carry out the act. Raises ActRefused."""
        raise NotImplementedError


class RequestForm(RightsForm):
    act = Act.REQUEST_RIGHTS
    says = f"Until the outlet answers, {WITHOUT_TEXT}."

    on = forms.DateField(label="Asked on", widget=DayInput)
    field_order = ("on", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = self.today

    def stand_ins(self, values: dict[str, Any]) -> dict[str, Any]:
        return super().stand_ins(values) | {"on": self.today}

    def contradictions(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        yield from day_errors("on", values.get("on"), self.today)

    def call(self, *, by: User, at: dt.datetime) -> None:
        acts.request_rights(
            self.place, by=by, at=at, on=self.cleaned_data["on"], reason=self.cleaned_data["reason"]
        )


class RefuseForm(RightsForm):
    act = Act.REFUSE_RIGHTS
    says = f"The outlet has said no: {WITHOUT_TEXT}."

    def call(self, *, by: User, at: dt.datetime) -> None:
        acts.refuse_rights(self.place, by=by, at=at, reason=self.cleaned_data["reason"])


class WithdrawForm(RightsForm):
    act = Act.WITHDRAW_RIGHTS
    says = f"The outlet takes its permission back: {WITHOUT_TEXT}. A page that is live stays at its address."

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

    def contradictions(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        ends, before = values.get("valid_until"), self.rights.valid_until
        if ends and values.get("is_open"):
            yield (
                "is_open",
                f"It is said to have no end, and to be over from {day_in_words(ends)}: one of the two.",
            )
        elif not ends and not values.get("is_open") and "valid_until" not in self.errors:
            yield "valid_until", "Say from which day it is over now, or that it has no end any more."
        elif ends and before and ends <= before:
            yield (
                "valid_until",
                f"It is over from {day_in_words(before)} already: a longer one ends after that day.",
            )
        elif ends and ends <= self.today:
            yield "valid_until", f"{day_in_words(ends)} is not ahead: it would be over already."

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
    licence = forms.ModelChoiceField(Licence.objects.standing(), label="Licence", required=False)
    credit = LineFormField(
        label="Words it requires", required=False, max_length=500, widget=LINE,
        help_text="Printed word for word with the piece.",
    )  # fmt: skip
    holder = holder_field()
    field_order = ("state", "licence", "holder", "credit", "reason")

    def contradictions(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        state, licence = values.get("state"), values.get("licence")
        if state == RightsState.BY_LICENCE and not licence and "licence" not in self.errors:
            yield "licence", "Choose the licence that gives it."
        if state and state != RightsState.BY_LICENCE and licence:
            yield "licence", f"{licence} is chosen, but it is said that no licence gives it: one of the two."
        if state == RightsState.NOT_NEEDED and values.get("holder"):
            yield (
                "holder",
                f"{values['holder']} is said to hold the copyright, and no permission to be needed: one of the two.",
            )

    def call(self, *, by: User, at: dt.datetime) -> None:
        values = self.cleaned_data
        acts.settle_rights(
            self.place,
            state=values["state"],
            by=by,
            at=at,
            reason=values["reason"],
            licence=values["licence"],
            credit=values["credit"],
            holder=values["holder"],
            mode=Mode.FULL,
            excerpt_words=None,
            embargo_until=None,
            embargo_zone="",
            valid_until=None,
            standing=None,
        )


def day_errors(field: str, day: dt.date | None, today: dt.date) -> Iterator[tuple[str, str]]:
    """(field, error sentence) if a past event has an impossible day or one in the future."""
    if day and day < EARLIEST:
        yield field, f"The year {day.year} cannot be right."
    elif day and day > today:
        yield field, f"{day_in_words(day)} lies ahead: it cannot have happened yet."

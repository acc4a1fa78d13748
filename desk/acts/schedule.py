"""Forms behind "Schedule", "Reschedule" and "Swap the scheduled version": the hour, and what goes out then."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils import timezone

from articles import acts
from articles.acts.editions import as_scheduled
from articles.checklist import Checklist, check
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.states import Act
from articles.timeline import Timeline
from desk.acts.local_time import YEARS, instant_from_form, instants
from desk.acts.publish import OF_A_CHANGE, PublishingForm
from desk.amounts import amount_in_words
from desk.widgets import HourInput
from prose.forms.day_input import DayInput
from prose.forms.zone_field import zone_label
from prose.quotation_marks import in_quotes

NOON = dt.time(12)
_OF_AN_HOUR = ("day", "time", "zone", "which")


class HourForm(PublishingForm):
    """A day and an hour in a named zone. Hours that clocks skip are refused; of a repeated hour one is chosen."""

    day = forms.DateField(label="Day", widget=DayInput)
    time = forms.TimeField(label="Time", widget=HourInput)
    zone = forms.ChoiceField(label="Time zone")
    which = forms.CharField(label="Which of the two", required=False, widget=forms.HiddenInput)

    field_order = ("version", *_OF_AN_HOUR, *OF_A_CHANGE, "without_text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = dict.fromkeys([timezone.get_current_timezone_name(), self.article.institution.zone_name])
        year = self.standing.at.year
        self.fields["zone"].choices = [(zone, zone_label(zone, year)) for zone in zones]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if {"day", "time", "zone"} <= values.keys():
            values["live_from"] = instant_from_form(self, values["day"], values["time"], values["zone"])
        return values

    def proof_options(self) -> dict[str, Any]:
        return {"live_from": self.cleaned_data["live_from"], **super().proof_options()}

    def readable_options(self) -> dict[str, Any]:
        """The typed day, at the first of two equal hours, and at noon where the hour is wrong."""
        values = self.cleaned_data
        if "live_from" in values:
            return {"live_from": values["live_from"]}
        day, zone = values.get("day"), values.get("zone") or timezone.get_current_timezone_name()
        if day is None or day.year not in YEARS:
            return {}
        possible = instants(day, values.get("time") or NOON, zone)
        return {"live_from": possible[0]} if possible else {}

    def in_words(self, edition: Edition) -> str:
        """The sentence that names the hour at which readers get the piece."""
        begins = self.hour(edition.live_from)
        return (
            f"{in_quotes(edition.headline)} is scheduled: readers get {amount_in_words(edition)} on {begins}."
        )


class ScheduleForm(HourForm):
    confirm = "Schedule"

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        """Tomorrow morning at nine, in the desk's zone."""
        tomorrow = timezone.localdate(standing.at) + dt.timedelta(days=1)
        return {"day": tomorrow, "time": dt.time(9), "zone": timezone.get_current_timezone_name()}

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        live_from = self.cleaned_data["live_from"]
        return self.in_words(
            acts.publish(self.article, revision=revision, by=by, at=at, live_from=live_from, **self.choices())
        )


class RescheduleForm(HourForm):
    """Another hour for the scheduled version. What changes in it was declared when it was scheduled."""

    confirm = "Reschedule"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in OF_A_CHANGE:
            self.fields.pop(name, None)

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return standing.coming.revision if standing.coming else None

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        """The hour for which it is scheduled, in the desk's zone."""
        if standing.coming is None:
            return {}
        local = timezone.localtime(standing.coming.live_from)
        return {"day": local.date(), "time": local.time(), "zone": timezone.get_current_timezone_name()}

    def proof_options(self) -> dict[str, Any]:
        return {"live_from": self.cleaned_data["live_from"], **self._scheduled()}

    def readable_options(self) -> dict[str, Any]:
        return {**super().readable_options(), **self._scheduled()}

    def _scheduled(self) -> dict[str, Any]:
        return dict(as_scheduled(self.standing.coming)) if self.standing.coming else {}

    def checklist(self, act: Act, revision: Revision) -> Checklist:
        """The present hour is no obstacle until the form was sent."""
        if self.is_proposed:
            return Checklist()
        without_text = self.cleaned_data.get("without_text", False)
        return check(act, self.shown_proof, self.standing, is_declared=True, without_text=without_text)

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        edition = acts.reschedule(
            self.article, live_from=self.cleaned_data["live_from"], by=by, at=at,
            without_text=self.cleaned_data.get("without_text", False),
        )  # fmt: skip
        return self.in_words(edition)


class SwapForm(PublishingForm):
    """The newest version in the place of the scheduled one, at the same hour."""

    confirm = "Schedule this version instead"

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        values["live_from"] = self.standing.coming.live_from if self.standing.coming else self.standing.at
        return values

    def proof_options(self) -> dict[str, Any]:
        return {"live_from": self.cleaned_data["live_from"], **super().proof_options()}

    def readable_options(self) -> dict[str, Any]:
        return {"live_from": self.cleaned_data["live_from"]}

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        edition = acts.swap_scheduled(self.article, revision=revision, by=by, at=at, **self.choices())
        begins = self.hour(edition.live_from)
        return f"{in_quotes(edition.headline)}: version {revision.number} goes to readers on {begins}."

"""Form of the act that grants a permission: its terms, and checks of what contradicts in them."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.auth.models import User
from django.utils import timezone

from articles import acts
from articles.acts.rights import Grant
from articles.models.appearance import ANOTHER_TEXT, not_in_its_place
from articles.models.rights import MODE_CHOICES, SEARCH_POLICY_CHOICES, RightsState
from articles.states import Act
from desk.acts.local_time import instant_from_form
from desk.rights.forms import LINE, UNSAID, RightsForm, day_errors, holder_field
from desk.rights.terms import TERMS, terms_in_words
from desk.widgets import HourInput
from disclaimers.models import Licence
from outlets.models import StandingPermission
from outlets.models.permission import Mode, SearchPolicy
from prose.dates import EARLIEST, day_in_words
from prose.forms.day_input import DayInput
from prose.forms.text_fields import LineFormField, PlainFormField
from prose.forms.zone_field import zone_choices

MOST_WORDS = 100_000


class GrantForm(RightsForm):
    """Permission with its terms, given for this piece alone or under a standing permission of the outlet."""

    act = Act.GRANT_RIGHTS
    says = (
        "As soon as it is recorded, a page that readers have shows as much of the text as these terms allow."
    )

    mode = forms.ChoiceField(label="How much may be shown", choices=MODE_CHOICES, widget=forms.RadioSelect)
    excerpt_words = forms.IntegerField(
        label="Words of the excerpt", required=False, min_value=1, max_value=MOST_WORDS
    )
    granted_by = LineFormField(label="Who gave it", required=False, max_length=200, widget=LINE)
    granted_on = forms.DateField(label="Given on", widget=DayInput)
    evidence = LineFormField(
        label="Evidence", max_length=300, widget=LINE, required=False,
        help_text="A file’s name or a mail’s reference.",
    )  # fmt: skip
    standing = forms.ModelChoiceField(
        StandingPermission.objects.none(), label="Under the standing permission", required=False,
        help_text="Empty: given for this piece.",
    )  # fmt: skip
    scope = PlainFormField(
        label="Terms, in words", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )
    credit = LineFormField(
        label="Words they require", required=False, max_length=500, widget=LINE,
        help_text="Printed word for word with the piece.",
    )  # fmt: skip
    holder = holder_field()
    licence = forms.ModelChoiceField(
        Licence.objects.standing(), label="Under the licence", required=False,
        help_text="If the text came under one: it is named on the page.",
    )  # fmt: skip
    valid_until = forms.DateField(
        label="Over from", required=False, widget=DayInput,
        help_text="The first day it may no longer be shown. Empty: for good.",
    )  # fmt: skip
    embargo_day = forms.DateField(label="Embargo: not before", required=False, widget=DayInput)
    embargo_time = forms.TimeField(label="Embargo: hour", required=False, widget=HourInput)
    embargo_zone = forms.ChoiceField(label="Embargo: time zone", required=False)
    embargo_which = forms.CharField(label="Which of the two", required=False, widget=forms.HiddenInput)
    search_policy = forms.ChoiceField(label="Search engines", choices=SEARCH_POLICY_CHOICES)
    may_be_passed_on = forms.BooleanField(label="We may let others republish it", required=False)
    edits_allowed = forms.BooleanField(label="We may edit the text", required=False)

    field_order = ("mode", "excerpt_words", "granted_by", "granted_on", "evidence", *TERMS, "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        usual = (
            self.rights.embargo_zone,
            timezone.get_current_timezone_name(),
            self.place.article.institution.zone_name,
        )
        fields["embargo_zone"].choices = [("", "no embargo"), *zone_choices(self.today.year, usual)]
        fields["standing"].queryset = StandingPermission.objects.of_outlet(self.place.outlet)
        self.initial = {**self._current_terms(), **self.initial}

    def _current_terms(self) -> dict[str, Any]:
        """Initial values: the terms of the present permission, or the defaults of a first one."""
        rights = self.rights
        is_given = rights.state == RightsState.GRANTED
        names = (
            "mode", "excerpt_words", "granted_by", "granted_on", "evidence", "standing", "scope", "credit",
            "holder", "licence", "valid_until", "search_policy", "may_be_passed_on", "edits_allowed",
        )  # fmt: skip
        usual = {
            "mode": Mode.FULL,
            "edits_allowed": True,
            "credit": rights.credit,
        }  # words that a text was brought in with
        terms = {name: getattr(rights, name) for name in names} if is_given else usual
        if is_given and rights.embargo_until:
            local = rights.embargo_until.astimezone(ZoneInfo(rights.embargo_zone))
            terms |= {"embargo_day": local.date(), "embargo_time": local.time()}
            terms |= {"embargo_zone": rights.embargo_zone}
        return terms

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """How much, who, when and the evidence."""
        return [field for field in self.visible_fields() if field.name not in (*TERMS, "reason")]

    @property
    def terms_fields(self) -> list[forms.BoundField]:
        """The other fields, which open on demand."""
        return [field for field in self.visible_fields() if field.name in (*TERMS, "reason")]

    @property
    def has_terms_to_mend(self) -> bool:
        return any(field.errors for field in self.terms_fields)

    @property
    def terms_in_words(self) -> str:
        """The terms as they stand in the form."""
        shown = {field.name: field.initial for field in self.terms_fields}
        return terms_in_words(self.cleaned_data if self.is_bound and not self.has_terms_to_mend else shown)

    def clean_excerpt_words(self) -> int | None:
        """The length; not that of an excerpt that was allowed before, and is no more."""
        is_of_before = (
            self.cleaned_data.get("mode") != Mode.EXCERPT and "excerpt_words" not in self.changed_data
        )
        return None if is_of_before else self.cleaned_data["excerpt_words"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        values["embargo_until"] = None
        if {"embargo_day", "embargo_time", "embargo_zone"} <= values.keys() and values["embargo_day"]:
            day, hour, zone = values["embargo_day"], values["embargo_time"], values["embargo_zone"]
            values["embargo_until"] = instant_from_form(self, day, hour, zone, prefix="embargo_")
        return values

    def stand_ins(self, values: dict[str, Any]) -> dict[str, Any]:
        """Evidence, and a day before the permission is over: that of the standing one, else today."""
        standing, ends = values.get("standing"), values.get("valid_until")
        given = standing.granted_on if standing else self.today
        given = min(given, ends - dt.timedelta(days=1)) if ends and ends > EARLIEST else given
        return super().stand_ins(values) | {"granted_on": given, "evidence": UNSAID}

    def contradictions(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        yield from self._length_errors(values)
        yield from self._day_errors(values)
        yield from self._embargo_errors(values)
        if values.get("search_policy") == SearchPolicy.CANONICAL and self.place.relation in ANOTHER_TEXT:
            yield (
                "search_policy",
                f"{not_in_its_place(self.place.relation)} Choose another, or mend what ran there.",
            )
        if not (values.get("evidence") or values.get("standing")):
            yield "evidence", "Name the evidence: a file, or the reference of a mail."

    def _length_errors(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        mode, words = values.get("mode"), values.get("excerpt_words")
        if mode == Mode.EXCERPT and not words and "excerpt_words" not in self.errors:
            yield "excerpt_words", "Say how many words may be shown."
        elif mode and mode != Mode.EXCERPT and words:
            yield "excerpt_words", f"{words} words are named, but what may be shown is said to be no excerpt."
        standing: StandingPermission | None = values.get("standing")
        if standing is None or mode is None:
            return
        order = [Mode.LINK.value, Mode.EXCERPT.value, Mode.FULL.value]
        if order.index(mode) > order.index(standing.mode):
            yield "mode", f"This is more than granted: {standing}."
        elif mode == standing.mode == Mode.EXCERPT and words and words > (standing.excerpt_words or 0):
            yield "excerpt_words", f"An excerpt of {words} words is longer than granted: {standing}."

    def _day_errors(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        given, ends = values.get("granted_on"), values.get("valid_until")
        yield from day_errors("granted_on", given, self.today)
        if given and ends and ends <= given:
            begin, end = day_in_words(given), day_in_words(ends)
            sentence = f"It would be over from {end}, and it was given on {begin}: it ends after that day."
            yield "valid_until", sentence
        standing: StandingPermission | None = values.get("standing")
        if standing and given and given != standing.granted_on:
            yield "granted_on", self._another_day(given, standing)
        limit = standing.until_on if standing else None
        if limit and (ends is None or ends > limit):
            yield "valid_until", f"The standing permission itself is over from {day_in_words(limit)}."

    def _another_day(self, given: dt.date, standing: StandingPermission) -> str:
        """The page would say two days of one permission."""
        return (
            f"The standing permission was given on {day_in_words(standing.granted_on)}, and this on "
            f"{day_in_words(given)}: write its day, or, if it was given for this piece, empty “"
            f"{self.fields['standing'].label}”."
        )

    def _embargo_errors(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        day, hour, zone = (values.get(f"embargo_{name}") for name in ("day", "time", "zone"))
        if not (day or hour or zone):
            return
        if not day and "embargo_day" not in self.errors:
            yield "embargo_day", "Say on which day the embargo ends, or clear its hour and time zone."
        if hour is None and "embargo_time" not in self.errors:
            yield "embargo_time", "Say at which hour the embargo ends."
        if not zone and "embargo_zone" not in self.errors:
            yield "embargo_zone", "Say in which time zone the embargo ends."
        ends = values.get("valid_until")
        if day and ends and ends <= day:
            yield (
                "embargo_day",
                f"The embargo would end when the permission is over already ({day_in_words(ends)}).",
            )

    def call(self, *, by: User, at: dt.datetime) -> None:
        names = set(Grant.__dataclass_fields__) & self.cleaned_data.keys()
        grant = Grant(**{name: self.cleaned_data[name] for name in names})
        acts.grant_rights(self.place, grant, by=by, at=at, reason=self.cleaned_data["reason"])

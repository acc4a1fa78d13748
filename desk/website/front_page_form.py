"""Form of a front page: whose it is, and when readers see it."""

import datetime as dt
from hashlib import blake2b
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from desk.acts.local_time import instant_from_form
from desk.widgets import HourInput
from prose.forms.day_input import DayInput
from prose.forms.zone_field import zone_label
from prose.keys import as_key
from prose.languages import CHOICES
from website.models.front_page import NAMED, Arrangement, FrontPlace

NOW, LATER, DRAFT = "now", "later", "draft"
_WHEN = ((NOW, "at once"), (LATER, "from a day and hour"), (DRAFT, "not yet: it is a draft"))


CHANGED_SINCE = (
    "Somebody has saved this front page since you opened it: <a href='{}'>see all of its arrangements</a>. What you "
    "have arranged stands below, and is not saved yet. Save it again to put it in the place of theirs."
)


def base_of(arrangement: Arrangement) -> str:
    """What a form of an arrangement was made from: its key and a digest, other once somebody has saved it.

    Of one that has begun what is saved is a new one: so whatever came after it counts too.
    """
    if arrangement.pk is None:
        return ""
    of = FrontPlace.objects.filter(arrangement=arrangement.pk).order_by("order", "pk")
    places = list(
        of.values_list("order", "heading", "shows", "number", *(f"{name}_id" for name in NAMED.values()))
    )
    own = Arrangement.objects.filter(pk=arrangement.pk).order_by()
    same = {name: Subquery(own.values(name)) for name in ("institution", "language")}
    later = Arrangement.objects.filter(pk__gt=arrangement.pk, live_from__isnull=False, **same).order_by("-pk")
    facts = own.values_list("institution", "language", "live_from", Subquery(later.values("pk")[:1])).first()
    digest = blake2b(repr((facts, places)).encode(), digest_size=8).hexdigest()
    return f"{arrangement.pk}:{digest}"


class PlacesInOrder(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Places of a front page: one that was added, and not moved, comes last."""

    def clean(self) -> None:
        super().clean()
        last = max((form.instance.order for form in self.forms), default=0)
        for form in self.forms:
            if form.instance.pk is None and form.has_changed() and "order" not in form.changed_data:
                last += 1
                form.instance.order = last


class ArrangementForm(forms.ModelForm):  # type: ignore[type-arg]
    """An arrangement with the instant from which readers see it; for one that has begun, a new version of it."""

    when = forms.ChoiceField(label="Readers see it", choices=_WHEN, widget=forms.RadioSelect)
    day = forms.DateField(label="Day", widget=DayInput, required=False)
    time = forms.TimeField(label="Time", widget=HourInput, required=False)
    which = forms.CharField(label="Which of the two", required=False, widget=forms.HiddenInput)
    base = forms.CharField(label="What it was made from", required=False, widget=forms.HiddenInput)

    class Meta:
        model = Arrangement
        fields = ("institution", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = timezone.now()
        begins = self.instance.live_from
        self.initial["base"] = base_of(self.instance)
        if self.instance.pk is None:
            self.initial.setdefault("when", DRAFT)
        elif self.instance.has_begun(self.at):
            self.initial["when"] = NOW
        elif begins:
            local = timezone.localtime(begins)
            self.initial.update(when=LATER, day=local.date(), time=local.time())
        else:
            self.initial["when"] = DRAFT
        if "language" in self.fields:
            self.fields["language"].choices = [("", "every language"), *CHOICES]  # type: ignore[attr-defined]
        if "time" in self.fields:  # not on a page that only shows it
            self.fields["time"].help_text = zone_label(timezone.get_current_timezone_name(), self.at.year)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if "when" in values:
            self.instance.live_from = self._begins(values)
            self._refuse_a_double(values)
        self._warn_of_others(values.get("base", ""))
        return values

    def _warn_of_others(self, base: str) -> None:
        """Stop once if somebody has saved this front page since the form was opened; the next save goes through."""
        opened = Arrangement(pk=as_key(base.partition(":")[0]))
        now = base_of(opened)
        if opened.pk is None or now == base:
            return
        sent: Any = self.data
        sent = sent.copy()
        sent[self.add_prefix("base")] = now
        self.data = sent
        raise ValidationError(
            format_html(CHANGED_SINCE, reverse("admin:website_arrangement_changelist")), code="changed since"
        )

    def _begins(self, values: dict[str, Any]) -> dt.datetime | None:
        if values["when"] != LATER:
            return self.at if values["when"] == NOW else None
        missing = {name: "Readers see it from then on." for name in ("day", "time") if not values.get(name)}
        if missing:
            raise ValidationError({name: text for name, text in missing.items() if name not in self.errors})
        begins = instant_from_form(self, values["day"], values["time"], timezone.get_current_timezone_name())
        if begins <= self.at:
            raise ValidationError({"day": "This hour is over. Choose one that lies ahead, or “at once”."})
        return begins

    def _refuse_a_double(self, values: dict[str, Any]) -> None:
        same = Arrangement.objects.filter(
            institution=values.get("institution"),
            language=values.get("language") or "",
            live_from=self.instance.live_from,
        )
        if self.instance.live_from and same.exclude(pk=self.instance.pk).exists():
            raise ValidationError({"time": "Another arrangement of this front page begins at this minute."})

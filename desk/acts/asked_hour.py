"""A day, an hour and a zone on a form -> one instant; what clocks skip is refused, what they show twice is asked."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from desk.acts.local_time import after_gap, instants, said

IN_REACH = range(2000, 2200)  # years for which an hour may be chosen


def asked_hour(form: Any, day: dt.date, hour: dt.time, zone: str, *, prefix: str = "") -> dt.datetime:
    """The instant. Raises ValidationError at the fields `day`, `time` and `which` (each after `prefix`).

    `which` becomes a choice of the two where clocks show the hour twice.
    """
    if day.year not in IN_REACH:
        raise ValidationError({f"{prefix}day": "This day is out of reach."})
    possible = instants(day, hour, zone)
    if not possible:
        then = after_gap(day, hour, zone)
        raise ValidationError(
            {
                f"{prefix}time": f"Clocks in {zone} skip {hour:%H:%M} on that day. "
                f"The hour after is {then:%H:%M}."
            }
        )
    if len(possible) == 1:
        return possible[0]
    return _chosen(form, possible, zone, f"{prefix}which")


def _chosen(form: Any, possible: list[dt.datetime], zone: str, field: str) -> dt.datetime:
    first, second = (said(instant, zone).rpartition(" (")[0] for instant in possible)
    offsets = [f"{instant.astimezone(ZoneInfo(zone)):%Z}" for instant in possible]
    form.fields[field].widget = forms.RadioSelect(
        choices=[
            ("0", f"the first time: {first}, {offsets[0]}"),
            ("1", f"the second time: {second}, {offsets[1]}"),
        ]
    )
    which = form.data.get(form.add_prefix(field), "")
    if which not in ("0", "1"):
        raise ValidationError({field: f"Clocks in {zone} show this hour twice on that day. Which one?"})
    return possible[int(which)]

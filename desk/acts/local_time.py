"""Local hours and instants: the hour an editor types in a form, and an instant in words."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from prose.dates import city_of, hour_in_words, zone_in_words
from prose.forms.zone_field import offset_in_words

YEARS = range(2000, 2200)  # in which an hour may be chosen


def instant_from_form(form: Any, day: dt.date, hour: dt.time, zone: str, *, prefix: str = "") -> dt.datetime:
    """The instant (UTC) of a day, an hour and a zone that were typed.

    Raise ValidationError at the fields `day`, `time` and `which` (each after `prefix`). Where clocks show the hour
    twice, `which` becomes a choice of the two.
    """
    if day.year not in YEARS:
        raise ValidationError({f"{prefix}day": "This day is out of reach."})
    possible = instants(day, hour, zone)
    if not possible:
        then = hour_after_gap(day, hour, zone)
        raise ValidationError(
            {
                f"{prefix}time": f"Clocks in {city_of(zone)} skip {hour:%H:%M} on that day. "
                f"The hour after is {then:%H:%M}."
            }
        )
    if len(possible) == 1:
        return possible[0]
    return _choose(form, possible, zone, f"{prefix}which")


def _choose(form: Any, possible: list[dt.datetime], zone: str, field: str) -> dt.datetime:
    first, second = (_weekday_and_hour(instant, zone) for instant in possible)
    clocks = (instant.astimezone(ZoneInfo(zone)) for instant in possible)
    offsets = [offset_in_words(clock.utcoffset() or dt.timedelta()) for clock in clocks]
    form.fields[field].widget = forms.RadioSelect(
        choices=[
            ("0", f"the first time: {first}, {offsets[0]}"),
            ("1", f"the second time: {second}, {offsets[1]}"),
        ]
    )
    which = form.data.get(form.add_prefix(field), "")
    if which not in ("0", "1"):
        raise ValidationError(
            {field: f"Clocks in {city_of(zone)} show this hour twice on that day. Which one?"}
        )
    return possible[int(which)]


def instants(day: dt.date, hour: dt.time, zone: str) -> list[dt.datetime]:
    """The instants (UTC, in order) at which clocks in the zone show this hour: one, two, or none.

    A clock shows an hour if going to UTC and back gives the same hour (PEP 495: `fold` tells the two apart).
    """
    clock = ZoneInfo(zone)
    local = dt.datetime.combine(day, hour, tzinfo=clock)
    shown = {
        instant
        for fold in (0, 1)
        for instant in (local.replace(fold=fold).astimezone(dt.UTC),)
        if instant.astimezone(clock).replace(tzinfo=None) == local.replace(tzinfo=None, fold=0)
    }
    return sorted(shown)


def hour_after_gap(day: dt.date, hour: dt.time, zone: str) -> dt.datetime:
    """The local time that replaces an hour which clocks in the zone skip (02:30 -> 03:30)."""
    skipped = dt.datetime.combine(day, hour)
    offset = ZoneInfo(zone).utcoffset
    shift = (offset(skipped.replace(fold=1)) or dt.timedelta()) - (offset(skipped) or dt.timedelta())
    return skipped + shift


def moment_in_words(instant: dt.datetime, zone: str) -> str:
    """ "Tuesday 10 March 2026, 09:30 (Berlin time)"."""
    return f"{_weekday_and_hour(instant, zone)} ({zone_in_words(zone)})"


def _weekday_and_hour(instant: dt.datetime, zone: str) -> str:
    local = instant.astimezone(ZoneInfo(zone))
    return f"{local:%A} {hour_in_words(local, ZoneInfo(zone))}"


def hour_in_both_zones(instant: dt.datetime, desk_zone: str, institution_zone: str) -> str:
    """The instant in the desk's zone and, where clocks there differ, in the institution's."""
    words = moment_in_words(instant, desk_zone)
    here, there = (instant.astimezone(ZoneInfo(zone)) for zone in (desk_zone, institution_zone))
    if here.utcoffset() == there.utcoffset():
        return words
    return f"{words}, which is {moment_in_words(instant, institution_zone)}"

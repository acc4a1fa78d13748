"""Day and hour as an editor writes them -> instants: none in the hour a clock skips, two in the one it repeats."""

import datetime as dt
from zoneinfo import ZoneInfo


def instants(day: dt.date, hour: dt.time, zone: str) -> list[dt.datetime]:
    """The instants (UTC, in order) at which clocks in the zone show this: one, none, or two.

    A clock shows an hour if going to UTC and back gives the same hour (PEP 495: `fold` tells the two apart).
    """
    known = ZoneInfo(zone)
    local = dt.datetime.combine(day, hour, tzinfo=known)
    found = {
        instant
        for fold in (0, 1)
        for instant in (local.replace(fold=fold).astimezone(dt.UTC),)
        if instant.astimezone(known).replace(tzinfo=None) == local.replace(tzinfo=None, fold=0)
    }
    return sorted(found)


def after_gap(day: dt.date, hour: dt.time, zone: str) -> dt.datetime:
    """What a clock in the zone shows when an hour that it skips would have come (02:30 -> 03:30)."""
    skipped = dt.datetime.combine(day, hour)
    offset = ZoneInfo(zone).utcoffset
    shift = (offset(skipped.replace(fold=1)) or dt.timedelta()) - (offset(skipped) or dt.timedelta())
    return skipped + shift


def said(instant: dt.datetime, zone: str) -> str:
    """ "Tuesday 10 March 2026, 09:30 (Europe/Berlin)"."""
    local = instant.astimezone(ZoneInfo(zone))
    return f"{local:%A} {local.day} {local:%B %Y, %H:%M} ({zone})"


def said_for(instant: dt.datetime, desk_zone: str, institution_zone: str) -> str:
    """The instant in the desk's zone and, where clocks there show something else, in the institution's."""
    words = said(instant, desk_zone)
    here, there = (instant.astimezone(ZoneInfo(zone)) for zone in (desk_zone, institution_zone))
    if here.utcoffset() == there.utcoffset():
        return words
    return f"{words}, which is {said(instant, institution_zone)}"

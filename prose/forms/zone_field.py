"""Choice of a time zone by its city: "New York time (UTC−5, in summer UTC−4)"."""

import datetime as dt
import zoneinfo
from collections.abc import Iterable
from functools import cache

from prose.dates import city_of, zone_in_words

ZoneChoices = list[tuple[str, str]]

_CONTINENTS = frozenset(
    [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ]
)
"""First parts of zones that are named after a city; the others are older names of the same ones."""


def zone_choices(year: int, usual: Iterable[str] = ()) -> list[tuple[str, ZoneChoices]]:
    """All zones in two groups for a list: the usual ones in their order with UTC, then the others by city.

    `year`: the year whose clocks the labels tell.
    """
    named = dict.fromkeys([*filter(None, usual), "UTC"])
    others = [(zone, label) for zone, label in _by_city(year) if zone not in named]
    return [("Usual here", [(zone, zone_label(zone, year)) for zone in named]), ("All others", others)]


@cache
def _by_city(year: int) -> ZoneChoices:
    zones: dict[str, str] = {}
    for zone in sorted(zoneinfo.available_timezones(), key=lambda zone: (-zone.count("/"), zone)):
        if zone.partition("/")[0] in _CONTINENTS:
            zones.setdefault(city_of(zone), zone)
    return [(zone, zone_label(zone, year)) for _city, zone in sorted(zones.items())]


@cache
def zone_label(zone: str, year: int) -> str:
    """The zone in words, with its distance from UTC in that year: "Seoul time (UTC+9)"."""
    clock = zoneinfo.ZoneInfo(zone)
    offsets = {dt.datetime(year, month, 1, tzinfo=clock).utcoffset() or dt.timedelta() for month in (1, 7)}
    usual, *summer = (offset_in_words(offset) for offset in sorted(offsets))
    distance = ", in summer ".join([usual, *summer])
    return zone_in_words(zone) + (f" ({distance})" if zone != "UTC" else "")


def offset_in_words(offset: dt.timedelta) -> str:
    """ "UTC+5:30", "UTC−4", "UTC"."""
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    if not hours and not minutes:
        return "UTC"
    sign = "−" if offset < dt.timedelta() else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")

"""Time zones in an editor's words."""

from zoneinfo import available_timezones

import pytest

from prose.dates import zone_in_words
from prose.forms.zone_field import zone_choices, zone_label


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("America/New_York", "New York time (UTC−5, in summer UTC−4)"),
        ("Australia/Sydney", "Sydney time (UTC+10, in summer UTC+11)"),
        ("Europe/Dublin", "Dublin time (UTC, in summer UTC+1)"),
        ("Asia/Kolkata", "Kolkata time (UTC+5:30)"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time (UTC−3)"),
        ("UTC", "UTC"),
    ],
)
def test_a_time_zone_is_called_by_its_city_and_its_distance_from_utc(zone: str, label: str) -> None:
    assert zone_label(zone, 2026) == label


def test_every_time_zone_of_a_list_is_one_and_has_its_own_words_usual_ones_first() -> None:
    (_, usual), (_, others) = zone_choices(2026, ["US/Eastern", "", "Europe/Paris"])
    assert [zone for zone, _ in usual] == ["US/Eastern", "Europe/Paris", "UTC"]
    listed = [*usual[1:], *others]
    assert {zone for zone, _ in listed} <= available_timezones()
    assert len({label for _, label in listed}) == len(listed) > 400
    assert not [label for _, label in listed if "/" in label or "_" in label]
    assert zone_in_words("Pacific/Port_Moresby") == "Port Moresby time"

"""Hours that exist, that do not, and that come twice."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desk.acts.local_time import hour_after_gap, hour_in_both_zones, instants, moment_in_words

ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia", "UTC"]
days = st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))
hours = st.times().map(lambda time: time.replace(second=0, microsecond=0))


@given(days, hours, st.sampled_from(ZONES))
def test_every_instant_found_shows_the_hour_that_was_written(day: dt.date, hour: dt.time, zone: str) -> None:
    for instant in instants(day, hour, zone):
        local = instant.astimezone(ZoneInfo(zone))
        assert (local.date(), local.time()) == (day, hour)


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2040, 12, 31)), st.sampled_from(ZONES))
def test_every_instant_can_be_written(moment: dt.datetime, zone: str) -> None:
    instant = moment.replace(second=0, microsecond=0, tzinfo=dt.UTC)
    local = instant.astimezone(ZoneInfo(zone))
    assert instant in instants(local.date(), local.time(), zone)


@given(days, hours, st.sampled_from(ZONES))
def test_an_hour_that_does_not_exist_is_followed_by_one_that_does(
    day: dt.date, hour: dt.time, zone: str
) -> None:
    if not instants(day, hour, zone):
        then = hour_after_gap(day, hour, zone)
        assert then > dt.datetime.combine(day, hour)
        assert instants(then.date(), then.time(), zone)


def test_the_spring_hour_is_skipped_and_the_autumn_hour_comes_twice() -> None:
    assert instants(dt.date(2026, 3, 29), dt.time(2, 30), "Europe/Berlin") == []
    assert hour_after_gap(dt.date(2026, 3, 29), dt.time(2, 30), "Europe/Berlin").time() == dt.time(3, 30)
    twice = instants(dt.date(2026, 10, 25), dt.time(2, 30), "Europe/Berlin")
    assert [instant.hour for instant in twice] == [0, 1]


def test_a_whole_day_that_an_island_skipped_has_no_hours() -> None:
    assert instants(dt.date(2011, 12, 30), dt.time(12), "Pacific/Apia") == []


def test_an_hour_is_said_with_its_zone_and_in_both_where_they_differ() -> None:
    instant = dt.datetime(2026, 3, 10, 9, 5, tzinfo=dt.UTC)
    assert moment_in_words(instant, "Europe/Berlin") == "Tuesday 10 March 2026, 10:05 (Berlin time)"
    assert hour_in_both_zones(instant, "Europe/Berlin", "Europe/Paris") == moment_in_words(
        instant, "Europe/Berlin"
    )
    both = hour_in_both_zones(instant, "UTC", "America/New_York")
    assert both == "Tuesday 10 March 2026, 09:05 (UTC), which is Tuesday 10 March 2026, 05:05 (New York time)"

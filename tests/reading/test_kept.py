"""Keys of what is kept in memory: they change no later than what they stand for."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from reading.kept import days_everywhere

INSTANTS = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2035, 1, 1), timezones=st.just(dt.UTC))


@given(INSTANTS, st.sampled_from(sorted(available_timezones())))
def test_in_no_time_zone_does_a_day_begin_within_one_key(at, zone):
    begin = days_everywhere(at)
    end = begin + dt.timedelta(minutes=15) - dt.timedelta(microseconds=1)
    assert begin <= at <= end
    assert begin.astimezone(ZoneInfo(zone)).date() == end.astimezone(ZoneInfo(zone)).date()


def test_the_key_is_the_same_in_whatever_zone_the_instant_is_given():
    at = dt.datetime(2026, 3, 10, 18, 20, tzinfo=dt.UTC)
    assert days_everywhere(at.astimezone(ZoneInfo("Asia/Kathmandu"))) == dt.datetime(
        2026, 3, 10, 18, 15, tzinfo=dt.UTC
    )

"""The rule of permissions, tried on random ones: no database."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from articles.rights.rule import FULL, LINK, SETTLED, SHOWN_AS_AGREED, Permission, combine_permissions

STATES = sorted({*SETTLED, "to_request", "requested", "refused", "expired", "withdrawn"})
days = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
instants = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31), timezones=st.just(dt.UTC))

permissions = st.builds(
    Permission,
    outlet=st.just("The Lantern"),
    state=st.sampled_from(STATES),
    mode=st.sampled_from([FULL, LINK]),
    embargo_until=st.none() | instants,
    valid_until=st.none() | days,
    search_policy=st.sampled_from(["index", "noindex", "canonical"]),
    zone=st.just("America/New_York"),
)


@given(st.lists(permissions, max_size=4), instants)
def test_a_text_is_shown_only_if_every_permission_shows_it_at_that_instant(several, at):
    found = combine_permissions(several, at)
    shown = [
        one.state not in SHOWN_AS_AGREED or (one.mode == FULL and not (one.ends_at and one.ends_at <= at))
        for one in several
        if one.state in SETTLED and not (one.embargo_until and at < one.embargo_until)
    ]
    assert (found.mode == FULL) == (len(shown) == len(several) and all(shown))


@given(st.lists(permissions, max_size=4), instants, instants)
def test_nothing_changes_between_two_instants_that_a_permission_names(several, at, later):
    found = combine_permissions(several, at)
    if at <= later and (found.changes_at is None or later < found.changes_at):
        assert combine_permissions(several, later).mode == found.mode


@given(permissions)
def test_a_permission_says_itself_in_one_line(permission):
    line = permission.in_words
    assert line.startswith("The Lantern: ")
    assert "  " not in line
    assert "None" not in line

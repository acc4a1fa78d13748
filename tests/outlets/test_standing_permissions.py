"""Standing permissions: amount, days and grantor."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from outlets.models import StandingPermission
from tests.factories import OutletFactory, StandingPermissionFactory

pytestmark = pytest.mark.django_db
GRANTED = dt.date(2024, 3, 3)
days = st.dates(dt.date(2024, 3, 1), dt.date(2024, 3, 9))


@given(days, st.none() | days, days)
def test_a_permission_is_in_force_from_its_first_day_until_the_day_before_its_end(begins, ends, day):
    with transaction.atomic():
        permission = StandingPermissionFactory.build(
            outlet=OutletFactory(slug="lantern"),
            granted_on=dt.date(2024, 2, 1),
            from_on=begins,
            until_on=ends,
        )
        if ends and ends <= begins:
            with pytest.raises(ValidationError, match="must end after it begins"):
                permission.full_clean()
        else:
            permission.full_clean()
            permission.save()
            wanted = begins <= day and (ends is None or day < ends)
            assert StandingPermission.objects.in_force(day).exists() is wanted
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("facts", "field", "said"),
    [
        ({"mode": "excerpt"}, "excerpt_words", "Say how many words"),
        ({"mode": "excerpt", "excerpt_words": 0}, "excerpt_words", "greater than or equal to 1"),
        ({"mode": "full", "excerpt_words": 150}, "excerpt_words", "Only an excerpt has a number of words"),
        ({"mode": "link", "excerpt_words": 150}, "excerpt_words", "Only an excerpt has a number of words"),
        ({"until_on": GRANTED}, "until_on", "must end after it begins"),
        (
            {"from_on": dt.date(2023, 1, 1), "until_on": dt.date(2024, 3, 3)},
            "until_on",
            "before it was granted",
        ),
        ({"valid_days": 0}, "valid_days", "greater than or equal to 1"),
        ({"granted_by": " "}, "granted_by", "cannot be blank"),
        ({"evidence": ""}, "evidence", "cannot be blank"),
        ({"from_on": dt.date(24, 3, 3)}, "from_on", "year 24 cannot be right"),
        ({"mode": "some"}, "mode", "not a valid choice"),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_field(facts, field, said):
    permission = StandingPermissionFactory.build(outlet=OutletFactory(), **facts)
    with pytest.raises(ValidationError) as caught:
        permission.full_clean()
    assert said in " ".join(caught.value.message_dict[field])


@pytest.mark.parametrize(
    "facts",
    [
        {"mode": "excerpt"},
        {"mode": "excerpt", "excerpt_words": 0},
        {"mode": "full", "excerpt_words": 9},
        {"until_on": GRANTED},
        {"from_on": dt.date(2023, 1, 1), "until_on": GRANTED},
    ],
)
def test_the_database_refuses_it_too(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        StandingPermissionFactory(**facts)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "full text"),
        ({"mode": "excerpt", "excerpt_words": 150}, "an excerpt of 150 words"),
        ({"mode": "excerpt", "excerpt_words": 1}, "an excerpt of 1 word"),
        ({"mode": "link"}, "a link only"),
    ],
)
def test_a_permission_says_its_day_and_how_much_it_shows(facts, said):
    assert str(StandingPermissionFactory.build(**facts)) == f"Standing permission of 3 March 2024: {said}"

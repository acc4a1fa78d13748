"""What the page of a permission refuses: terms that contradict each other, and acts that make no sense."""

import datetime as dt

import pytest
from django.test import Client

from articles.models import Appearance, RightsRecord
from tests.desk.pages import fields_of, text_of
from tests.desk.rights.permission import GRANT, address, send
from tests.factories import StandingPermissionFactory

pytestmark = pytest.mark.long


def test_a_standing_permission_of_another_outlet_or_that_has_ended_is_not_taken_over(
    eve: Client, place: Appearance
) -> None:
    for standing in (
        StandingPermissionFactory(),
        StandingPermissionFactory(outlet=place.outlet, until_on=dt.date(2025, 1, 1)),
    ):
        eve.post(address(place), {"take_over": standing.pk, "seen": standing.pk})
    eve.post(address(place), {"take_over": "9" * 40, "seen": "9" * 40})
    assert RightsRecord.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"mode": "excerpt"}, "Say how many words may be shown."),
        ({"excerpt_words": "20"}, "20 words are named, but what may be shown is said to be no excerpt."),
        ({"granted_on": "2031-01-01"}, "1 January 2031 lies ahead"),
        ({"granted_on": "0001-01-01"}, "cannot be right"),
        ({"valid_until": "2026-02-01"}, "It would be over from 1 February 2026, and it was given on 1 March 2026"),
        ({"embargo_day": "2031-01-01", "embargo_time": "08:00"}, "Say in which time zone the embargo ends."),
        ({"embargo_zone": "UTC"}, "Say on which day the embargo ends"),
        ({"embargo_day": "2031-01-01", "embargo_zone": "UTC"}, "Say at which hour the embargo ends."),
        (
            {"embargo_day": "2031-03-09", "embargo_time": "02:30", "embargo_zone": "America/New_York"},
            "Clocks in New York skip 02:30 on that day. The hour after is 03:30.",
        ),
        (
            {"embargo_day": "2031-11-02", "embargo_time": "01:30", "embargo_zone": "America/New_York"},
            "show this hour twice",
        ),
        (
            {"embargo_day": "2031-06-01", "embargo_time": "08:00", "embargo_zone": "UTC", "valid_until": "2031-05-01"},
            "The embargo would end when the permission is over already (1 May 2031)",
        ),
        ({"mode": "\x00", "embargo_zone": "Mars/Olympus", "excerpt_words": "9" * 400}, "valid choice"),
    ],
)  # fmt: skip
def test_terms_that_contradict_come_back_as_sentences_with_everything_typed(
    typed: dict[str, str], sentence: str, eve: Client, place: Appearance
) -> None:
    sent = GRANT | {f"grant_rights-{name}": value for name, value in typed.items()}
    for more in ({}, {"_try": "1"}):
        page = send(eve, place, sent, **more)
        assert page.status_code == 200
        assert sentence in text_of(page)
        kept = fields_of(page, "grant_rights")
        for name, value in sent.items():
            if "\x00" not in value and "Mars" not in value:
                assert kept.get(name, [""]) == [value], name
    assert RightsRecord.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"mode": "excerpt", "excerpt_words": "200"},
            "An excerpt of 200 words is longer than granted: Standing",
        ),
        (
            {"mode": "full"},
            "This is more than granted: Standing permission of 3 March 2024: an excerpt of 150 words",
        ),
        ({"mode": "link"}, "The standing permission itself is over from 1 January 2030."),
        (
            {"mode": "link", "granted_on": "2026-02-01"},
            "The standing permission was given on 3 March 2024, and this on 1 February 2026",
        ),
        ({"mode": "link", "valid_until": "2029-12-31", "evidence": ""}, "Recorded."),
    ],
)
def test_no_more_is_recorded_than_a_standing_permission_grants(
    typed: dict[str, str], sentence: str, eve: Client, place: Appearance
) -> None:
    standing = StandingPermissionFactory(
        outlet=place.outlet, mode="excerpt", excerpt_words=150, until_on=dt.date(2030, 1, 1)
    )
    sent = GRANT | {"grant_rights-standing": standing.pk, "grant_rights-granted_on": "2024-03-03"}
    sent |= {f"grant_rights-{name}": value for name, value in typed.items()}
    assert sentence in text_of(send(eve, place, sent))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"act": "request_rights", "request_rights-on": ""}, "This field is required."),
        ({"act": "request_rights", "request_rights-on": "2031-01-01"}, "lies ahead"),
        ({"act": "withdraw_rights"}, "This field is required."),
        ({"act": "settle_rights", "settle_rights-state": "by_licence", "settle_rights-reason": "x"},
         "Choose the licence that gives it."),
        ({"act": "settle_rights", "settle_rights-state": "granted", "settle_rights-reason": "x"}, "valid choice"),
        ({"act": "extend_rights"}, "Say from which day it is over now"),
        ({"act": "extend_rights", "extend_rights-valid_until": "2031-01-01"},
         "Only a permission that was given can be extended."),
        ({"act": "nothing"}, "permission to be asked for"),
        ({}, "permission to be asked for"),
    ],
)  # fmt: skip
def test_an_act_that_makes_no_sense_is_refused_with_a_sentence(
    typed: dict[str, str], sentence: str, eve: Client, place: Appearance
) -> None:
    page = send(eve, place, typed)
    assert page.status_code == 200
    assert sentence in text_of(page)
    assert RightsRecord.objects.count() == 0

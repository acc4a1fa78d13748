import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from authors.models import Appointment
from tests.factories import AppointmentFactory, AuthorFactory, InstitutionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "form", "sorted_as"),
    [
        ("Ida Quay", "person", "Quay, Ida"),
        ("Robert R. Pier", "person", "Pier, Robert R."),
        ("Madonna", "person", "Madonna"),
        ("Task Force on Tides", "body", "Task Force on Tides"),
    ],
)
def test_a_sort_name_is_made_where_none_is_given(name, form, sorted_as):
    author = AuthorFactory.build(display_name=name, form=form, sort_name="")
    author.full_clean()
    assert author.sort_name == sorted_as


def test_a_sort_name_that_is_given_stays():
    author = AuthorFactory.build(display_name="Kim Hana", sort_name="Kim, Hana")
    author.full_clean()
    assert author.sort_name == "Kim, Hana"


def test_a_sort_name_that_was_made_follows_a_new_name_and_a_given_one_does_not():
    made = AuthorFactory(display_name="Katrin Pier", sort_name="Pier, Katrin")
    given = AuthorFactory(display_name="Kim Hana", sort_name="Kim, Hana")
    made.display_name = given.display_name = "Hana Pier-Holm"
    for author in (made, given):
        author.full_clean()
    assert [made.sort_name, given.sort_name] == ["Pier-Holm, Hana", "Kim, Hana"]


def test_a_post_is_held_from_its_first_day_until_the_day_before_its_end():
    post = AppointmentFactory(from_on=dt.date(2020, 1, 1), until_on=dt.date(2021, 1, 1))
    days = [dt.date(2019, 12, 31), dt.date(2020, 1, 1), dt.date(2020, 12, 31), dt.date(2021, 1, 1)]
    assert [Appointment.objects.current(day).filter(pk=post.pk).exists() for day in days] == [
        False,
        True,
        True,
        False,
    ]


def test_a_post_without_dates_is_held_always():
    post = AppointmentFactory()
    assert post in Appointment.objects.current(dt.date(1900, 1, 1))


@pytest.mark.parametrize("both", [True, False])
def test_a_post_is_at_one_place(both):
    post = AppointmentFactory.build(
        author=AuthorFactory(),
        institution=InstitutionFactory() if both else None,
        organisation="A College" if both else "",
    )
    with pytest.raises(ValidationError, match="not both"):
        post.full_clean()


def test_a_post_says_its_title_unit_and_place():
    post = AppointmentFactory(
        title="fellow", unit="Tides", organisation="", institution=InstitutionFactory(short_name="Harbour")
    )
    assert post.in_words == "fellow, Tides, Harbour"

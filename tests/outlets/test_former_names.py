"""An outlet is named as it was called on the day: one name for every day there ever was."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from outlets.models import FormerName, Outlet
from prose.periods import is_within
from tests.factories import FormerNameFactory, OutletFactory

pytestmark = pytest.mark.django_db
FIRST = dt.date(2000, 1, 1)
days = st.dates(dt.date(1999, 12, 1), dt.date(2000, 3, 31))
spans = st.tuples(st.none() | days, days)


def is_refused(former: FormerName) -> bool:
    """True if the form refuses the name; the database must agree."""
    try:
        former.full_clean()
    except ValidationError:
        said = True
    else:
        said = False
    try:
        with transaction.atomic():
            former.save()
            connection.check_constraints()
    except (IntegrityError, ValueError):
        kept = True
    else:
        kept = False
    assert said is kept
    return said


def name(outlet: Outlet, said: str, from_on: dt.date | None, until_on: dt.date) -> FormerName:
    return FormerName(outlet=outlet, name=said, from_on=from_on, until_on=until_on)


@pytest.mark.long
@given(spans, spans)
def test_no_day_ever_has_two_names(first, second):
    outlet = OutletFactory(slug="lantern")
    try:
        for said, (begins, ends) in (("First", first), ("Second", second)):
            if begins and ends <= begins:
                with pytest.raises(ValidationError, match="must end after it begins"):
                    name(outlet, said, begins, ends).full_clean()
                return
        one, two = name(outlet, "First", *first), name(outlet, "Second", *second)
        assert not is_refused(one)
        every = [dt.date(1999, 1, 1) + dt.timedelta(days=n) for n in range(500)]
        shared = [
            day for day in every if all(is_within(day, each.from_on, each.until_on) for each in (one, two))
        ]
        assert one.overlaps(two) is two.overlaps(one) is bool(shared)
        assert is_refused(two) is bool(shared)
    finally:
        outlet.delete()


def test_the_name_of_a_day_is_the_one_in_use_then_to_the_day():
    outlet = OutletFactory(name="Lamp")
    FormerNameFactory(outlet=outlet, name="Beacon", until_on=dt.date(2009, 6, 3))
    FormerNameFactory(outlet=outlet, name="Torch", from_on=dt.date(2009, 6, 3), until_on=dt.date(2014, 5, 1))
    for day, said in [
        (dt.date(1901, 1, 1), "The Beacon"),
        (dt.date(2009, 6, 2), "The Beacon"),
        (dt.date(2009, 6, 3), "The Torch"),
        (dt.date(2014, 4, 30), "The Torch"),
        (dt.date(2014, 5, 1), "The Lamp"),
        (None, "The Lamp"),
    ]:
        assert outlet.naming.on(day).full == said


def test_between_two_former_names_the_present_name_is_used():
    outlet = OutletFactory(name="Lamp")
    FormerNameFactory(outlet=outlet, name="Torch", from_on=dt.date(2009, 6, 3), until_on=dt.date(2014, 5, 1))
    assert outlet.naming.on(dt.date(2009, 6, 2)).name == "Lamp"


def test_two_outlets_may_have_changed_names_in_the_same_years():
    for _ in range(2):
        FormerNameFactory().full_clean()


def test_prefetched_names_cost_no_query_each(django_assert_num_queries):
    FormerNameFactory.create_batch(3)
    with django_assert_num_queries(2):
        for outlet in Outlet.objects.prefetch_related("former_names"):
            assert outlet.naming.on(FIRST).name.startswith("Old Lantern")


def test_an_overlap_is_refused_with_a_sentence():
    former = FormerNameFactory()
    with pytest.raises(ValidationError, match="had another former name on some of these days"):
        name(former.outlet, "Torch", FIRST, dt.date(2020, 1, 1)).full_clean()


@pytest.mark.parametrize("field", ["from_on", "until_on"])
def test_a_day_before_there_were_newspapers_is_a_slip(field):
    former = FormerNameFactory.build(outlet=OutletFactory(), **{field: dt.date(201, 5, 1)})
    with pytest.raises(ValidationError, match="year 201 cannot be right"):
        former.full_clean()

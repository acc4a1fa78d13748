"""Courtesy titles and ranks have days; what contradicts itself is refused by form and database alike."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from authors.models import Author
from tests.factories import AuthorFactory

DAY = dt.timedelta(days=1)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


@given(days, days)
def test_e2_a_rank_is_followed_by_ret_from_the_day_of_retirement(retired_on, day):
    colonel = Author(display_name="Bo Berg", rank="Colonel", retired_on=retired_on)
    assert colonel.rank_on(day) == ("Colonel (ret.)" if day >= retired_on else "Colonel")
    assert colonel.rank_on(day, retired="a. D.") == ("Colonel a. D." if day >= retired_on else "Colonel")


def test_the_day_of_retirement_itself_is_retired():
    colonel = Author(rank="Colonel", retired_on=dt.date(2020, 5, 1))
    assert [colonel.rank_on(dt.date(2020, 4, 30)), colonel.rank_on(dt.date(2020, 5, 1))] == [
        "Colonel",
        "Colonel (ret.)",
    ]


@given(days)
def test_a_rank_without_a_day_of_retirement_is_held_and_no_rank_prints_nothing(day):
    assert Author(rank="Colonel").rank_on(day) == "Colonel"
    assert Author().rank_on(day) == ""


@given(st.none() | days, st.none() | days, days)
def test_e1_a_courtesy_title_is_borne_from_its_first_day_until_the_day_before_its_end(begins, ends, day):
    author = Author(courtesy="Ambassador", courtesy_from=begins, courtesy_until=ends)
    is_borne = (begins or dt.date.min) <= day < (ends or dt.date.max)
    assert author.courtesy_on(day) == ("Ambassador" if is_borne else "")


@given(days)
def test_a_title_of_another_time_is_not_in_the_name_of_today(today):
    author = Author(
        display_name="Ida Quay", suffix="Ph.D.", rank="Admiral", retired_on=today + DAY,
        courtesy="Ambassador", courtesy_until=today,
    )  # fmt: skip
    assert author.titled_name_on(today - DAY) == "Ambassador Admiral Ida Quay, Ph.D."
    assert author.titled_name_on(today) == "Admiral Ida Quay, Ph.D."
    assert author.titled_name_on(today + DAY) == "Admiral (ret.) Ida Quay, Ph.D."


CONTRADICTIONS = [
    ({"retired_on": dt.date(2020, 1, 1)}, "needs a rank"),
    ({"rank": "Colonel", "form": "body"}, "A body has no rank"),
    ({"courtesy_from": dt.date(2020, 1, 1)}, "days but no words"),
    ({"courtesy_until": dt.date(2020, 1, 1)}, "days but no words"),
    (
        {
            "courtesy": "Dr",
            "courtesy_from": dt.date(2020, 1, 1),
            "courtesy_until": dt.date(2020, 1, 1),
        },
        "end after it begins",
    ),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("facts", "sentence"), CONTRADICTIONS)
def test_contradictory_facts_are_refused_with_a_sentence_and_not_stored(facts, sentence):
    author = AuthorFactory.build(**facts)
    with pytest.raises(ValidationError, match=sentence):
        author.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        author.save()

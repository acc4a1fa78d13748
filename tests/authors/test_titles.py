"""Courtesy titles and ranks have days; what contradicts itself is refused by form and database alike."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from authors.models import Author
from tests.factories import AuthorFactory

days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


@given(days, days)
def test_e2_somebody_has_retired_from_the_day_of_retirement_on(retired_on, day):
    assert Author(rank="Colonel", retired_on=retired_on).is_retired(day) == (day >= retired_on)
    assert not Author(rank="Colonel").is_retired(day)


@given(st.none() | days, st.none() | days, days)
def test_e1_a_courtesy_title_is_borne_from_its_first_day_until_the_day_before_its_end(begins, ends, day):
    author = Author(courtesy="Ambassador", courtesy_from=begins, courtesy_until=ends)
    is_borne = (begins or dt.date.min) <= day < (ends or dt.date.max)
    assert author.courtesy_on(day) == ("Ambassador" if is_borne else "")


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

"""Every day of the calendar is read in every usual form, and no other."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.findings import FoundDay
from intake.lines.days.calendar_words import MONTH_NUMBERS
from intake.lines.days.dates import date_at_start, date_in_sentence, impossible_date, whole_date
from prose.dates import Precision, in_words, without_year

DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31))


LANGUAGES = st.sampled_from(
    [
        "en",
        "de",
        "fr",
        "es",
        "en-GB",
        "ru",
        "ar",
        "ko",
        "it",
        "pt",
        "nl",
        "pl",
        "ja",
        "uk",
        "sv",
        "da",
        "fi",
        "tr",
        "zh-Hans",
    ]
)


@given(DAYS, LANGUAGES)
def test_a_date_as_the_desk_prints_it_is_read_back(day, language):
    assert whole_date(in_words(day, language)) == FoundDay(day)


@given(DAYS, st.sampled_from(["{:%B %d, %Y}", "{:%d %B %Y}", "{:%d of %B %Y}", "{:%b. %d, %Y}", "{:%A, %B %d, %Y}",
                              "{:%Y-%m-%d}", "{:%d.%m.%Y}", "{:%B} {:%d}th, {:%Y}"]))  # fmt: skip
def test_english_and_numeric_orders_are_read(day, form):
    assert whole_date(form.format(day, day, day)) == FoundDay(day)


@given(DAYS)
def test_a_month_keeps_its_precision(day):
    assert whole_date(in_words(day, "en", Precision.MONTH)) == FoundDay(day.replace(day=1), Precision.MONTH)


@given(DAYS, LANGUAGES)
def test_a_day_without_a_year_is_read_where_a_sentence_has_a_place_for_it(day, language):
    words = in_words(day, language, Precision.MONTH_DAY)
    assert date_in_sentence(words) == FoundDay(without_year(day), Precision.MONTH_DAY)
    assert whole_date(words) is None


@given(DAYS, LANGUAGES)
def test_a_month_is_read_in_every_language(day, language):
    assert whole_date(in_words(day, language, Precision.MONTH)) == FoundDay(
        day.replace(day=1), Precision.MONTH
    )


@pytest.mark.parametrize("name", MONTH_NUMBERS)
def test_no_month_has_a_thirty_second(name):
    assert whole_date(f"{name} 32, 2019") is None
    assert impossible_date(f"32 {name} 2019")


@pytest.mark.parametrize(
    "words", ["February 30, 2019", "31 June 2020", "2019-13-01", "29.02.2019", "0 May 2019"]
)
def test_days_that_never_were_are_no_dates(words):
    assert whole_date(words) is None
    assert date_at_start(f"{words} and more") is None
    assert impossible_date(words)


@pytest.mark.parametrize(
    "words", ["3/4/2019", "May", "2019", "May 5", "Marching 5, 2019", "5 Maybe 2019", "May 5, 20190"]
)
def test_what_could_be_read_two_ways_or_is_no_whole_date_is_none(words):
    assert whole_date(words) is None


@given(st.text(max_size=30))
def test_any_words_are_a_date_or_not(words):
    found = date_at_start(words)
    assert found is None or words.startswith(found[1])

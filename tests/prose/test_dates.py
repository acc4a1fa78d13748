import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.dates import Precision, in_words, iso, noon
from prose.languages import BY_CODE

MONTHS = "January February March April May June July August September October November December".split()


@pytest.mark.parametrize("month", range(1, 13))
def test_english_months_are_spelt_out(month):
    day = dt.date(2026, month, 9)
    assert in_words(day, "en") == f"{MONTHS[month - 1]} 9, 2026"
    assert in_words(day, "en-GB") == f"9 {MONTHS[month - 1]} 2026"
    assert in_words(day, "en", Precision.MONTH) == f"{MONTHS[month - 1]} 2026"


def test_other_languages_keep_their_own_order_and_names():
    day = dt.date(2026, 3, 9)
    assert in_words(day, "de") == "9. März 2026"
    assert in_words(day, "fr") == "9 mars 2026"
    assert in_words(day, "es") == "9 de marzo de 2026"
    assert in_words(day, "ja") == "2026年3月9日"


@given(st.dates(dt.date(1000, 1, 1)), st.sampled_from([*BY_CODE, "tlh"]), st.sampled_from(Precision))
def test_every_day_prints_in_every_language_with_its_year(day, language, precision):
    assert str(day.year) in in_words(day, language, precision)


@given(st.dates(dt.date(1000, 1, 1)), st.sampled_from(Precision))
def test_the_machine_form_says_no_more_than_is_known(day, precision):
    said = iso(day, precision)
    assert day.isoformat().startswith(said)
    assert said.count("-") == {"day": 2, "month": 1, "year": 0}[precision]


@given(
    st.dates(dt.date(1900, 1, 2), dt.date(2100, 1, 1)),
    st.sampled_from(["Asia/Tokyo", "America/New_York", "UTC"]),
)
def test_noon_stays_on_its_day_in_its_own_zone(day, zone):
    instant = noon(day, zone)
    assert (instant.date(), instant.hour) == (day, 12)

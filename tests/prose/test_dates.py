import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.dates import YEAR_UNKNOWN, Precision, in_words, iso, known_day, noon, without_year
from prose.languages import BY_CODE

MONTHS = "January February March April May June July August September October November December".split()
LANGUAGES = [*BY_CODE, "tlh"]
days = st.dates(dt.date(1000, 1, 1))
languages = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize("month", range(1, 13))
def test_english_months_are_spelt_out(month):
    day = dt.date(2026, month, 9)
    assert in_words(day, "en") == f"{MONTHS[month - 1]} 9, 2026"
    assert in_words(day, "en-GB") == f"9 {MONTHS[month - 1]} 2026"
    assert in_words(day, "en", Precision.MONTH) == f"{MONTHS[month - 1]} 2026"
    assert in_words(day, "en", Precision.MONTH_DAY) == f"{MONTHS[month - 1]} 9"


def test_other_languages_keep_their_own_order_and_names():
    day = dt.date(2026, 3, 9)
    assert in_words(day, "de") == "9. März 2026"
    assert in_words(day, "fr") == "9 mars 2026"
    assert in_words(day, "es") == "9 de marzo de 2026"
    assert in_words(day, "ja") == "2026年3月9日"


@pytest.mark.parametrize(
    ("language", "day", "month", "month_day"),
    [
        ("en", "May 9, 2016", "May 2016", "May 9"),
        ("fr", "9 mai 2016", "mai 2016", "9 mai"),
        ("de", "9. Mai 2016", "Mai 2016", "9. Mai"),
        ("ru", "9 мая 2016 г.", "май 2016 г.", "9 мая"),
        ("uk", "9 травня 2016 р.", "травень 2016", "9 травня"),
        ("pl", "9 maja 2016", "maj 2016", "9 maja"),
        ("fi", "9. toukokuuta 2016", "toukokuu 2016", "9. toukokuuta"),
        ("it", "9 maggio 2016", "maggio 2016", "9 maggio"),
        ("pt", "9 de maio de 2016", "maio de 2016", "9 de maio"),
        ("tr", "9 Mayıs 2016", "Mayıs 2016", "9 Mayıs"),
        ("ar", "9 مايو، 2016", "مايو 2016", "9 مايو"),
        ("ko", "2016년 5월 9일", "2016년 5월", "5월 9일"),
        ("zh-Hans", "2016年5月9日", "2016年5月", "5月9日"),
    ],
)
def test_a_month_is_inflected_and_capitalised_for_its_place(language, day, month, month_day):
    on = dt.date(2016, 5, 9)
    assert in_words(on, language) == day
    assert in_words(on, language, "month") == month
    assert in_words(on, language, "month-day") == month_day


@given(days, languages, st.sampled_from([one for one in Precision if one != Precision.MONTH_DAY]))
def test_every_day_prints_in_every_language_with_its_year(day, language, precision):
    assert str(day.year) in in_words(day, language, precision)


@given(days, languages)
def test_an_unknown_year_is_never_printed(day, language):
    said, stored = in_words(day, language, Precision.MONTH_DAY), without_year(day)
    assert set(re.findall(r"\d+", said)) <= {str(day.day), str(day.month)}
    assert said == in_words(stored, language, Precision.MONTH_DAY)
    assert iso(day, Precision.MONTH_DAY) == iso(stored, Precision.MONTH_DAY) == f"{day:%m-%d}"


@given(days, languages)
def test_a_day_without_its_year_still_says_its_day_and_month(day, language):
    others = {in_words(day.replace(day=1, month=month), language, "month-day") for month in range(1, 13)}
    assert len(others) == 12
    assert str(day.day) in re.findall(r"\d+", in_words(day, language, "month-day"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_is_padded_and_no_space_is_doubled(language):
    for precision in Precision:
        said = in_words(dt.date(2016, 5, 9), language, precision)
        assert not re.search(r"\b0\d|  |^ | $", said), said


@given(days, st.sampled_from(Precision))
def test_the_machine_form_says_no_more_than_is_known(day, precision):
    said = iso(day, precision)
    assert said in day.isoformat()
    assert said.count("-") == {"day": 2, "month": 1, "year": 0, "month-day": 1}[precision]


@given(days)
def test_a_day_is_reckoned_with_only_when_its_year_is_known(day):
    assert known_day(day, "month-day") is None
    assert {known_day(day, precision) for precision in ("day", "month", "year")} == {day}
    assert known_day(None, "day") is None


def test_the_twenty_ninth_of_february_needs_no_year():
    assert without_year(dt.date(2024, 2, 29)) == dt.date(YEAR_UNKNOWN, 2, 29)
    assert in_words(dt.date(YEAR_UNKNOWN, 2, 29), "en", "month-day") == "February 29"


@given(
    st.dates(dt.date(1900, 1, 2), dt.date(2100, 1, 1)),
    st.sampled_from(["Asia/Tokyo", "America/New_York", "UTC"]),
)
def test_noon_stays_on_its_day_in_its_own_zone(day, zone):
    instant = noon(day, zone)
    assert (instant.date(), instant.hour) == (day, 12)

"""A preposition before a date follows what is known of the date: on a day, in a month, in a year."""

import datetime as dt

import pytest

from prose.dates import joined_by_precision, with_preposition

DAY = dt.date(2020, 5, 3)


@pytest.mark.parametrize(
    ("language", "day", "month", "year", "month_day"),
    [
        ("en", "on May 3, 2020", "in May 2020", "in 2020", "on May 3"),
        ("en-GB", "on 3 May 2020", "in May 2020", "in 2020", "on 3 May"),
        ("fr", "le 3 mai 2020", "en mai 2020", "en 2020", "le 3 mai"),
        ("de", "am 3. Mai 2020", "im Mai 2020", "im Jahr 2020", "am 3. Mai"),
        ("ru", "3 мая 2020 г.", "в мае 2020 г.", "в 2020 г.", "3 мая"),
        ("ar", "في 3 مايو، 2020", "في مايو 2020", "في 2020", "في 3 مايو"),
        ("ko", "2020년 5월 3일에", "2020년 5월에", "2020년에", "5월 3일에"),
        ("nl", "3 mei 2020", "mei 2020", "2020", "3 mei"),
    ],
)
def test_a_preposition_follows_the_precision_of_its_date(language, day, month, year, month_day):
    words = [with_preposition(DAY, language, known) for known in ("day", "month", "year", "month-day")]
    assert words == [day, month, year if language != "ko" else "2020년에", month_day]


@pytest.mark.parametrize(
    ("language", "template", "joined"),
    [
        ("en", "It ran {preposition} {outlet}[ on {date}].", "It ran {preposition} {outlet}[ {on_date}]."),
        ("en-GB", "It ran in {date}.", "It ran {on_date}."),
        ("en", "It ran, {date}, upon {date}.", "It ran, {date}, upon {date}."),
        ("de", "Erschienen am {date} in {outlet}", "Erschienen {on_date} in {outlet}"),
        ("fr", "Paru le {date}", "Paru {on_date}"),
        ("ru", "Вышло в {date}", "Вышло {on_date}"),
        ("ar", "نُشر في {date}", "نُشر {on_date}"),
        ("ko", "{date}에 게재", "{on_date} 게재"),
        ("nl", "op {date}", "op {date}"),
    ],
)
def test_a_preposition_that_a_house_wrote_before_its_date_is_the_dates_own(language, template, joined):
    assert joined_by_precision(template, language) == joined


def test_the_day_of_one_of_several_outlets_gets_its_preposition_by_the_same_rule():
    assert joined_by_precision("{outlet}[ on {own_date}]", "en", "own_date") == "{outlet}[ {on_own_date}]"
    assert joined_by_precision("{outlet}[ ({own_date})]", "en", "own_date") == "{outlet}[ ({own_date})]"

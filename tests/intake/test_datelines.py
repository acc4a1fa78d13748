"""Days and names as people write them at the top and foot of a text, in the languages in which they occur."""

import datetime as dt

import pytest

from intake.findings import Certainty, FoundDay
from intake.lines.days.datelines import dateline_in
from tests.intake.harbour import BODY, read

NINTH_OF_APRIL = (
    "Thu 9 Apr 2020 06.05 GMT", "Published: 9:00am, 9 Apr, 2020", "Posted at 10:30 on April 9, 2020",
    "Apr. 9, 2020 9:30 am ET",
    "Thursday 9th of April, 2020", "First published on Thu 9 Apr 2020 12.00 GMT", "April 9, 2020 – 5 min read",
    "(9 April 2020)",
    "2020-04-09T06:05:00Z", "2020-04-09 06:05:00 +0100", "2020/04/09", "April 9, 2020 at 6:00 a.m. EDT",
    "Do., 9. April 2020", "Veröffentlicht am Donnerstag, 9. April 2020, 14.30 Uhr",
    "Stand: 09.04.2020 14:30 Uhr", "9. Apr. 2020",
    "Publié le 9 avril 2020 à 14h30", "Le 9 avril 2020 à 6 h 05", "9 avr. 2020 - 06:00", "jeudi 9 avril 2020",
    "jueves, 9 de abril de 2020", "Publicado el 9 de abril de 2020 a las 10:30", "gio 9 apr 2020",
    "Pubblicato il 9 aprile 2020 alle 10:00", "9 de abril de 2020 às 10h30", "quinta-feira, 9 de abril de 2020",
    "9 april 2020, 10.30 uur", "Gepubliceerd op donderdag 9 april 2020", "9 kwietnia 2020 r., 12:30",
    "czwartek, 9 kwietnia 2020",
    "Опубликовано 9 апреля 2020 г. в 12:30", "Чт, 9 апреля 2020, 12:30 (мск)", "2020年4月9日(木) 10時30分",
    "公開日：2020/04/09",
    "입력 2020.04.09 10:30", "2020년 4월 9일 (목)", "نشر في 9 أبريل 2020", "الخميس، 9 أبريل 2020", "9 квітня 2020",
    "9. dubna 2020", "9 april 2020 kl. 10.30", "9. huhtikuuta 2020", "9 Nisan 2020",
)  # fmt: skip


@pytest.mark.parametrize("line", NINTH_OF_APRIL)
def test_a_day_with_weekday_hour_and_zone_is_the_day_in_any_language(line):
    found = read("Who Pays?", line, *BODY)
    assert found.published_on.value == FoundDay(dt.date(2020, 4, 9))
    assert [block.text for block in found.body] == list(BODY)
    assert found.dek is None


@pytest.mark.parametrize(
    "line",
    ["Updated: 10:09am, 20 Jan, 2020", "Last modified on Mon 20 Jan 2020 10.59 GMT",
     "Zuletzt aktualisiert am 20.01.2020",
     "Mis à jour le 20 janvier 2020 à 10:02", "Обновлено 20 января 2020", "最終更新日：2020年1月20日"],
)  # fmt: skip
def test_the_day_of_an_update_is_no_note_no_dek_and_not_the_day_of_publication(line):
    found = read("Who Pays?", "By Ida Quay", "January 18, 2020", line, *BODY)
    assert found.published_on.value == FoundDay(dt.date(2020, 1, 18))
    assert found.notes == ()
    assert [part.text for part in found.left_out] == [line]
    alone = read("Who Pays?", line, *BODY)
    assert alone.published_on.certainty is Certainty.ASSUMED
    assert alone.doubts


@pytest.mark.parametrize(
    ("line", "names", "day"),
    [
        ("par Nora Quill, le 15 septembre 2009", ["Nora Quill"], dt.date(2009, 9, 15)),
        ("By Ida Quay and Ben Ashby | Mar. 3, 2021", ["Ida Quay", "Ben Ashby"], dt.date(2021, 3, 3)),
        ("Nora Quill, 21. Jan. 2015", ["Nora Quill"], dt.date(2015, 1, 21)),
        ("By Nora Quill on March 3, 2021", ["Nora Quill"], dt.date(2021, 3, 3)),
        ("By Nora Quill, Senior Fellow | March 3, 2021", ["Nora Quill"], dt.date(2021, 3, 3)),
        ("March 3, 2021 | Nora Quill", ["Nora Quill"], dt.date(2021, 3, 3)),
        ("Nora Quill · March 3, 2021 · 5 min read", ["Nora Quill"], dt.date(2021, 3, 3)),
        ("Von Nora Quill | 3. März 2021, 10:30 Uhr", ["Nora Quill"], dt.date(2021, 3, 3)),
        ("Por Nora Quill - 3 de março de 2021", ["Nora Quill"], dt.date(2021, 3, 3)),
        ("di Nora Quill, 3 marzo 2021", ["Nora Quill"], dt.date(2021, 3, 3)),
        ("Автор: Нора Квилл, 3 марта 2021 г.", ["Нора Квилл"], dt.date(2021, 3, 3)),
        ("글: 김등대 2021년 3월 3일", ["김등대"], dt.date(2021, 3, 3)),
        ("London, 3 March 2021", [], dt.date(2021, 3, 3)),
        ("New York, 3 March 2021", [], dt.date(2021, 3, 3)),
    ],
)
def test_names_and_a_day_in_one_line_are_read_and_a_town_is_no_name(line, names, day):
    found = read("Who Pays?", line, *BODY)
    assert [person.value.name for person in found.people] == names
    assert found.published_on.value == FoundDay(day)
    assert [block.text for block in found.body] == list(BODY)


@pytest.mark.parametrize(
    ("line", "name"),
    [("By IDA QUAY", "Ida Quay"), ("NORA QUILL", "Nora Quill"), ("By NORA VON QUILL", "Nora von Quill"),
     ("BY J. R. McARTHUR-SMITH", "J. R. McArthur-Smith"), ("By MARÍA DE LA CRUZ-FERRY", "María de la Cruz-Ferry")],
)  # fmt: skip
def test_names_in_capitals_are_as_on_record_or_as_people_write_them(line, name):
    assert [person.value.name for person in read("Who Pays?", line, *BODY).people] == [name]


@pytest.mark.parametrize(
    "line",
    [
        "Von unserem Korrespondenten",
        "Par la rédaction",
        "Автор не указан",
        "Nora Quill, somewhere at sea, 3 March 2021",
    ],
)
def test_an_unread_line_is_reported_and_is_no_dek_and_no_headline(line):
    found = read("Who Pays?", line, "By Ida Quay", *BODY)
    assert (found.headline.value, found.dek) == ("Who Pays?", None)
    assert any(line in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "words",
    ["3/4/2019", "Published in haste", "June 5, 2020 in Harbour Town", "10:30", "Room 9, April 2020 edition"],
)
def test_what_names_no_single_day_is_no_dateline_with_a_day(words):
    line = dateline_in(words)
    assert line is None or line.day is None


@pytest.mark.parametrize(
    ("line", "holder", "terms"),
    [
        ("Copyright © 2015 Lantern Media Group, Inc. Reproduction of any part without permission is prohibited.",
         "Lantern Media Group, Inc.", "Reproduction of any part without permission is prohibited."),
        ("© 2015 Lantern Media. All rights reserved. No part may be reproduced.", "Lantern Media",
         "All rights reserved. No part may be reproduced."),
        ("© 2015 Die Buoy GmbH. Nachdruck nur mit Genehmigung.", "Die Buoy GmbH", "Nachdruck nur mit Genehmigung."),
    ],
)  # fmt: skip
def test_a_rights_line_ends_where_its_sentence_does(line, holder, terms):
    found = read("Who Pays?", *BODY, line)
    claim = found.copyright.value
    assert (claim.holder, claim.year, claim.reservation) == (holder, "2015", terms)
    assert [block.text for block in found.body] == list(BODY)


def test_a_lone_day_on_which_the_text_says_that_it_ran_elsewhere_is_not_ours():
    ran = "This commentary was originally published in the Lantern on November 27, 2026."
    for day, ours in (
        ("November 27, 2026", None),
        ("Published on November 27, 2026", 27),
        ("November 28, 2026", 28),
    ):
        found = read("Who Pays?", "By Ida Quay", day, *BODY, ran)
        assert (found.published_on.value.on.day if found.published_on else None) == ours
        assert [part.text for part in found.left_out] == ([] if ours else [day])
        assert found.places[0].value.published_on == dt.date(2026, 11, 27)

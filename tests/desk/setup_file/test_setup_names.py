"""`setup_desk` reads names by day and language, and words of posts in other languages; twice changes nothing."""

import datetime as dt
from typing import Any

import pytest

from authors.models import AppointmentWords, Author, AuthorName
from desk.setup_file.entries import DeskFileError
from desk.setup_file.loading import load_desk_file
from disclaimers.models import InstitutionName
from outlets.models import OutletName

NAMED = """
[[institution]]
code = "gower"
name = "Gower House"
name_language = "en"
[[institution.other_name]]
language = "en"
name = "Gower Forum"
copyright_holder = "Forum Ltd"
until_on = 2014-05-01
[[institution.other_name]]
language = "ru"
name = "Дом Гауэр"

[[outlet]]
name = "Duck"
[[outlet.other_name]]
language = "de"
name = "Ente"
article = "Die"
article_rule = "foreign"

[[author]]
display_name = "Ida Quay"
native_name = "Іда Кей"
native_language = "uk"
[[author.other_name]]
language = "ru"
display_name = "Ида Кей"
[[author.appointment]]
title = "fellow"
institution = "gower"
[[author.appointment.other_words]]
language = "ru"
title = "сотрудник"
"""


def test_names_by_day_and_language_become_rows_and_a_second_load_changes_nothing(db: Any) -> None:
    load_desk_file(NAMED)
    names = InstitutionName.objects.values_list("language", "name", "copyright_holder", "until_on")
    assert list(names.order_by("language")) == [
        ("en", "Gower Forum", "Forum Ltd", dt.date(2014, 5, 1)),
        ("ru", "Дом Гауэр", "", None),
    ]
    assert OutletName.objects.get().full_name == "Die Ente"
    assert AuthorName.objects.get().display_name == "Ида Кей"
    assert AppointmentWords.objects.get().title == "сотрудник"
    assert Author.objects.get().native_language == "uk"
    again = load_desk_file(NAMED)
    assert not again.created
    assert not again.changed


def test_a_name_that_somebody_changed_since_stays(db: Any) -> None:
    load_desk_file(NAMED)
    name = AuthorName.objects.get()
    name.display_name = "Ида Квай"
    name.save()
    again = load_desk_file(NAMED)
    assert AuthorName.objects.get().display_name == "Ида Квай"
    assert [problem.field for problem in again.left] == ["author.other_name.display_name"]


def test_two_names_in_one_language_on_one_day_are_a_problem_of_the_file(db: Any) -> None:
    own = 'language = "ru"\nname = "Дом Гауэр"'
    twice = NAMED.replace("until_on = 2014-05-01", "").replace(own, f"from_on = 2010-01-01\n{own}")
    with pytest.raises(DeskFileError, match="It has another name in this language on some of these days"):
        load_desk_file(twice.replace(own, own.replace("ru", "en")))

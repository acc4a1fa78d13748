"""`setup_desk` reads names by day and language, and words of posts in other languages; twice changes nothing."""

import datetime as dt
from typing import Any

import pytest

from articles import acts
from articles.models.topic import Topic, TopicName, topics_named
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


TOPICS = """
[[topic]]
name = "Harbours"
name_language = "en"
[[topic.other_name]]
language = "de"
name = "Häfen"
[[topic]]
name = "水"
slug = "water"
"""


def test_topics_and_their_names_are_loaded_once_and_what_the_desk_says_of_them_since_stays(
    desk: Any, editor: Any, now: dt.datetime
) -> None:
    ports = topics_named(["  HARBOURS"])[0]
    ports.name = "harbours"
    ports.save()
    tally = load_desk_file(TOPICS)
    assert (tally.created["topic"], tally.created["topic.other_name"], len(tally.left)) == (1, 1, 1)
    assert "“harbours” stays" in str(tally.left[0])
    water = Topic.objects.get(slug="water")
    assert topics_named(["Häfen", "水"]) == [ports, water]
    water.name, name = "Wasser", TopicName.objects.get()
    water.save()
    name.delete()
    again = load_desk_file(TOPICS)
    assert (again.created, again.changed) == ({}, {})
    assert Topic.objects.count() == 2
    said = "\n".join(map(str, again.left))
    assert "“Wasser” stays" in said
    assert "this name in another language was deleted in the desk" in said
    acts.merge(water, ports, by=editor, at=now)
    assert "“Wasser” was merged into “harbours”." in "\n".join(map(str, load_desk_file(TOPICS).left))


def test_a_topic_of_a_file_is_refused_as_on_its_page(db: Any) -> None:
    with pytest.raises(DeskFileError, match="line 1, topic: A topic has no comma"):
        load_desk_file('[[topic]]\nname = "Ports, ships"')

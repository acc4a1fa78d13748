"""Merging keeps the names by day and language: they go along, or stay with the record that went, said on the page."""

import datetime as dt
from typing import Any

import pytest

from articles import acts
from articles.acts.merging import belongings
from articles.models.topic import Topic, TopicName, topics_named
from authors.models import AppointmentWords, AuthorName
from outlets.models import OutletName
from tests.factories import AppointmentFactory, AuthorFactory, FormerNameFactory, OutletFactory

CHANGE = dt.date(2014, 5, 1)


def test_names_that_the_kept_record_lacks_go_along_and_come_back(desk: Any, editor: Any, now: Any) -> None:
    gone, kept = AuthorFactory(display_name="I. Quay"), AuthorFactory(display_name="Ida Quay")
    former = AuthorName.objects.create(author=gone, language="en", display_name="Ida Marlow", until_on=CHANGE)
    russian = AuthorName.objects.create(author=gone, language="ru", display_name="Ида Кей")
    AuthorName.objects.create(author=kept, language="ru", display_name="Ида Квай", until_on=CHANGE)
    russian_today = AuthorName.objects.create(author=gone, language="de", display_name="Ida Kai")
    merged = acts.merge(gone, kept, by=editor, at=now)
    assert set(kept.names.values_list("display_name", flat=True)) == {"Ida Marlow", "Ида Квай", "Ida Kai"}
    assert belongings.left_behind(gone, kept) == [f"name: {russian}"]
    acts.undo_merge(merged, by=editor, at=now)
    assert set(gone.names.all()) == {former, russian, russian_today}


def test_a_present_name_in_the_kept_records_own_language_never_takes_its_place(
    desk: Any, editor: Any, now: Any
) -> None:
    gone, kept = (
        AuthorFactory(display_name="Ида Кей", name_language="ru"),
        AuthorFactory(display_name="Ida Quay"),
    )
    english = AuthorName.objects.create(author=gone, language="en", display_name="I. Kay")
    acts.merge(gone, kept, by=editor, at=now)
    assert list(gone.names.all()) == [english]


def test_names_of_outlets_and_topics_go_along(desk: Any, editor: Any, now: Any) -> None:
    gone, kept = OutletFactory(name="Lantern A"), OutletFactory(name="Lantern B")
    OutletName.objects.create(outlet=gone, language="ru", name="Фонарь")
    FormerNameFactory(outlet=gone, name="Night Lantern", until_on=CHANGE)
    acts.merge(gone, kept, by=editor, at=now)
    assert [row.name for row in (*kept.names.all(), *kept.former_names.all())] == ["Фонарь", "Night Lantern"]
    harbors, ports = topics_named(["Harbors", "Ports"])
    TopicName.objects.create(topic=harbors, language="de", name="Häfen")
    acts.merge(harbors, ports, by=editor, at=now)
    assert ports.names.get().name == "Häfen"


@pytest.mark.parametrize("typed", ["Häfen", "häfen"])
def test_a_typed_topic_is_found_by_its_name_in_another_language(desk: Any, typed: str) -> None:
    (ports,) = topics_named(["Ports"])
    TopicName.objects.create(topic=ports, language="de", name="Häfen")
    assert topics_named([typed]) == [ports]
    (other,) = topics_named(["Havens"])
    TopicName.objects.create(topic=other, language="de", name="Häfen")
    (made,) = topics_named([typed])
    assert made not in (ports, other)
    assert Topic.objects.count() == 3


def test_words_of_a_post_that_both_people_have_go_along_and_come_back(
    desk: Any, editor: Any, now: Any
) -> None:
    gone, kept = AuthorFactory(display_name="I. Quay"), AuthorFactory(display_name="Ida Quay")
    old, new = (AppointmentFactory(author=person, title="fellow") for person in (gone, kept))
    going = AppointmentWords.objects.create(appointment=old, language="de", title="Fellow")
    staying = AppointmentWords.objects.create(appointment=old, language="ru", title="научный сотрудник")
    AppointmentWords.objects.create(appointment=new, language="ru", title="эксперт")
    assert belongings.in_words(gone, kept) == [f"post in another language: {going}"]
    assert belongings.left_behind(gone, kept) == [f"post in another language: {staying}"]
    merged = acts.merge(gone, kept, by=editor, at=now)
    assert set(new.words.values_list("title", flat=True)) == {"Fellow", "эксперт"}
    acts.undo_merge(merged, by=editor, at=now)
    assert set(old.words.all()) == {going, staying}

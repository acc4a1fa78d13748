"""Authors in a desk file: native names, dated titles, posts with disclaimers and bodies."""

import datetime as dt

import pytest

from authors.models import Appointment, Author
from desk.setup_file.entries import DeskFileError
from desk.setup_file.loading import load_desk_file
from tests.factories import DisclaimerFactory, WordingFactory

pytestmark = pytest.mark.django_db

SIM = """
[[author]]
display_name = "Sim Haneul"
native_name = "심하늘"
name_order = "family-first"
courtesy = "Ambassador"
courtesy_from = 2019-01-01
courtesy_until = 2022-01-01
rank = "Colonel"
retired_on = 2020-05-01
[[author.appointment]]
title = "analyst"
organisation = "the Navy of Quay"
disclaimer = "not-the-navy"
bodies = ["Navy of Quay", "Kingdom of Quay"]
"""


@pytest.fixture(autouse=True)
def texts():
    """An employment's text that names bodies, and one that its institution says on its pages."""
    WordingFactory(
        disclaimer__code="not-the-navy",
        disclaimer__scope="employment",
        text="{author} does not speak for {bodies}.",
    )
    DisclaimerFactory(code="mill-says")


def sentences_of(text: str) -> list[str]:
    with pytest.raises(DeskFileError) as caught:
        load_desk_file(text)
    return [str(problem) for problem in caught.value.problems]


def test_a_file_says_all_about_a_person_and_again_changes_nothing():
    load_desk_file(SIM)
    author = Author.objects.get()
    assert (author.native_name, author.sort_name) == ("심하늘", "Sim Haneul")
    assert (author.display_name, author.rank) == ("Sim Haneul", "Colonel")
    days = (dt.date(2018, 1, 1), dt.date(2021, 1, 1))
    assert [(author.courtesy_on(day), author.is_retired(day)) for day in days] == [
        ("", False),
        ("Ambassador", True),
    ]
    post = Appointment.objects.get()
    assert (post.disclaimer.code, post.body_names) == ("not-the-navy", ["Navy of Quay", "Kingdom of Quay"])
    again = load_desk_file(SIM)
    assert (again.created, again.changed) == ({}, {})


def test_a_chain_that_a_file_writes_is_the_whole_chain_and_one_it_leaves_out_stays():
    load_desk_file(SIM)
    chain = 'bodies = ["Navy of Quay", "Kingdom of Quay"]'
    tally = load_desk_file(SIM.replace(chain, 'bodies = ["Kingdom of Quay", "Fleet"]'))
    assert tally.changed == {"author.appointment.bodies": 1}
    assert Appointment.objects.get().body_names == ["Kingdom of Quay", "Fleet"]
    assert load_desk_file(SIM.replace(chain, "")).changed == {}
    assert Appointment.objects.get().body_names == ["Kingdom of Quay", "Fleet"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"family-first"', '"surname"', "line 5, author.name_order: “surname” is not known here"),
        ('rank = "Colonel"', 'rank = ""', "author: A day of retirement needs a rank"),
        ("2022-01-01", "2018-01-01", "author: The courtesy title must end after it begins"),
        ('"not-the-navy"', '"no-such"', "line 14, author.appointment.disclaimer: there is no disclaimer"),
        ('"not-the-navy"', '"mill-says"', "line 14, author.appointment.disclaimer: “mill-says” is said by"),
        (', "Kingdom of Quay"]', ', "Navy of Quay"]', "line 15, author.appointment.bodies: “Navy of Quay” is"),
        ('["Navy of Quay", "Kingdom of Quay"]', "[]", "line 15, author.appointment.bodies: “not-the-navy” names"),
        ('["Navy of Quay", "Kingdom of Quay"]', '"Navy"', "line 15, author.appointment.bodies: write a list"),
    ],
)  # fmt: skip
def test_what_is_wrong_about_a_person_is_named_by_line_and_field(old, new, problem):
    text = SIM.replace(old, new)
    assert text != SIM
    found = sentences_of(text)
    assert any(problem in sentence for sentence in found), found
    assert not Author.objects.exists()

"""How names sort and shorten: the order of a person's names counts, a body's name stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authors.models import Author, family_name_of, sort_name_of
from tests.factories import AuthorFactory

GIVEN, FAMILY = Author.NameOrder.GIVEN_FIRST, Author.NameOrder.FAMILY_FIRST
PERSON, BODY = Author.Form.PERSON, Author.Form.BODY

words = st.from_regex(r"[A-ZÀÖØŚ가-힣Ж][a-zà-öø-ÿŠ]{0,8}(['’.-][A-Za-zé]{1,6})?\.?", fullmatch=True)
full_names = st.lists(words, min_size=1, max_size=5).map(" ".join)
orders = st.sampled_from([GIVEN, FAMILY])


def short(name: str, form: str = PERSON, order: str = GIVEN, sorted_as: str = "") -> str:
    return family_name_of(name, sorted_as or sort_name_of(name, form, order), form, order)


@given(full_names)
def test_a_family_name_that_stands_last_is_sorted_first_and_the_comma_says_so(name):
    given_names, _, family = name.rpartition(" ")
    assert sort_name_of(name, PERSON, GIVEN) == (f"{family}, {given_names}" if given_names else name)
    assert short(name) == family


@given(full_names)
def test_a_family_name_that_stands_first_sorts_as_it_stands_without_a_comma(name):
    assert sort_name_of(name, PERSON, FAMILY) == name
    assert short(name, order=FAMILY) == name.split()[0]


@given(full_names, orders)
def test_a_body_is_never_taken_apart(name, order):
    assert sort_name_of(name, BODY, order) == name
    assert short(name, BODY, order) == name
    assert family_name_of(name, "Tides, Task Force on", BODY, order) == name


@given(full_names, orders)
def test_sorting_loses_no_word_and_adds_none(name, order):
    assert sorted(sort_name_of(name, PERSON, order).replace(",", "").split()) == sorted(name.split())


@given(full_names, orders)
def test_a_short_form_begins_what_the_name_sorts_as(name, order):
    assert sort_name_of(name, PERSON, order).startswith(short(name, PERSON, order))


@given(full_names, full_names, orders)
def test_a_sort_name_that_somebody_wrote_decides_the_short_form(family, given_names, order):
    name = f"{given_names} {family}" if order == GIVEN else f"{family} {given_names}"
    assert short(name, order=order, sorted_as=f"{family}, {given_names}") == family


@pytest.mark.django_db
def test_people_of_either_order_and_bodies_stand_in_one_alphabet():
    facts = [
        {"display_name": "Robert R. Pier"},
        {"display_name": "Sim Haneul", "name_order": FAMILY},
        {"display_name": "Ada Sandbank"},
        {"display_name": "Task Force on Tides", "form": BODY},
        {"display_name": "Sim Areum", "name_order": FAMILY},
    ]
    for fact in facts:
        author = AuthorFactory.build(**fact, sort_name="")
        author.full_clean()
        author.save()
    assert [author.display_name for author in Author.objects.all()] == [
        "Robert R. Pier", "Ada Sandbank", "Sim Areum", "Sim Haneul", "Task Force on Tides",
    ]  # fmt: skip
    assert [author.family_name for author in Author.objects.all()] == [
        "Pier", "Sandbank", "Sim", "Sim", "Task Force on Tides",
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_made_sort_name_follows_a_changed_name_order_and_a_written_one_does_not():
    made = AuthorFactory(display_name="Sim Haneul", sort_name="Haneul, Sim")
    written = AuthorFactory(display_name="Sim Areum", sort_name="Sim, Areum")
    for author in (made, written):
        author.name_order = FAMILY
        author.full_clean()
    assert [made.sort_name, written.sort_name] == ["Sim Haneul", "Sim, Areum"]

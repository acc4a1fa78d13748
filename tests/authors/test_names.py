"""Sort names: they follow the order of a person's names; a body's name is not split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authors.models import Author, AuthorType, NameOrder, sort_name_of
from tests.factories import AuthorFactory

GIVEN, FAMILY = NameOrder.GIVEN_FIRST, NameOrder.FAMILY_FIRST
PERSON, BODY = AuthorType.PERSON, AuthorType.BODY

words = st.from_regex(r"[A-ZÀÖØŚ가-힣Ж][a-zà-öø-ÿŠ]{0,8}(['’.-][A-Za-zé]{1,6})?\.?", fullmatch=True)
full_names = st.lists(words, min_size=1, max_size=5).map(" ".join)
orders = st.sampled_from([GIVEN, FAMILY])


@given(full_names)
def test_a_family_name_that_comes_last_sorts_first_with_a_comma(name):
    given_names, _, family = name.rpartition(" ")
    assert sort_name_of(name, PERSON, GIVEN) == (f"{family}, {given_names}" if given_names else name)


@given(full_names)
def test_a_family_name_that_comes_first_sorts_unchanged_without_a_comma(name):
    assert sort_name_of(name, PERSON, FAMILY) == name


@given(full_names, orders)
def test_a_body_is_never_split(name, order):
    assert sort_name_of(name, BODY, order) == name


@given(full_names, orders)
def test_sorting_loses_no_word_and_adds_none(name, order):
    assert sorted(sort_name_of(name, PERSON, order).replace(",", "").split()) == sorted(name.split())


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


@pytest.mark.django_db
def test_a_made_sort_name_follows_a_changed_name_order_and_a_written_one_does_not():
    made = AuthorFactory(display_name="Sim Haneul", sort_name="Haneul, Sim")
    written = AuthorFactory(display_name="Sim Areum", sort_name="Sim, Areum")
    for author in (made, written):
        author.name_order = FAMILY
        author.full_clean()
    assert [made.sort_name, written.sort_name] == ["Sim Haneul", "Sim, Areum"]

"""Family and given names apart: as the record tells, and whole where nobody can know."""

import pytest

from authors.split_names import NameParts, name_parts, parts_without_record

FAMILY_FIRST = {"order": "family-first"}


@pytest.mark.parametrize(
    ("name", "facts", "index_form"),
    [
        ("Ida Quay", {}, "Quay, Ida"),
        ("Robert R. King", {}, "King, Robert R."),
        ("Sim Haneul", FAMILY_FIRST, "Sim, Haneul"),
        ("심하늘", FAMILY_FIRST, "심하늘"),
        ("永井 すみれ", {}, "永井 すみれ"),
        ("Ida van der Berg", {}, "van der Berg, Ida"),
        ("Ida van der Berg", {"sort_name": "Berg, Ida van der"}, "van der Berg, Ida"),
        ("Ana Díaz Ortiz", {"sort_name": "Díaz Ortiz, Ana"}, "Díaz Ortiz, Ana"),
        ("Nagai Sumire", {"sort_name": "Nagai, Sumire"}, "Nagai, Sumire"),
        ("Ana Díaz", {"sort_name": "Quay, Ida"}, "Díaz, Ana"),
        ("Ludwig van Beethoven", {}, "van Beethoven, Ludwig"),
        ("Robert Pier", {"suffix": "Jr."}, "Pier, Robert, Jr."),
        ("Robert Pier", {"suffix": "Ph.D."}, "Pier, Robert"),
        ("Harbour Guard", {"form": "body"}, "Harbour Guard"),
        ("Plato", {}, "Plato"),
    ],
)  # fmt: skip
def test_a_name_is_turned_as_its_record_tells(name, facts, index_form):
    assert name_parts(name, **facts).index_form == index_form


@pytest.mark.parametrize(
    ("name", "index_form"),
    [("Bo Li", "Li, Bo"), ("The Editorial Board", "The Editorial Board"), ("Nordic Ferry Institute", None)],
)
def test_a_name_without_a_record_that_looks_like_a_bodys_stays_whole(name, index_form):
    assert parts_without_record(name).index_form == (index_form or name)


def test_a_family_name_that_stands_first_is_known_to_do_so():
    assert name_parts("Sim Haneul", order="family-first") == NameParts(
        family="Sim", given="Haneul", is_family_first=True
    )
    assert name_parts("Nagai Sumire", sort_name="Nagai, Sumire").is_family_first

"""References as the manuals of APA (7), Chicago (18) and MLA (9) print them."""

import pytest

from prose import printed_line
from reading.citing.names import apa_names, chicago_names, mla_names
from reading.citing.styles import STYLES
from tests.reading.citing.works import BERG, EVERYONE, GUARD, IDA, KING, PIER, SIM, work


def reference(style: str, *people, **facts) -> str:
    return printed_line.text(STYLES[style](work(*people, **facts)))


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("APA", "King, R. R. (2020, June 11). The Harbour Wakes. The Hill. https://hill.example/a"),
        ("Chicago", "King, Robert R. “The Harbour Wakes.” The Hill, June 11, 2020. https://hill.example/a."),
        ("MLA", "King, Robert R. “The Harbour Wakes.” The Hill, 11 June 2020, hill.example/a."),
    ],
)
def test_a_newspaper_article(style, expected):
    assert reference(style, KING) == expected
    assert [span["text"] for span in STYLES[style](work(KING)) if span.get("is_title")] == ["The Hill"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("APA", "The Harbour Wakes? (n.d.). The Hill, 13."),
        ("Chicago", "“The Harbour Wakes?” The Hill."),
        ("MLA", "“The Harbour Wakes?” The Hill, p. 13."),
    ],
)
def test_without_people_date_or_address_what_is_known_stands(style, expected):
    assert reference(style, title="The Harbour Wakes?", date="", url="", page="13") == expected


def test_a_date_is_as_precise_as_it_is_known():
    assert "(2020, June)" in reference("APA", IDA, date="2020-06")
    assert "The Hill, June 2020." in reference("Chicago", IDA, date="2020-06")
    assert "The Hill, Sept. 2020," in reference("MLA", IDA, date="2020-09")
    assert "The Hill, 2020," in reference("MLA", IDA, date="2020")


def test_a_family_name_that_stands_first_is_not_turned_round():
    assert (apa_names([SIM]), chicago_names([SIM, IDA]), mla_names([SIM])) == (
        "Sim, H.", "Sim Haneul, and Ida Quay", "Sim Haneul",
    )  # fmt: skip


def test_particles_suffixes_and_bodies():
    assert apa_names([BERG, PIER, GUARD]) == "van der Berg, J.-L., Pier, R., Jr., & Harbour Guard"
    assert chicago_names([BERG, PIER]) == "van der Berg, Jean-Luc, and Robert Pier, Jr."


def test_many_names_are_cut_as_each_style_does():
    assert apa_names([IDA] * 21) == ", ".join(["Quay, I."] * 19) + ", . . . Quay, I."
    assert chicago_names([IDA] * 7) == "Quay, Ida, Ida Quay, Ida Quay, et al."
    assert mla_names(EVERYONE) == "Quay, Ida, et al."


def test_a_report_has_its_title_in_italics_and_its_house_as_publisher():
    line = STYLES["APA"](work(IDA, is_report=True, within="Harbour Institute"))
    assert [span["text"] for span in line if span.get("is_title")] == ["The Harbour Wakes"]
    assert printed_line.text(line).endswith("The Harbour Wakes. Harbour Institute. https://hill.example/a")

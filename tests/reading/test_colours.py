"""The colour of a house: whatever it is, text in it can be read, and no other colour is served."""

import re

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from disclaimers.models import Institution
from reading.colours import CONTRAST, DARK_PAPER, LIGHT_PAPER, colour_sheet, contrast, readable_on
from tests.house.figures import ROOT

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS)
def test_text_in_any_colour_can_be_read_on_both_papers(colour: str) -> None:
    for paper in (LIGHT_PAPER, DARK_PAPER):
        assert contrast(paper, readable_on(paper, colour)) >= CONTRAST


def test_a_colour_that_can_be_read_is_left_as_it_is() -> None:
    assert readable_on(LIGHT_PAPER, "#1d4a5c") == "#1d4a5c"
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_papers_are_those_of_the_style_sheet() -> None:
    sheet = (ROOT / "reading/static/desk/tokens.css").read_text()
    assert re.findall(r"--paper-raised: (#\w+);", sheet)[:2] == [LIGHT_PAPER, DARK_PAPER]


def test_a_page_asks_for_the_colour_of_its_house(site, desk):
    assert b"/colours/" not in site.get("/").content
    Institution.objects.filter(pk=desk.pk).update(colour="#A01020")
    assert b'href="/colours/a01020.css"' in site.get("/").content
    sheet = site.get("/colours/a01020.css")
    assert sheet.content.decode() == colour_sheet("#a01020")
    assert sheet["Content-Type"].startswith("text/css")
    assert site.get("/colours/A01020.css").headers["Location"] == "/colours/a01020.css"
    for other in ("a0102", "a01020g", "red"):
        assert site.get(f"/colours/{other}.css").status_code == 404


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#12345\n", "x#12345"])
def test_no_house_has_a_colour_that_is_none(desk, colour):
    with pytest.raises(IntegrityError), transaction.atomic():
        Institution.objects.filter(pk=desk.pk).update(colour=colour)

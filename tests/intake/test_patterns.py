"""Patterns compile as far as a text calls for: a costly part is compiled only where what stands before it matches."""

import re

import pytest

from intake.lines import attribution  # noqa: F401 - its patterns are looked at
from intake.patterns import Pattern, lead_of

MONTHS = "january|february"


@pytest.mark.parametrize(
    ("source", "lead"),
    [
        (rf"in (?P<o>.+?) on (?P<d>{MONTHS})", r"in (?P<o>.+?) on "),
        (rf"in (?P<o>.+?)(?:,? on (?P<d>{MONTHS})| \({MONTHS}\))?", r"in (?P<o>.+?)"),
        (rf"[(\[]a\)(?P<d>{MONTHS})", r"[(\[]a\)"),
        (rf"(?:{MONTHS})", ""),
        ("in .+", ""),
    ],
)
def test_the_lead_of_a_pattern_ends_before_the_outermost_group_of_its_costly_part(source, lead):
    assert lead_of(source, [MONTHS]) == lead


def test_a_line_that_fails_before_the_costly_part_never_compiles_it():
    pattern = Pattern(rf"ran in (?P<o>.+?) on (?P<d>{MONTHS})", costly=[MONTHS])
    assert pattern.fullmatch("A ship ran aground on january") is None
    assert "_pattern" not in vars(pattern)
    match = pattern.fullmatch("ran in the Lantern on january")
    assert match
    assert match["d"] == "january"
    assert "_pattern" in vars(pattern)


def test_every_lead_is_a_pattern_of_its_own():
    for pattern in Pattern.every:
        if pattern._lead is not None:
            re.compile(pattern._lead._source, pattern._lead._flags)

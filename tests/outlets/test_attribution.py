"""How outlets are named, position by position (wording.md tables A and B)."""

import pytest

from outlets.attribution import OutletName, at_start, in_label, in_sentence

HILL = OutletName("Hill", "The", "separable")
HAGUE = OutletName("Hague Tidings", "The", "inseparable")
ZEIT = OutletName("Zeit", "Die", "foreign")
AVENIR = OutletName("Avenir", "L’", "foreign")
BARE = OutletName("Foreign Shores")


@pytest.mark.parametrize(
    ("outlet", "label", "lower", "styled", "start"),
    [
        (HILL, "Hill", "the Hill", "The Hill", "The Hill"),
        (HAGUE, "The Hague Tidings", "The Hague Tidings", "The Hague Tidings", "The Hague Tidings"),
        (ZEIT, "Die Zeit", "Die Zeit", "Die Zeit", "Die Zeit"),
        (AVENIR, "L’Avenir", "L’Avenir", "L’Avenir", "L’Avenir"),
        (BARE, "Foreign Shores", "Foreign Shores", "Foreign Shores", "Foreign Shores"),
        (
            OutletName("Morning Post", "", "separable"),
            "Morning Post",
            "Morning Post",
            "Morning Post",
            "Morning Post",
        ),
    ],
)
def test_an_outlet_is_named_by_its_article_rule_in_every_position(outlet, label, lower, styled, start):
    assert in_label(outlet) == label
    assert "".join(in_sentence(outlet, "lower-case")) == lower
    assert "".join(in_sentence(outlet, "as-styled")) == styled
    assert at_start(outlet) == start


def test_a_lower_cased_article_is_not_part_of_the_name_that_links():
    assert in_sentence(HILL, "lower-case") == ("the ", "Hill")
    assert in_sentence(HILL, "as-styled") == ("", "The Hill")

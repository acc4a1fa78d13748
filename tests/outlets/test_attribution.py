"""Names of outlets in each position (docs/wording-rows.md A and B)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlets.attribution import (
    ArticleRule,
    OutletNaming,
    after_descriptor,
    at_start,
    in_label,
    in_sentence,
    preposition_for,
)
from outlets.models import Outlet

HILL = OutletNaming("Hill", "The", "separable")
HAGUE = OutletNaming("Hague Tidings", "The", "inseparable")
ZEIT = OutletNaming("Zeit", "Die", "foreign")
AVENIR = OutletNaming("Avenir", "L’", "foreign")
BARE = OutletNaming("Foreign Shores")

namings = st.builds(
    OutletNaming,
    st.sampled_from(["Lantern", "Zeit", "Avenir"]),
    st.sampled_from(["The", "Die", "L’", "L'"]),
    st.sampled_from(ArticleRule),
)


@pytest.mark.parametrize(
    ("outlet", "label", "lower", "styled", "start"),
    [
        (HILL, "Hill", "the Hill", "The Hill", "The Hill"),
        (HAGUE, "The Hague Tidings", "The Hague Tidings", "The Hague Tidings", "The Hague Tidings"),
        (ZEIT, "Die Zeit", "Die Zeit", "Die Zeit", "Die Zeit"),
        (AVENIR, "L’Avenir", "L’Avenir", "L’Avenir", "L’Avenir"),
        (BARE, "Foreign Shores", "Foreign Shores", "Foreign Shores", "Foreign Shores"),
        (
            OutletNaming("Morning Post", "", "separable"),
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


@pytest.mark.parametrize(
    ("outlet", "said"),
    [(HILL, "Hill"), (HAGUE, "The Hague Tidings"), (ZEIT, "Die Zeit"), (BARE, "Foreign Shores")],
)
def test_after_a_descriptor_only_an_article_of_the_name_itself_is_printed(outlet, said):
    assert after_descriptor(outlet) == said


@given(namings)
def test_no_position_doubles_the_article_or_a_space_or_loses_the_name(outlet):
    for said in (
        in_label(outlet),
        after_descriptor(outlet),
        at_start(outlet),
        *("".join(in_sentence(outlet, case)) for case in ("lower-case", "as-styled")),
    ):
        assert said.endswith(outlet.name)
        assert said.lower().count(outlet.article.lower()) <= 1
        assert "  " not in said
        assert said == said.strip()


@given(namings)
def test_a_sentence_names_an_outlet_with_its_article_wherever_it_has_one(outlet):
    if outlet.rule != ArticleRule.NONE:
        assert "".join(in_sentence(outlet)).lower() == at_start(outlet).lower()


PREPOSITIONS = {
    "newspaper": "in", "magazine": "in", "journal": "in", "other": "in",
    "site": "on", "blog": "on", "broadcaster": "on", "podcast": "on",
    "agency": "by", "think-tank": "by", "book-publisher": "by",
}  # fmt: skip


@pytest.mark.parametrize("type", Outlet.Type.values)
def test_the_joining_word_follows_the_kind_of_outlet(type):
    assert preposition_for(type) == PREPOSITIONS[type]

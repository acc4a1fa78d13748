"""Places of a front page filled with pieces: never a gap, no piece twice, chosen ones where they were put."""

from hypothesis import given
from hypothesis import strategies as st

from reading.front.places import NEWEST, Candidate, Slot, fill

SOURCES = [("topic", 1), ("kind", "memo"), NEWEST]
PICKS = [("piece", f"p{number}") for number in range(12)]


@st.composite
def pages(draw):
    """Places, and candidates of which each hand-picked one may be gone; all of them are among the newest."""
    every = [Candidate(number, f"p{number}") for number in draw(st.permutations(range(30)))]
    candidates = {NEWEST: every}
    for source in SOURCES[:2]:
        candidates[source] = [each for each in every if draw(st.booleans())]
    for source in PICKS:
        candidates[source] = (
            [each for each in every if each.piece == source[1]] if draw(st.booleans()) else []
        )
    place = st.builds(
        lambda source, number, heading: Slot(
            source, 1 if source in PICKS else number, heading, is_picked=source in PICKS
        ),
        st.sampled_from(SOURCES + PICKS),
        st.integers(1, 4),
        st.sampled_from(["", "", "Water"]),
    )
    return draw(st.lists(place, max_size=5)), candidates


@given(pages())
def test_no_piece_stands_twice_and_no_section_is_empty(page):
    places, candidates = page
    sections = fill(places, candidates)
    shown = [edition for section in sections for edition in section.editions]
    assert len(shown) == len(set(shown))
    assert all(section.editions for section in sections)


@given(pages())
def test_a_part_without_a_heading_has_no_gap(page):
    places, candidates = page
    places = [
        Slot(place.source, place.number, "", is_picked=place.is_picked)
        for place in places
        if place.is_picked or place.source == NEWEST
    ]
    sections = fill(places, candidates)
    assert sum(len(section.editions) for section in sections) == sum(place.number for place in places)


def test_a_chosen_piece_stands_where_it_was_put_and_the_next_newest_where_one_is_gone():
    newest = [Candidate(9, "i"), Candidate(8, "h"), Candidate(7, "g"), Candidate(6, "f")]
    water = ("topic", 1)
    candidates = {NEWEST: newest, ("piece", "h"): [Candidate(8, "h")], water: newest[1:]}
    places = [
        Slot(("piece", "gone"), is_picked=True),
        Slot(NEWEST, 1),
        Slot(water, 1, "Water"),
        Slot(("piece", "h"), is_picked=True),
        Slot(("piece", "h"), 1, "Alone", is_picked=True),
    ]
    top, about = fill(places, candidates)
    assert top.editions == (9, 7)
    assert (about.heading, about.editions, about.about) == ("Water", (6, 8), water)

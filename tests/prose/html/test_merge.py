"""Bodies are merged by words; a change made to one text is carried over to another exactly, or not at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.html.clean import clean_html
from prose.html.merge import carried_over, merge_bodies
from prose.html.text import plain_text
from tests.prose.edits import EditedText, edited_texts
from tests.prose.soup import random_bodies

blocks = st.lists(st.sampled_from([f"<p>{word}</p>" for word in "abcdefgh"]), max_size=8, unique=True)


def joined(*words: str) -> str:
    return "".join(f"<p>{word}</p>" for word in words)


def test_a_changed_paragraph_is_changed_where_it_occurs_word_for_word():
    assert carried_over(joined("a", "b", "c"), joined("a", "B", "c"), joined("x", "b", "y")) == joined(
        "x", "B", "y"
    )


def test_a_paragraph_that_was_put_in_follows_the_one_it_followed():
    assert carried_over(joined("a", "c"), joined("a", "b", "c"), joined("x", "a", "y")) == joined(
        "x", "a", "b", "y"
    )
    assert carried_over(joined("a"), joined("new", "a"), joined("a", "y")) == joined("new", "a", "y")


def test_a_paragraph_that_went_goes():
    assert carried_over(joined("a", "b", "c"), joined("a", "c"), joined("a", "b", "z")) == joined("a", "z")


def test_a_passage_that_is_missing_or_repeated_is_not_guessed():
    assert carried_over(joined("a", "b"), joined("a", "B"), joined("a", "other")) is None
    assert carried_over(joined("a", "b"), joined("a", "B"), joined("b", "b")) is None


@given(blocks, blocks)
def test_a_text_that_is_still_the_old_one_becomes_the_new_one(old, new):
    assert carried_over("".join(old), "".join(new), "".join(old)) == "".join(new)


@given(blocks, blocks, blocks)
def test_no_block_is_in_the_result_that_was_in_neither(old, new, other):
    result = carried_over("".join(old), "".join(new), "".join(other))
    if result is not None:
        kept = {f"{block}</p>" for block in result.split("</p>") if block}
        assert kept <= {*new, *other}
        assert not (set(old) - set(new)) & kept


def paragraphs(words: list[str]) -> str:
    """Words as a body; a word with a 5, or a new one with a 3, begins a paragraph."""
    parts = [f"</p><p>{word}" if re.search("5|new.*3", word) else word for word in words]
    return clean_html(f"<p>{' '.join(parts)}</p>")


@given(edited_texts())
def test_a_conflict_asks_nothing_where_the_changes_of_two_people_do_not_touch(text: EditedText):
    merged = merge_bodies(*(paragraphs(words) for words in (text.base, *text.sides)))
    if not any(
        re.search("5|new.*3", word)
        for edit in text.edits
        for word in [*text.base[edit.start : edit.stop], *edit.words]
    ):
        assert (merged.text, merged.conflicts) == (paragraphs(text.both), ())
    words = f"{merged.text} {[conflict.theirs for conflict in merged.conflicts]}"
    assert all(word in words for edit in text.edits for word in edit.words)


LEDGER = (
    "<p>The dues rose in the north.</p>"
    '<p>Nobody<span data-footnote="">See the ledger of 1911.</span> paid.</p>'
    "<table><tbody><tr><td><p>Ships</p></td><td><p>Forty</p></td></tr></tbody></table>"
    "<ul><li><p>Nets</p></li><li><p>Old ropes</p></li></ul>"
)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (("rose", "fell"), ("north", "south")),
        (("Nobody", "Hardly anybody"), ("paid.", "paid at all.")),
        (("the ledger", "the old ledger"), ("1911", "1912")),
        (("paid", "has paid"), ("1911", "1912")),
        (("Forty", "Fifty"), ("Ships", "Boats")),
        (("<li><p>Nets</p></li>", ""), ("Old ropes", "Old long ropes")),
        (("Old ropes", "Old <em>ropes</em>"), ("<p>Nets</p>", "<p>Torn nets</p>")),
        (("<p>The dues rose in the north.</p>", "<h2>The dues rose in the north.</h2>"), ("rose", "fell")),
        (("rose in", '<a href="https://a.example/">rose</a> in'), ("north", "south")),
        (("<p>Nobody", "<p>A new one.</p><p>Nobody"), ("paid.", "paid.</p><p>Another.")),
    ],
)
def test_a_conflict_takes_what_two_people_changed_at_two_places(
    mine: tuple[str, str], theirs: tuple[str, str]
):
    merged = merge_bodies(LEDGER, LEDGER.replace(*mine), LEDGER.replace(*theirs))
    assert (merged.text, merged.conflicts) == (LEDGER.replace(*mine).replace(*theirs), ())


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (("rose", "fell"), ("rose", "sank")),
        (("<p>The dues rose in the north.</p>", ""), ("north", "south")),
        (("1911", "1912"), ("1911", "1913")),
        (('<span data-footnote="">See the ledger of 1911.</span>', ""), ("1911", "1913")),
        (("<p>Nobody", "<p>Mine.</p><p>Nobody"), ("<p>Nobody", "<p>Theirs.</p><p>Nobody")),
        (("Forty", "Fifty"), ("Forty", "Sixty")),
    ],
)
def test_a_conflict_shows_both_where_two_people_changed_the_same(
    mine: tuple[str, str], theirs: tuple[str, str]
):
    my_text, their_text = LEDGER.replace(*mine), LEDGER.replace(*theirs)
    merged = merge_bodies(LEDGER, my_text, their_text)
    (conflict,) = merged.conflicts
    assert merged.text == my_text
    assert merge_bodies(LEDGER, my_text, their_text, giving_way=merged.conflicts).text == their_text
    assert carried_over(conflict.mine, conflict.theirs, my_text) == their_text
    assert carried_over(conflict.mine, conflict.base, my_text) == LEDGER


def test_a_merge_of_any_bodies_loses_no_word():
    bodies = random_bodies(seed=3, count=90)
    for base, mine, theirs in zip(bodies[::3], bodies[1::3], bodies[2::3], strict=True):
        merged = merge_bodies(base, mine.replace("word", "mine"), theirs.replace("word", "theirs"))
        assert clean_html(merged.text) == merged.text
        shown = merged.text + "".join(conflict.theirs for conflict in merged.conflicts)
        for side, word in ((mine, "mine"), (theirs, "theirs")):
            assert ("word" in plain_text(side, notes=True)) <= (word in shown)


def test_texts_with_nothing_in_common_are_one_question():
    sides = [
        clean_html("".join(f"<p>{side} {number}</p>" for number in range(60))) for side in ("a", "b", "c")
    ]
    assert len(merge_bodies(*sides).conflicts) == 1


TWICE = "It was some 214 ships."
"""A waiting paragraph that stands twice in its text, where one of the two is corrected, or both are."""


@pytest.mark.parametrize("is_turned", [False, True])
def test_words_that_join_two_stand_in_the_place_of_their_own_passage_where_another_says_the_same(is_turned):
    sides = [
        ["It was 204 ships.", "Between.", "After."],
        [TWICE, "Between.", TWICE, "After."],
        ["It was 240 ships, we now know.", "Between.", "After."],
    ]
    joined_by_hand = ["Some 240 ships.", "Between.", TWICE, "After."]
    sides, expected = (
        ([side[::-1] for side in sides], joined_by_hand[::-1]) if is_turned else (sides, joined_by_hand)
    )
    bodies = [joined(*side) for side in sides]
    (conflict,) = merge_bodies(*bodies).conflicts
    merged = merge_bodies(*bodies, written={conflict: joined("Some 240 ships.")})
    assert merged.written == {conflict}
    assert merged.text == joined(*expected)


def test_words_that_join_two_stand_in_every_place_of_a_passage_that_was_corrected_twice():
    sides = [joined(words, "Between.", words) for words in ("It was 204.", TWICE, "It was 240, we know.")]
    conflicts = merge_bodies(*sides).conflicts
    assert len(conflicts) == 2
    merged = merge_bodies(*sides, written=dict.fromkeys(conflicts, joined("240 ships.", "So they say.")))
    assert merged.text == joined("240 ships.", "So they say.", "Between.", "240 ships.", "So they say.")


def test_words_that_join_two_and_a_passage_that_gives_way_are_taken_together():
    sides = [
        joined("One was.", "Between.", "Two was."),
        joined("One is mine.", "Between.", "Two is mine."),
        joined("One be theirs.", "Between.", "Two be theirs."),
    ]
    first, second = merge_bodies(*sides).conflicts
    merged = merge_bodies(*sides, giving_way={first}, written={second: joined("Two is both.")})
    assert merged.text == joined("One be theirs.", "Between.", "Two is both.")

"""Three-way merge: both sides' changes are in the result, and where they touch both are shown."""

from hypothesis import given
from hypothesis import strategies as st

from prose.three_way import changes, matches, stretches
from prose.words import compare_words, merge_words, parts_of
from tests.prose.edits import EditedText, edited_texts

few = st.lists(st.sampled_from("abcdef"), max_size=12)


@given(edited_texts())
def test_changes_that_do_not_touch_are_both_in_the_merge(text: EditedText):
    merge = list(stretches(text.base, *text.sides))
    assert not any(stretch.is_conflict for stretch in merge)
    assert [word for stretch in merge for word in stretch.merged] == text.both


@given(edited_texts())
def test_changes_of_words_that_do_not_touch_are_both_in_the_merged_text(text: EditedText):
    merged = merge_words(*(" ".join(words) for words in (text.base, *text.sides)))
    assert (merged.text, merged.conflicts) == (" ".join(text.both), ())


@given(few, few, few)
def test_a_merge_loses_no_word_of_either_side(base, mine, theirs):
    merge = list(stretches(base, mine, theirs))
    for side, sequence in (("base", base), ("mine", mine), ("theirs", theirs)):
        assert [word for stretch in merge for word in getattr(stretch, side)] == sequence
    merged = [word for stretch in merge for word in stretch.merged]
    shown = [word for stretch in merge if stretch.is_conflict for word in stretch.theirs]
    assert set(mine) - set(base) <= set(merged)
    assert set(theirs) - set(base) <= {*merged, *shown}


@given(few, few)
def test_one_sides_changes_are_taken_as_they_are(base, other):
    for sides in ((base, other), (other, base), (other, other)):
        merge = list(stretches(base, *sides))
        assert not any(stretch.is_conflict for stretch in merge)
        assert [word for stretch in merge for word in stretch.merged] == other


@given(few, few, few)
def test_it_does_not_matter_who_is_who(base, mine, theirs):
    one = [stretch.is_conflict for stretch in stretches(base, mine, theirs)]
    assert one == [stretch.is_conflict for stretch in stretches(base, theirs, mine)]


def test_where_both_changed_the_same_words_both_texts_are_shown():
    merged = merge_words("The dues rose in 1911.", "The dues fell in 1912.", "The dues sank in 1911.")
    assert merged.text == "The dues fell in 1912."
    (conflict,) = merged.conflicts
    assert conflict.mine == "The dues fell in 1912."
    assert conflict.theirs == "The dues sank in 1912."


def test_words_are_merged_in_scripts_without_spaces():
    assert merge_words("港の料金が上がる", "港の料金が下がる", "町の料金が上がる").text == "町の料金が下がる"


def test_an_agreement_by_chance_does_not_weave_two_sentences_together():
    old, new = parts_of("Fees rose and ships waited."), parts_of("Nobody came and the town slept.")
    assert matches(old, new)
    assert not [
        place for place in matches(old, new, weigh=lambda part: not part.isspace()) if old[place] == "and"
    ]


@given(few, few)
def test_a_comparison_is_both_texts(old, new):
    parts = list(changes(old, new))
    assert [word for part in parts for word in part.old] == old
    assert [word for part in parts for word in part.new] == new


def test_a_text_of_one_word_repeated_endlessly_is_compared_in_no_time():
    assert len(compare_words("a " * 50_000, "a " * 40_000 + "b " * 9_000)) >= 1


def test_each_element_is_weighed_once_however_many_agreements_are_chance() -> None:
    old, new = (" ".join(f"{side}{number} the" for number in range(200)).split() for side in "ab")
    weighed: list[str] = []
    assert matches(old, new, weigh=lambda word: weighed.append(word) or int(word != "the")) == {399: 399}
    assert len(weighed) == len(old) + len(new)

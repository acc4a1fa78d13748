"""A change made to one text is carried over to another exactly, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from prose.html.merge import carried_over

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

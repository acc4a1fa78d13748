import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose import slots

WORDS = st.text(
    st.characters(blacklist_characters="{}[]\x00 \xa0", blacklist_categories=("Cs", "Cc")), min_size=1
)


@given(st.lists(WORDS, min_size=1).map(" ".join))
def test_a_sentence_without_slots_is_printed_as_it_is(sentence):
    assert slots.fill(sentence, {}) == sentence
    assert slots.problems(sentence, ()) == []


@given(st.lists(WORDS, min_size=1), st.data())
def test_an_empty_value_leaves_the_sentence_without_its_gap(words, data):
    place = data.draw(st.integers(0, len(words)))
    template = " ".join([*words[:place], "{gap}", *words[place:]])
    filled = slots.fill(template, {"gap": ""})
    assert filled.replace(" ", "") == "".join(words)
    assert "  " not in filled
    assert filled == filled.strip(" ")


@given(WORDS)
def test_a_value_is_printed_verbatim_even_when_it_looks_like_a_slot(word):
    assert slots.fill("«{x}»", {"x": f"{{y}}{word}", "y": "wrong"}) == f"«{{y}}{word}»"


@given(st.text(st.sampled_from("{}ab: |_1"), max_size=25))
def test_a_template_without_problems_fills_without_a_brace(template):
    if not slots.problems(template, {"a", "b"}):
        assert not {"{", "}"} & set(slots.fill(template, {"a": "x", "b": ""}, authors=2))


@pytest.mark.parametrize(
    ("template", "values", "printed"),
    [
        ("By {title} {who}, today", {"title": "", "who": "Ada Lund"}, "By Ada Lund, today"),
        ("{kind} by {who} {suffix}.", {"kind": "", "who": "Ada Lund"}, "by Ada Lund."),
        (
            "© {year} {a} {b} {holder}",
            {"year": "2019", "holder": "the Fjord Centre"},
            "© 2019 the Fjord Centre",
        ),
        ("in {outlet}", {"outlet": "the Harbour Post"}, "in the Harbour Post"),
    ],
)
def test_gaps_close_where_a_reader_would_see_them(template, values, printed):
    assert slots.fill(template, values) == printed


@pytest.mark.parametrize(
    ("count", "printed"), [(1, "the author"), (2, "the authors"), (0, "the authors"), (None, "the authors")]
)
def test_the_author_slot_agrees_with_their_number(count, printed):
    assert slots.fill("the {authors:author|authors}", {}, authors=count) == printed


def test_an_author_slot_may_leave_one_side_empty():
    assert slots.fill("view{authors:|s} of", {}, authors=1) == "view of"


@pytest.mark.parametrize(
    ("template", "count"),
    [
        ("{kind} and {kind}", 0),
        ("{kid}", 1),
        ("{}", 1),
        ("{ kind }", 1),
        ("{kind", 1),
        ("kind}", 1),
        ("{authors}", 1),
        ("{authors:one}", 1),
        ("{authors:one|two|three}", 1),
        ("{authors:one|two}", 0),
        ("{kid} {kit} {", 3),
        ("in {kind}[ on {kind}", 1),
        ("[sic] {kind}[ by {kind}]", 0),
    ],
)
def test_each_fault_of_a_template_is_one_sentence(template, count):
    problems = slots.problems(template, {"kind"})
    assert len(problems) == count
    assert all(problem.endswith(".") for problem in problems)


def test_the_names_in_a_template_are_known():
    assert slots.names_in("{kind} of {authors:a|b}") == {"kind", "authors"}


def test_a_space_at_the_end_of_a_template_stays():
    assert slots.fill("First seen in ", {}) == "First seen in "
    assert slots.fill("{a} {b} in ", {"a": "Seen"}) == "Seen in "


@given(WORDS)
def test_a_part_in_brackets_prints_only_when_its_slot_has_a_value(word):
    template = f"in {{outlet}}[ on {word} {{date}}]."
    assert slots.fill(template, {"outlet": "the Post", "date": "May 3"}) == f"in the Post on {word} May 3."
    assert slots.fill(template, {"outlet": "the Post", "date": ""}) == "in the Post."
    assert slots.required_names(template) == {"outlet"}
    assert slots.problems(template, {"outlet", "date"}) == []


def test_brackets_around_plain_words_are_plain_brackets():
    assert slots.fill("[sic] {x}", {"x": "y"}) == "[sic] y"

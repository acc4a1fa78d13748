"""Equal runs rise, do not touch and are equal, however little may be looked at."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose import equal_runs as module
from prose.equal_runs import Run, equal_runs

WORDS = st.lists(st.sampled_from("a tide of ships and ports in a port".split()), max_size=60)


def check(runs: list[Run], old: list[str], new: list[str]) -> None:
    a_end = b_end = 0
    for index, (a, b, size) in enumerate(runs):
        assert size > 0
        assert a >= a_end
        assert b >= b_end
        assert not (index and a == a_end and b == b_end), "two runs touch"
        assert old[a : a + size] == new[b : b + size]
        a_end, b_end = a + size, b + size


@given(WORDS, WORDS, st.sampled_from([0, 40, 20_000]), st.sampled_from([0, 60, 3_000_000]))
def test_runs_are_equal_and_rise_whatever_the_limits_are(
    old: list[str], new: list[str], many: int, most: int
) -> None:
    with patch.object(module, "MANY_PAIRS", many), patch.object(module, "MOST_PAIRS", most):
        check(equal_runs(old, new), old, new)


@given(WORDS, st.integers(0, 60), WORDS)
def test_what_is_put_in_at_one_place_leaves_all_the_rest_equal(
    old: list[str], place: int, put_in: list[str]
) -> None:
    new = [*old[:place], *put_in, *old[place:]]
    assert sum(size for _, _, size in equal_runs(old, new)) == len(old)


@pytest.mark.parametrize("rows", [25, 100])
def test_a_word_changed_in_each_cell_of_a_table_is_found_without_a_search_of_all_pairs_in_each_part(
    rows: int,
) -> None:
    cells = [f"| {row * column} thousand tonnes of freight" for row in range(rows) for column in range(9)]
    old = " ".join(cells).split()
    new = ["million" if word == "thousand" else word for word in old]
    looked_at = 0
    search = module.SequenceMatcher.find_longest_match

    def counted(matcher: module.SequenceMatcher[str]) -> object:
        nonlocal looked_at
        looked_at += sum(len(matcher.b2j.get(word, ())) for word in matcher.a)
        return search(matcher)

    with patch.object(module.SequenceMatcher, "find_longest_match", counted):
        runs = equal_runs(old, new)
    check(runs, old, new)
    assert sum(size for _, _, size in runs) == len(old) - len(cells)
    assert looked_at < 1_000_000

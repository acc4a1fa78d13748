"""Rows of two people are merged row by row: bylines, places, disclosures."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.manuscript_fields import APPEARANCES, BYLINES, DISCLOSURES
from desk.versions.form_values import Values
from desk.versions.row_merging import FORM_ONLY, merge_rows


def blank(rows: Any, **values: str) -> Values:
    fields = (*rows.fields, *FORM_ONLY.get(rows.name, ()))
    return {field.name: field.default for field in fields} | values


def bylines(*people: str, **bios: str) -> list[Values]:
    return [blank(BYLINES, author=person, bio=bios.get(f"b{person}", ""), id=person) for person in people]


def in_order(rows: tuple[Values, ...]) -> list[str]:
    kept = [row for row in rows if "DELETE" not in row]
    return [row["author"] for row in sorted(kept, key=lambda row: int(row["order"]))]


@st.composite
def two_peoples_rows(
    draw: st.DrawFn,
) -> tuple[list[Values], list[Values], list[Values], set[str], dict[str, str]]:
    """Bylines, and what two people did who touched different ones: the people that stay, and their bios."""
    base = bylines(*map(str, range(1, draw(st.integers(1, 8)) + 1)))
    sides: tuple[list[Values], list[Values]] = ([], [])
    stay, bios = set(), {}
    for row in base:
        side, act = draw(st.integers(0, 1)), draw(st.sampled_from(["keep", "remove", "write"]))
        sides[1 - side].append(row)
        if act == "keep":
            sides[side].append(row)
        if act == "write":
            sides[side].append({**row, "bio": f"Bio of {row['author']}"})
            bios[row["author"]] = f"Bio of {row['author']}"
        if act != "remove":
            stay.add(row["author"])
    for side, person in ((0, "100"), (1, "200")):
        if draw(st.booleans()):
            new = blank(BYLINES, author=person, id="" if side == 0 else person)
            sides[side].insert(draw(st.integers(0, len(sides[side]))), new)
            stay.add(person)
    return base, *sides, stay, bios


@given(two_peoples_rows())
def test_a_conflict_asks_nothing_where_two_people_changed_different_rows(rows: Any) -> None:
    base, mine, theirs, stay, bios = rows
    merge = merge_rows(BYLINES, base, mine, theirs)
    assert not merge.questions
    assert set(in_order(merge.rows)) == stay
    assert {row["author"]: row["bio"] for row in merge.rows if row["bio"] and "DELETE" not in row} == bios
    records = [row["id"] for row in merge.rows[: len(theirs)]]
    assert sorted(records) == sorted(row["id"] for row in theirs)


def test_a_changed_order_of_one_side_is_taken() -> None:
    base = bylines("1", "2", "3")
    moved = bylines("3", "1", "2")
    assert in_order(merge_rows(BYLINES, base, moved, base).rows) == ["3", "1", "2"]
    assert in_order(merge_rows(BYLINES, base, base, moved).rows) == ["3", "1", "2"]
    with_new = [*base, blank(BYLINES, author="9", id="")]
    assert in_order(merge_rows(BYLINES, base, with_new, moved).rows) == ["3", "9", "1", "2"]


def test_two_orders_are_a_question() -> None:
    base = bylines("1", "2", "3")
    merge = merge_rows(BYLINES, base, bylines("2", "1", "3"), bylines("1", "3", "2"))
    (question,) = merge.questions
    assert question.name == "bylines-ORDER"
    assert in_order(merge.rows) == ["2", "1", "3"]
    assert [merge.rows[int(number)]["author"] for number in question.theirs.split(",")] == ["1", "3", "2"]


@pytest.mark.parametrize("is_mine", [True, False])
def test_a_row_that_one_removed_and_the_other_changed_is_a_question(is_mine: bool) -> None:
    base, changed = bylines("1", "2"), bylines("1", "2", b2="A bio.")
    removed = bylines("1")
    mine, theirs = (removed, changed) if is_mine else (changed, removed)
    merge = merge_rows(BYLINES, base, mine, theirs)
    (question,) = merge.questions
    assert question.name == "bylines-1-DELETE"
    assert (question.mine, question.theirs) == (("on", "") if is_mine else ("", "on"))
    assert merge.rows[1]["bio"] == "A bio."
    assert ("DELETE" in merge.rows[1]) == is_mine


def test_both_changed_the_same_row_at_different_fields() -> None:
    base = bylines("1")
    mine, theirs = [{**base[0], "author": "7"}], [{**base[0], "bio": "A bio."}]
    merge = merge_rows(BYLINES, base, mine, theirs)
    assert not merge.questions
    assert (merge.rows[0]["author"], merge.rows[0]["bio"]) == ("7", "A bio.")


def test_a_name_as_printed_here_keeps_the_row_of_its_person() -> None:
    base, theirs = (
        bylines("1", "2"),
        [blank(BYLINES, author="1", id="71"), blank(BYLINES, author="2", id="72")],
    )
    mine = [{**base[0], "name": "I. Marlow"}, base[1]]
    merge = merge_rows(BYLINES, base, mine, theirs)
    assert not merge.questions
    assert [(row["id"], row["author"], row["name"]) for row in merge.rows] == [
        ("71", "1", "I. Marlow"),
        ("72", "2", ""),
    ]


def test_words_in_a_row_are_merged() -> None:
    base = [blank(DISCLOSURES, subject="funding", text="The harbour office paid for the journey.", id="1")]
    mine = [{**base[0], "text": "The old harbour office paid for the journey."}]
    theirs = [{**base[0], "text": "The harbour office paid for the ferry."}]
    (row,) = merge_rows(DISCLOSURES, base, mine, theirs).rows
    assert row["text"] == "The old harbour office paid for the ferry."


def test_the_same_new_row_of_both_is_one_row() -> None:
    mine, theirs = blank(BYLINES, author="5", bio="Mine.", id=""), blank(BYLINES, author="5", id="31")
    (row,) = merge_rows(BYLINES, [], [mine], [theirs]).rows
    assert (row["id"], row["bio"]) == ("31", "Mine.")


def test_rows_whose_records_were_made_anew_are_found_by_what_they_are() -> None:
    base, theirs = (
        bylines("1", "2"),
        [blank(BYLINES, author="1", id="71"), blank(BYLINES, author="2", id="72")],
    )
    merge = merge_rows(BYLINES, base, bylines("1", "2", b2="A bio."), theirs)
    assert not merge.questions
    assert [(row["id"], row["bio"]) for row in merge.rows] == [("71", ""), ("72", "A bio.")]


def test_a_place_whose_outlet_became_known_is_not_said_to_be_unknown() -> None:
    base = [blank(APPEARANCES, outlet_unknown="on", id="1")]
    theirs = [{**base[0], "outlet": "4", "outlet_unknown": ""}]
    (row,) = merge_rows(APPEARANCES, base, [{**base[0], "url": "https://a.example/"}], theirs).rows
    assert (row["outlet"], row["outlet_unknown"], row["url"]) == ("4", "", "https://a.example/")

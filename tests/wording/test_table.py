"""The table of rows and tests says what there is."""

from collections import Counter

from tests.wording.table import PAGE, ROWS, page, rows_tested


def test_every_row_has_its_test_and_every_test_its_row():
    assert len(ROWS) == 107
    assert Counter(row for row, _, _ in rows_tested()) == Counter(ROWS)


def test_every_test_says_in_one_line_what_its_row_asks():
    assert [where for _, asks, where in rows_tested() if not (asks.endswith(".") and "|" not in asks)] == []


def test_the_page_in_docs_is_the_one_made_from_the_tests():
    assert PAGE.read_text() == page(), "Run: python -m tests.wording.table > docs/wording-rows.md"

"""No empty last row of a table is printed; the stored text keeps it."""

import pytest

from prose.html.clean import clean_html
from prose.html.endnotes import print_body
from prose.html.text import plain_text, word_count
from prose.html.tokens import html_of, tokens_of

ROW = "<tr><td><p>a</p></td><td><p>b</p></td></tr>"
EMPTY = "<tr><td></td><td></td></tr>"


@pytest.mark.parametrize(
    ("rows", "printed"),
    [
        (ROW + EMPTY, ROW),
        (ROW + EMPTY + EMPTY, ROW),
        (ROW + EMPTY + ROW, ROW + EMPTY + ROW),
        (EMPTY + ROW, EMPTY + ROW),
    ],
)
def test_no_empty_last_row_of_a_table_is_printed(rows, printed):
    body = f"<p>x</p><table><tbody>{rows}</tbody></table><p>y</p>"
    assert clean_html(body) == body
    assert print_body(body).body == f"<p>x</p><table><tbody>{printed}</tbody></table><p>y</p>"


def test_a_table_without_a_word_is_not_printed_and_a_row_with_a_note_is():
    assert print_body(f"<table><tbody>{EMPTY}</tbody></table><p>y</p>").body == "<p>y</p>"
    noted = '<tr><td><p><span data-footnote="">n</span></p></td><td></td></tr>'
    assert "noteref" in print_body(f"<table><tbody>{ROW}{noted}</tbody></table>").body


def test_header_cells_are_printed_with_what_they_head_and_the_caption_stays_in_the_table():
    head = "<tr><th><p>a</p></th><th><p>b</p></th></tr>"
    side = '<tr><th><p>a</p></th><td><p>b</p></td></tr><tr><th scope="rowgroup"><p>c</p></th><td></td></tr>'
    body = f"<table><caption>C <em>d</em></caption><tbody>{head}{side}</tbody></table>"
    assert clean_html(body) == body == html_of(tokens_of(body))
    assert plain_text(body).startswith("C d\n")
    assert word_count(body) == 5
    printed = print_body(body).body
    assert printed.startswith("<table><caption>C <em>d</em></caption><tbody>")
    assert printed.count('scope="col"') == 2
    assert printed.count('scope="row"') == printed.count('scope="rowgroup"') == 1
    first = f"<table><tbody>{side}</tbody></table>"
    assert 'scope="col"' not in print_body(first).body


def test_a_caption_without_rows_keeps_its_words():
    assert clean_html("<table><caption>C</caption></table>") == "<p>C</p>"

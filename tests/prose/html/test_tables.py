"""No empty last row of a table is printed; the stored text keeps it."""

import pytest

from prose.html.clean import clean_html
from prose.html.endnotes import print_body

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

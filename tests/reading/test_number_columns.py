"""Columns of numbers in tables are marked when a page is drawn, with the headers above them, and no other cell is."""

import pytest
from lxml import html

from reading.piece.framed import framed_body
from reading.piece.number_columns import with_number_columns
from tests.conftest import NOW
from tests.factories import published


def table(*rows: str) -> str:
    """A table; cells stand between "|", a first row of headers, a first cell of each row that heads it."""
    heads = "".join(f'<th scope="col"><p>{cell}</p></th>' for cell in rows[0].split("|"))
    below = (row.split("|") for row in rows[1:])
    lines = (
        f'<tr><th scope="row">{first}</th>{"".join(f"<td><p>{cell}</p></td>" for cell in rest)}</tr>'
        for first, *rest in below
    )
    return f"<table><tbody><tr>{heads}</tr>{''.join(lines)}</tbody></table>"


def marked(body: str) -> list[str]:
    return [cell.text_content() for cell in html.fromstring(with_number_columns(body)).find_class("numeric")]


def test_each_cell_of_a_column_of_numbers_is_marked_and_its_header():
    body = table("Year|Ships|Said", "2019|1,204|Many", "2020|−9|3", "2021|–|4", "2022||5")
    assert marked(body) == ["Ships", "1,204", "−9", "–", ""]


@pytest.mark.parametrize(
    "number",
    ["0", "1,204,000", "1 204", "1\u202f204", "3.5", "−9", "+4", "-0,5", "12%", "12 %", "€4.20", "4,20 €", "(12)",
     "1990–2025", "07:10", "&lt;1", '8<sup class="noteref"><a href="#n1">1</a></sup>', "<strong>7</strong>"],
)  # fmt: skip
def test_what_is_a_number(number):
    assert len(marked(table("|a", f"x|{number}"))) == 2


@pytest.mark.parametrize(
    "words", ["", "–", "n/a", "4 ships", "none", "4th", "A4", "٤", "4<br>ships", "1 and 2", "$"]
)
def test_what_is_none(words):
    assert marked(table("|a", f"x|{words}")) == []


def test_cells_that_reach_over_columns_or_rows_keep_the_others_in_their_places():
    body = (
        '<table><tr><th scope="col">a</th><th scope="col" colspan="2">b</th><th scope="col">c</th></tr>'
        '<tr><td rowspan="2">x</td><td>1</td><td>one</td><td>5</td></tr><tr><td>2</td><td>two</td><td>6</td></tr>'
        '<tr><td colspan="4">all of it</td></tr></table>'
    )
    assert marked(body) == ["c", "1", "5", "2", "6"]


def test_a_page_marks_them_and_the_printed_text_stays_as_it_is(site, clock):
    edition = published(body=table("Year|Ships", "2019|4"), slug="ships", at=NOW)
    assert "numeric" not in edition.body
    page = html.fromstring(site.get("/articles/ships/").content.decode())
    assert [cell.text_content() for cell in page.find_class("numeric")] == ["Ships", "4"]
    plain = "<p>No table.</p>"
    assert framed_body(plain, "en") == plain

"""A table in a comparison stays a table, and says in its cells what was added and removed."""

import pytest

from prose.html.clean import clean_html
from prose.html.compared.pairs import Bag, Pairing
from prose.html.comparison import compared_bodies

HEAD = '<tr><th scope="col"><p>Port</p></th><th scope="col"><p>Ships</p></th></tr>'
ROWS = [
    "<tr><td><p>Gull Bay</p></td><td><p>40</p></td></tr>",
    "<tr><td><p>Mole</p></td><td><p>12</p></td></tr>",
]


def table(*rows: str) -> str:
    return f"<table><caption>Ports</caption><tbody>{''.join(rows)}</tbody></table>"


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        ([HEAD, ROWS[0].replace("40", "14"), ROWS[1]], "<td><p>Gull Bay</p></td><td><p><del>40</del><ins>14</ins>"),
        ([HEAD, ROWS[1]], "<tr><td><p><del>Gull Bay</del></p></td><td><p><del>40</del></p></td></tr><tr><td><p>Mole"),
        ([*[HEAD, *ROWS], ROWS[0].replace("Gull Bay", "Pier").replace("40", "7")], "<tr><td><p><ins>Pier</ins></p>"),
        (
            [each.replace("<td><p>12</p></td>", "<td><p>12</p></td><td><p>New</p></td>") for each in [HEAD, *ROWS]],
            "<td><p>12</p></td><td><p><ins>New</ins></p></td></tr>",
        ),
        ([HEAD.replace(' scope="col"', "").replace("th>", "td>"), *ROWS], "column)</del> <ins>(cell)</ins></td>"),
    ],
)  # fmt: skip
def test_a_changed_table_is_one_table_with_its_changed_cells_marked(new: list[str], shown: str) -> None:
    around = ["<p>One.</p>", "<p>Two.</p>", "<p>Three.</p>", "<p>Four.</p>"]
    compared = compared_bodies(
        "".join([*around, table(HEAD, *ROWS), *around]), "".join([*around, table(*new), *around])
    )
    assert shown in compared
    assert compared.count("<table>") == compared.count("</table>") == 1
    assert compared.count("are left out") == 2


def test_a_table_that_came_or_went_is_marked_as_a_whole_and_one_that_stays_is_left_out() -> None:
    stays = f"{table(HEAD, *ROWS)}<p>One.</p><p>Two.</p><p>Three.</p>"
    other = "<table><tbody><tr><td><p>Costs of the new quay</p></td></tr></tbody></table>"
    compared = compared_bodies(stays, stays + other)
    assert f"<ins>{other}</ins>" in compared
    assert "Gull Bay" not in compared


CELL = "<td><p>12</p></td>"
CODE = "<td><pre><code>pay {}</code></pre></td>"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (CODE.format("10"), CODE.format("20"), "<pre><code>pay <del>10</del><ins>20</ins></code></pre>"),
        (CELL, '<td colspan="2"><p>12</p></td>', "12</p><del>(cell)</del> <ins>(cell, over 2 columns)</ins>"),
        (CELL, '<td rowspan="2"><p>12</p></td>', "<ins>(cell, over 2 rows)</ins>"),
        ('<th scope="row"><p>12</p></th>', '<th scope="col"><p>12</p></th>', "<ins>(header cell of its column)</ins>"),
        (CELL, f"{CELL}<td></td>", "<td><ins>(empty cell)</ins></td>"),
        (f"{CELL}</tr><tr><td></td>", CELL, "<tr><td><del>(empty cell)</del></td></tr>"),
        ("<td><ol><li><p>a</p></li></ol></td>", '<td><ol start="3"><li><p>a</p></li></ol></td>', "other than words"),
    ],
)  # fmt: skip
def test_a_table_that_differs_in_anything_is_shown(old: str, new: str, shown: str) -> None:
    versions = [f"<p>x</p>{table(f'<tr>{cells}</tr>')}<p>y</p>" for cells in (old, new)]
    assert list(map(clean_html, versions)) == versions
    assert shown in compared_bodies(*versions)


def test_rows_are_paired_with_a_bounded_number_of_looks_and_their_words_counted_once() -> None:
    counted: list[int] = []

    def bag_of(row: int) -> Bag:
        counted.append(row)
        return Bag(["same", *map(str, range(row, row + 3))])

    pairing, old, new = Pairing(looks_left=100), range(0, 200, 4), range(202, 402, 4)
    pairs = list(pairing.in_order(old, new, bag_of))
    assert pairing.looks_left > -10
    assert sorted(counted) == sorted([*old, *new])
    assert pairs == [*((None, place) for place in range(50)), *((place, None) for place in range(50))]
    assert (1, 0) in Pairing().in_order([0, 100], [101], bag_of)

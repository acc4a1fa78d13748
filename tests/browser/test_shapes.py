"""A page that axe does not look at shows nothing that another page does not show."""

import pytest

from tests.browser.shapes import shapes, with_all_shapes

PAGE = "<html><div id=content><h1>Quays</h1><p><label for=a>A quay</label><input id=a name=a>{}</div></html>"
WRONG = (
    "<p><input id=b>", "<p><a href=/b><img src=b></a>", "<p><b role=note>A quay</b>", "<h3>A quay</h3>",
    "<p><button class=faint>A quay</button>", "<p><input type=image>", "<p><label for=a></label>",
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_a_page_is_left_out_only_if_another_shows_all_that_it_shows(wrong: str) -> None:
    alike = PAGE.format("<p class=field-b><label for=b>B</label><input id=b name=b>")
    drawn = {"first": PAGE.format(""), "alike": alike, "wrong": PAGE.format(wrong)}
    chosen = with_all_shapes({address: shapes(page) for address, page in drawn.items()})
    assert "wrong" in chosen
    assert "alike" not in chosen

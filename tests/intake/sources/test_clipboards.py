"""Intake keeps what the editor's paste keeps: the same clipboards, tried at both doors."""

import pytest

from intake.sources.from_html import read_html
from prose.html.clean import clean_html
from tests.prose.forms.clipboards import CLIPBOARDS


@pytest.mark.parametrize(("clipboard", "expected"), CLIPBOARDS.values(), ids=CLIPBOARDS)
def test_one_tidier_for_both_doors_intake_keeps_what_a_paste_keeps(clipboard, expected):
    manuscript = read_html(clipboard)
    assert clean_html("".join(block.html for block in manuscript.blocks)) == expected
    assert not manuscript.doubts

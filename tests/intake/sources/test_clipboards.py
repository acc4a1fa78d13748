"""Intake keeps what the editor's paste keeps: the same clipboards, tried at both doors."""

from html import escape

import pytest

from intake.sources.from_html import read_html
from intake.sources.manuscript import Hint
from intake.sources.read import read_pasted
from prose.html.clean import clean_html
from tests.prose.forms.clipboards import CLIPBOARDS


@pytest.mark.parametrize(("clipboard", "expected"), CLIPBOARDS.values(), ids=CLIPBOARDS)
def test_one_tidier_for_both_doors_intake_keeps_what_a_paste_keeps(clipboard, expected):
    manuscript = read_html(clipboard)
    assert clean_html("".join(block.html for block in manuscript.blocks)) == expected
    assert not [doubt for doubt in manuscript.doubts if not doubt.startswith("An equation was written")]


WRAPPED = "Who Pays?\n\nBy Ida Quay\n\n" + "\n".join(
    ["This line is as long as lines in old mails used to be, and"] * 3
)


@pytest.mark.parametrize(
    "text", [WRAPPED, "One\nTwo\n\nThree", "A < B & C", "## A\n\n[x](https://example.org)"]
)
def test_plain_text_means_the_same_with_the_editor_and_without(text):
    groups = [escape(group, quote=False).replace("\n", "<br>") for group in text.split("\n\n")]
    assert read_pasted("".join(f"<p>{group}</p>" for group in groups)) == read_pasted(text)


def test_the_source_of_a_page_pasted_into_the_editor_is_read_as_a_page():
    assert (
        read_pasted("<p>&lt;p&gt;One &lt;em&gt;word&lt;/em&gt;&lt;/p&gt;</p>").blocks[0].html
        == "<p>One <em>word</em></p>"
    )


def test_a_heading_with_which_a_pasted_text_begins_is_its_headline():
    manuscript = read_pasted("<h2>Who <em>pays</em>?</h2><p>Nobody.</p><h2>A part</h2>")
    assert [block.hint for block in manuscript.blocks] == [Hint.TITLE, Hint.NONE, Hint.HEADING]

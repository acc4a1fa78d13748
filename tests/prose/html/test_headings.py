"""Lines below the headings of a printed body."""

from prose.html.endnotes import print_body
from prose.html.headings import heading_key, headings, with_lines


def test_a_line_below_a_heading_leaves_the_marks_of_notes_as_they_are():
    printed = print_body('<h2>Part one</h2><p>x<span data-footnote="">n</span></p><h2>Part two</h2>').body
    lined = with_lines(printed, {"part one": ["Ida Quay"]})
    assert lined == printed.replace("</h2><p>", '</h2><p class="byline">Ida Quay</p><p>', 1)
    assert 'id="ref-1"' in lined


def test_a_heading_is_known_by_its_words_whatever_its_quotation_marks_capitals_and_notes():
    stored = '<h2>What\'s  <em>Next</em>?<span data-footnote="">a note</span></h2><p>x</p>'
    assert headings(stored) == {heading_key("what’s next?"): 1}
    lined = with_lines(print_body(stored).body, {heading_key("What’s next?"): ["Ida Quay"]})
    assert '<p class="byline">Ida Quay</p>' in lined


def test_headings_of_the_same_words_have_their_lines_in_order():
    lined = with_lines("<h2>Response</h2><h2>Response</h2><h3>Other</h3>", {"response": ["Ida", "Bo", "Cy"]})
    assert lined == (
        '<h2>Response</h2><p class="byline">Ida</p><h2>Response</h2><p class="byline">Bo</p><h3>Other</h3>'
    )

"""Lines below the headings of a printed body."""

from prose.html.endnotes import print_body
from prose.html.headings import with_lines


def test_a_line_below_a_heading_leaves_the_marks_of_notes_as_they_are():
    printed = print_body('<h2>Part one</h2><p>x<span data-footnote="">n</span></p><h2>Part two</h2>').body
    lined = with_lines(printed, {"Part one": "Ida Quay"})
    assert lined == printed.replace("</h2><p>", '</h2><p class="byline">Ida Quay</p><p>', 1)
    assert 'id="ref-1"' in lined

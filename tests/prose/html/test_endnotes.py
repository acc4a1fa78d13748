import re

from hypothesis import given
from hypothesis import strategies as st

from prose.html.clean import clean_html
from prose.html.endnotes import print_body
from prose.html.text import plain_text
from tests.prose.soup import SOUP

STORED_NOTE = '<span data-footnote="">'
NOTE = st.builds("<span data-footnote>{}</span>".format, SOUP)
NOTED = st.lists(SOUP | NOTE | st.just("<p>"), max_size=8).map("".join).map(clean_html)


@given(NOTED, st.sampled_from(["", "p7-"]))
def test_marks_run_from_one_to_n_with_links_there_and_back(html, anchor):
    printed = print_body(html, anchor=anchor)
    marks = re.findall(
        r'<sup class="noteref"><a id="([^"]*)" href="#([^"]*)" role="doc-noteref">(\d+)</a></sup>',
        printed.body,
    )
    notes = re.findall(r'<li id="([^"]*)">', printed.endnotes)
    backs = re.findall(r'href="#([^"]*)" role="doc-backlink"', printed.endnotes)
    numbers = range(1, html.count(STORED_NOTE) + 1)
    assert [mark[2] for mark in marks] == [str(n) for n in numbers]
    assert [mark[1] for mark in marks] == notes == [f"{anchor}note-{n}" for n in numbers]
    assert [mark[0] for mark in marks] == backs == [f"{anchor}ref-{n}" for n in numbers]
    assert STORED_NOTE not in printed.body + printed.endnotes


@given(NOTED)
def test_no_word_is_lost_or_doubled_in_print(html):
    printed = print_body(html)
    body = re.sub(r'<sup class="noteref">.*?</sup>', "", printed.body)
    assert plain_text(clean_html(body)) == plain_text(html)
    notes = re.sub(r' <a class="backref".*?</a>', "", printed.endnotes)
    assert re.sub(r"\s+", "", plain_text(notes)) == re.sub(
        r"\s+", "", plain_text(html, notes=True)[len(plain_text(html)) :]
    )


@given(SOUP.map(clean_html).filter(lambda html: STORED_NOTE not in html))
def test_a_body_without_notes_prints_as_it_is_stored(html):
    printed = print_body(html)
    assert (printed.body, printed.endnotes) == (html, "")


def test_a_note_keeps_its_links_and_leaning_letters():
    note = 'Lund, <em>Tides</em>, <a href="https://example.org/t?a&amp;b">p. 4</a>.'
    html = f'<p>Tides<span data-footnote="">{note}</span> rise.</p>'
    printed = print_body(html, anchor="a-")
    assert printed.body == (
        '<p>Tides<sup class="noteref"><a id="a-ref-1" href="#a-note-1" role="doc-noteref">1</a></sup> rise.</p>'
    )
    assert printed.endnotes.startswith(f'<ol class="endnotes"><li id="a-note-1">{note} <a ')


def test_an_empty_note_gets_no_number_and_an_inner_one_joins_its_outer():
    html = '<p>a<span data-footnote=""> </span>b<span data-footnote="">x <span data-footnote="">y</span></span>c</p>'
    printed = print_body(html)
    assert printed.endnotes.count("<li") == 1
    assert "x y" in printed.endnotes
    assert printed.body.startswith("<p>a b<sup")


def test_a_note_cited_again_has_one_number_and_a_way_back_to_each_place():
    note, again, ibid = (
        '<span data-footnote="">Lund</span>',
        '<span data-footnote="same">Lund</span>',
        '<span data-footnote="">Ibid.</span>',
    )
    html = f"<p>a{note}b{ibid}c{again}d{ibid}</p>"
    assert clean_html(html) == html
    printed = print_body(html, anchor="x-")
    assert re.findall(r">(\d)</a></sup>", printed.body) == ["1", "2", "1", "3"]
    assert printed.endnotes.startswith(
        '<ol class="endnotes"><li id="x-note-1">Lund <a class="backref" href="#x-ref-1" role="doc-backlink" '
        'aria-label="1.1">\u21a9\ufe0e</a> <a class="backref" href="#x-ref-1-2" role="doc-backlink" aria-label="1.2">'
    )
    # Moved before the first, or left alone, it still has its words.
    for moved in (f"<p>{again}{note}</p>", f"<p>{again}</p>"):
        assert print_body(moved).endnotes.count("Lund") == 1

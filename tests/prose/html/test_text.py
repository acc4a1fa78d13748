import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.html.clean import clean_html
from prose.html.text import plain_text, word_count
from tests.prose.soup import SOUP

WORDS = st.lists(st.sampled_from(["tide", "harbour", "l’été", "U.S.", "x-ray", "2026", "Straße"]), min_size=1)


def letters(text):
    return re.sub(r"\s+", "", text)


@given(SOUP)
def test_plain_text_is_every_letter_of_the_body_and_no_tag(html):
    cleaned = clean_html(html)
    without_notes = re.sub(r'<span data-footnote="">.*?</span>', "", cleaned, flags=re.DOTALL)
    assert letters(plain_text(cleaned)) == letters(unescape(re.sub(r"<[^>]*>", "", without_notes)))


@given(SOUP)
def test_plain_text_is_the_same_before_and_after_cleaning_twice(html):
    cleaned = clean_html(html)
    assert plain_text(clean_html(cleaned)) == plain_text(cleaned)


@given(st.lists(WORDS, max_size=5))
def test_words_are_counted_over_all_paragraphs(paragraphs):
    html = "".join(f"<p>{' '.join(words)}</p>" for words in paragraphs)
    assert word_count(html) == sum(map(len, paragraphs))
    assert plain_text(html) == "\n\n".join(" ".join(words) for words in paragraphs)


def test_lists_and_tables_read_line_by_line():
    html = clean_html(
        "<h2>Head</h2><ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>"
        "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><p>e<br>f</p>"
    )
    assert plain_text(html) == "Head\n\none\ntwo\nthree\n\na\tb\nc\td\n\ne\nf"


def test_notes_are_left_out_or_stand_at_the_end():
    html = '<p>One<span data-footnote="">1st <em>note</em></span> two<span data-footnote="">2nd</span>.</p><p>Three</p>'
    assert plain_text(html) == "One two.\n\nThree"
    assert plain_text(html, notes=True) == "One two.\n\nThree\n\n1st note\n\n2nd"
    assert word_count(html) == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It’s a well-known fact — and/or rule: 3.5% of 10,000.", 10),
        ("one&nbsp;two–three", 3),
        ("日本の防衛", 5),
        ("政策 policy 2026", 4),
        ("… — !", 0),
        ("", 0),
    ],
)
def test_what_counts_as_a_word(text, count):
    assert word_count(f"<p>{text}</p>") == count

"""An excerpt holds the first words of a body and nothing of what follows."""

from hypothesis import given
from hypothesis import strategies as st

from prose.html.clean import clean_html
from prose.html.excerpt import excerpt
from prose.html.text import plain_text, word_count
from tests.prose.soup import random_bodies

BODY = (
    '<h2>Ports</h2><p>Ships <em>came in</em> <a href="https://a.example" title="secret">slowly</a>'
    '<span data-footnote="">hidden note</span> today.</p><ul><li>One</li><li>Two</li></ul><p>Late words.</p>'
)


def test_an_excerpt_ends_after_its_last_word():
    assert (
        excerpt(BODY, 5)
        == '<h2>Ports</h2><p>Ships <em>came in</em> <a href="https://a.example">slowly</a></p>'
    )
    assert plain_text(excerpt(BODY, 3)) == "Ports\n\nShips came…"


def test_a_short_body_stays_whole_but_for_its_notes():
    assert plain_text(excerpt(BODY, 100)) == plain_text(BODY)


@given(st.integers(0, 10_000), st.integers(0, 40))
def test_an_excerpt_never_has_more_words_nor_others_than_the_body_begins_with(seed, words):
    body = clean_html(random_bodies(seed, 1)[0])
    short = excerpt(body, words)
    assert word_count(short) <= words
    assert clean_html(short) == short
    assert "data-footnote" not in short
    assert "title=" not in short


@given(
    st.lists(st.sampled_from(["one", "two", "three", "vier", "пять"]), min_size=1, max_size=30),
    st.integers(1, 40),
)
def test_an_excerpt_is_as_long_as_agreed(spoken, words):
    body = "".join(f"<p>{word}</p>" for word in spoken)
    assert word_count(excerpt(body, words)) == min(words, len(spoken))

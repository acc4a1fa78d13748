"""A body as tokens is the same body."""

from hypothesis import given
from hypothesis import strategies as st

from prose.html.clean import clean_html
from prose.html.tokens import html_of, tokens_of
from tests.prose.soup import SOUP, random_bodies


def test_a_body_that_was_taken_to_pieces_is_put_together_again():
    for body in random_bodies(seed=1, count=400):
        assert html_of(tokens_of(body)) == body


@given(SOUP)
def test_any_text_comes_back(soup: str):
    body = clean_html(soup)
    assert html_of(tokens_of(body)) == body


@given(st.integers(0, 60), st.integers(0, 60))
def test_any_part_of_the_tokens_is_a_body(start: int, stop: int):
    for body in random_bodies(seed=2, count=20):
        part = html_of(tokens_of(body)[start:stop])
        assert clean_html(part) == part

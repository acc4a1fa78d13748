"""What decides how words are set: the length of a headline, links that show their address, passages cut from a text."""

import pytest

from prose.text_language.search_query import parse
from reading.piece.framed import with_bare_links
from reading.search.passages import BEGINS, ENDS, parts
from reading.templatetags.printed_lines import length_class


@pytest.mark.parametrize(
    ("words", "size"),
    [("No", ""), ("x" * 71, " longish"), ("x" * 121, " long"), ("桥" * 36, " longish"), ("桥" * 35, "")],
)
def test_a_headline_is_set_smaller_the_more_room_its_letters_take(words, size):
    assert length_class(words) == size
    assert length_class([{"text": words}]) == size


@pytest.mark.parametrize(
    ("href", "words", "is_bare"),
    [
        ("https://log.example/a/", "https://log.example/a/", True),
        ("https://log.example/a/", "log.example/a", True),
        ("https://log.example/a/", "the log", False),
        ("https://log.example/a/", "https://log.example/", False),
    ],
)
def test_a_link_that_shows_its_address_is_told_apart(href, words, is_bare):
    link = f'<a href="{href}" hreflang="en">{words}</a>'
    assert with_bare_links(link) == (link.replace("<a ", '<a class="bare" ') if is_bare else link)


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        ("The ship came.", "The ship came."),
        ("and the ship came.", " … and the ship came."),
        ("The ship came and", "The ship came and … "),
    ],
)
def test_a_passage_cut_within_a_sentence_says_so(passage, shown):
    snippets = parts(passage.replace("ship", f"{BEGINS}ship{ENDS}"), parse("ship"))
    assert "".join(f"{' … ' if each.is_gap else ''}{each.text}" for each in snippets) == shown

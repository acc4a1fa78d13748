"""The list of pieces finds them by words of their texts: drafts, and what readers have."""

from typing import Any

from django.test import Client

from tests.conftest import NOW
from tests.desk.pieces.test_list import LIST, listed
from tests.factories import ArticleFactory, published, saved


def test_a_search_of_the_list_finds_drafts_and_live_pieces_by_words_of_their_texts(
    eve: Client, ada: Client, desk: Any
) -> None:
    saved(ArticleFactory(headline="Draft", body="<p>The verdigris grows.</p>"), at=NOW)
    published(at=NOW, headline="Live", body="<p>The growing verdigris &amp; rust.</p>")
    published(at=NOW, headline="Other", body="<p>Nothing of it.</p>")
    for words, headlines in {
        "verdigris": {"Draft", "Live"},
        "verdigris -rust": {"Draft"},
        "live": {"Live"},
        "((": set(),
    }.items():
        assert set(listed(eve.get(LIST, {"q": words}))) == headlines, words
    assert set(listed(ada.get(LIST, {"q": "verdigris"}))) == set()

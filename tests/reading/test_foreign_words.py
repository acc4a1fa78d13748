"""The check of a page's languages sees what is wrong, and nothing else."""

import pytest
from lxml import html

from tests.reading.foreign_words import strangers


def words(language: str, source: str) -> list[tuple[str, str]]:
    return [(each.word, each.stated) for each in strangers(html.fromstring(source), language)]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "<p>By Ida Quay</p>"),
        ("de", "<p>Von Ida Quay, in der Zeit</p>"),
        ("ru", '<p>Автор: <a lang="en" href="/x/">Ida Quay</a></p>'),
        ("ru", "<p>RSS, quay@harbour.example, https://harbour.example/the-hill</p>"),
        ("ar", '<div dir="rtl"><p>بقلم <span lang="en" dir="ltr">Ida Quay</span></p></div>'),
        ("ko", "<p>심하늘 (沈)</p>"),
        ("ar", '<p dir="auto">ميناء</p>'),
    ],
)
def test_a_page_whose_words_are_what_it_states_is_in_order(language, source):
    assert words(language, source) == []


@pytest.mark.parametrize(
    ("language", "source", "found"),
    [
        ("ru", "<p>Автор: Quay</p>", [("Quay", "ru")]),
        ("de", "<p>Report an error</p>", [("Report", "de"), ("error", "de")]),
        ("fr", '<p lang="fr">Publié by l’auteur</p>', [("by", "fr")]),
        ("ko", '<p aria-label="More">더</p>', [("More", "ko")]),
        ("en", '<p lang="en">심하늘</p>', [("심하늘", "en")]),
        ("ar", "<p>ميناء</p>", [("ميناء", "ltr")]),
        ("ar", '<div dir="rtl"><i lang="en">Quay</i> ميناء</div>', [("Quay", "rtl")]),
    ],
)
def test_a_word_whose_language_or_direction_is_stated_wrongly_is_found(language, source, found):
    assert words(language, source) == found

"""A text without marks gets those that the page has elsewhere, and those that its letters tell."""

import pytest

from prose.printed_line import html, text
from prose.text_language.marking import marked_text

ROSE = {"text": "Rose", "lang": "fr", "href": "/rose/"}


@pytest.mark.parametrize(
    ("line", "language", "drawn"),
    [
        ("By Ida Quay", "en", "By Ida Quay"),
        ("By Rose Dell", "en", 'By <span lang="fr" dir="ltr">Rose</span> Dell'),
        ("By Roses", "en", "By Roses"),
        ("Автор: Ida Quay, 2018", "ru", 'Автор: <span lang="und-Latn" dir="auto">Ida Quay</span>, 2018'),
        (
            "By 심하늘 (沈)",
            "en",
            'By <span lang="ko" dir="ltr">심하늘</span> (<span lang="und-Hani" dir="auto">沈</span>)',
        ),
        ("10. 3. 2018", "ru", "10. 3. 2018"),
    ],
)
def test_words_in_another_language_are_marked_and_no_others(line, language, drawn):
    marked = marked_text(line, language, [ROSE, {"text": "Dell"}])
    assert (html(marked), text(marked)) == (drawn, line)

"""The usual phrases in six languages: complete, legal, and compiled as they are written."""

import ast
import gettext
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from disclaimers import phrases
from disclaimers.phrases import (
    LANGUAGES,
    PagePhrases,
    has_usual_phrases,
    phrases_for,
    phrases_on_page,
    separators,
    usual_phrase,
    usual_phrases,
)
from disclaimers.positions import NOTHING, POSITIONS, problems
from prose import slots
from prose.languages import BY_CODE
from prose.printed_line import words
from tests.factories import HouseStyleFactory

LOCALE = Path(phrases.__file__).parent / "locale"
OTHERS = [code for code in LANGUAGES if code != "en"]
SAID = [name for name, position in POSITIONS.items() if position.usual]
BARE = {"byline", "dateline", "kicker"}  # a slot and nothing else reads alike in every language
ALIKE = {
    "fr": BARE | {"byline_name", "bio_name", "name_separator"},
    "de": BARE | {"byline_name", "bio_name", "name_separator", "withdrawal_line", "superseded_line", "preposition_in"},
    "ru": BARE | {"byline_name", "bio_name", "name_separator", "withdrawal_line", "superseded_line"},
    "ar": BARE | {"withdrawal_line", "superseded_line"},
    "ko": BARE | {"byline_name", "bio_name", "name_separator", "withdrawal_line", "superseded_line"},
}  # fmt: skip
JOINED = {"noun", "preposition"}  # words, not facts: another language's sentence may do without them


def written(language: str) -> dict[str, tuple[str, str]]:
    """A catalogue's source as {context: (English, translation)}; our entries keep to one line each."""
    entries, entry = {}, {}
    for line in (LOCALE / language / "LC_MESSAGES" / "django.po").read_text().splitlines():
        key, _, value = line.partition(" ")
        if key in ("msgctxt", "msgid", "msgstr"):
            entry[key] = ast.literal_eval(value)
        if key == "msgstr" and "msgctxt" in entry:
            assert entry["msgctxt"] not in entries
            entries[entry["msgctxt"]] = (entry["msgid"], entry["msgstr"])
            entry = {}
    return entries


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_compiled_is_what_is_written(language):
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    pairs = {f"{name}\x04{english}": text for name, (english, text) in written(language).items()}
    assert {key: text for key, text in compiled._catalog.items() if key} == pairs


@pytest.mark.parametrize("language", OTHERS)
def test_every_position_is_translated_from_its_words_of_today_and_none_besides(language):
    entries = written(language)
    assert {name: english for name, (english, _) in entries.items()} == {
        name: POSITIONS[name].usual for name in SAID
    }
    assert all(text for _, text in entries.values())


@pytest.mark.parametrize("language", OTHERS)
def test_only_words_without_a_language_read_as_in_english(language):
    said = usual_phrases(language)
    assert {name for name in SAID if said[name] == POSITIONS[name].usual} == ALIKE[language]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SAID)
def test_a_translation_is_legal_and_loses_no_fact(language, name):
    text, english = usual_phrase(name, language), POSITIONS[name].usual
    assert problems(name, text) == []
    assert (
        slots.names_in(english) - JOINED - {slots.AUTHORS} <= slots.names_in(text) <= slots.names_in(english)
    )
    assert slots.required_names(english) - JOINED <= slots.required_names(text)


def test_what_is_not_usually_printed_is_printed_in_no_language():
    silent = {name for name, position in POSITIONS.items() if not position.usual}
    assert silent == {
        "outlet_dateline", "source_line", "listing", "card", "permission_line", "copyright_format", "reservation",
    }  # fmt: skip
    assert not any(usual_phrase(name, language) for name in silent for language in LANGUAGES)


def test_the_languages_with_words_are_those_with_a_catalogue():
    assert sorted(path.name for path in LOCALE.iterdir()) == sorted(OTHERS)
    assert [code for code in BY_CODE if has_usual_phrases(code)] == [
        "en",
        "en-GB",
        "de",
        "fr",
        "ru",
        "ar",
        "ko",
    ]


@pytest.mark.parametrize("code", ["es", "zh-Hans", "en-GB", "xx"])
def test_a_language_without_words_has_the_english_ones_whatever_the_desk_itself_speaks(code, settings):
    settings.LANGUAGE_CODE = "de"
    usual_phrases.cache_clear()
    assert usual_phrase("and_word", code) == "and"


def test_asking_leaves_the_editors_language_alone_and_asks_the_catalogue_once(monkeypatch):
    usual_phrases.cache_clear()
    with translation.override("en"):
        assert usual_phrase("and_word", "ru") == "и"
        assert translation.get_language() == "en"
    monkeypatch.setattr(translation, "pgettext", None)
    assert usual_phrase("or_word", "ru") == "или"


@pytest.mark.django_db
def test_a_houses_words_stand_over_the_usual_ones_of_its_language():
    style = HouseStyleFactory(language="de", byline="Text: {names}", editor_line=NOTHING)
    said = phrases_for([style], "de")
    assert (said["byline"], said["editor_line"]) == ("Text: {names}", "")
    assert said["translator_line"] == "Übersetzung: {names}"
    assert said.keys() == POSITIONS.keys()


@pytest.mark.django_db
def test_words_of_two_languages_are_never_mixed():
    style = HouseStyleFactory(language="de", byline="Text: {names}")
    assert phrases_for([style], "es") == phrases_for([style], "de")


@pytest.mark.django_db
def test_each_phrase_of_a_style_in_a_language_without_usual_words_says_its_own_language():
    style = HouseStyleFactory(language="tr", translator_line="Çeviren: {names}")
    page = phrases_on_page([style], "tr")
    assert (page["translator_line"].mark, page["editor_line"].mark) == ("", "en")
    line = page.join([words("Ida"), words("Bo")])
    assert line == [{"text": "Ida"}, {"text": " and ", "lang": "en"}, {"text": "Bo"}]


def test_a_style_frozen_without_languages_is_told_by_its_name_and_by_its_words():
    style = {
        "of": "Harbour, Turkish",
        "templates": {"byline": "Yazan: {names}", "editor_line": "Edited by {names}"},
    }
    page = PagePhrases.of_edition(style, "he")
    assert (page["byline"].mark, page["editor_line"].mark, page["other_versions"].mark) == ("tr", "en", "en")
    assert not PagePhrases.of_edition(style, "de")[
        "editor_line"
    ].mark  # German pages never had words of another


@pytest.mark.parametrize(
    ("between", "last", "joined"),
    [
        (",", "and", "A, B and C"), (",", "&", "A, B & C"), (",", "", "A, B, C"), (",", ", and", "A, B, and C"),
        ("،", "و", "A، B وC"), ("、", "と", "A、B と C"), (";", "", "A; B; C"), ("", "", "A B C"),
    ],
)  # fmt: skip
def test_names_are_joined_as_the_house_joins_them(between, last, joined):
    comma, final = separators({"name_separator": between, "and_word": last})
    assert f"A{comma}B{final}C" == joined


@given(st.sampled_from(LANGUAGES))
def test_usual_separators_leave_no_doubled_space_and_none_before_a_comma(language):
    comma, last = separators(usual_phrases(language))
    line = f"A{comma}B{last}C"
    assert "  " not in line
    assert not any(f" {mark}" in line for mark in ",،;、")

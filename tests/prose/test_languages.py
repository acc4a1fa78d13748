"""Printed language names, compared with Django's own translations."""

import pytest
from django.conf.locale import LANG_INFO
from django.utils import translation

from prose.languages import BY_CODE, name_in

OWN_WORDS = ["en", "fr", "de", "ru", "ar", "ko"]
BETTER_THAN_DJANGO = {
    ("fr", "fa"), ("fr", "fi"), ("ru", "nl"), ("ar", "uk"), ("ko", "en-GB"), ("de", "be"), ("ru", "be"), ("ru", "lv"),
    ("ar", "sl"), ("ar", "lt"), ("ar", "ca"), ("ar", "eu"), ("ar", "ms"), ("ar", "ur"), ("ko", "bg"), ("ko", "ms"),
    ("ko", "hi"), ("ko", "bn"), ("ko", "ur"), *((language, "nb") for language in OWN_WORDS),
}  # fmt: skip
SHADDA = "\u0651"


@pytest.mark.parametrize("language", OWN_WORDS)
def test_each_language_is_named_as_django_translates_it_but_for_its_known_slips(language):
    for code in BY_CODE:
        with translation.override(language):
            django = translation.gettext(LANG_INFO[code.lower()]["name"])
        ours = name_in(code, language)
        plain = [text.lower().replace(SHADDA, "").replace("ё", "е") for text in (ours, django)]
        assert (plain[0] == plain[1]) is ((language, code) not in BETTER_THAN_DJANGO), (ours, django)


@pytest.mark.parametrize("language", OWN_WORDS)
def test_no_two_languages_share_a_name(language):
    assert len({name_in(code, language) for code in BY_CODE}) == len(BY_CODE)
    assert len({name_in(code, language, "from") for code in BY_CODE}) == len(BY_CODE)


@pytest.mark.parametrize("code", BY_CODE)
def test_after_from_russian_takes_the_genitive_and_no_other_language_changes(code):
    said = name_in(code, "ru", case="from")
    assert said.split()[-1].endswith(("ого", "иврита", "хинди", "урду"))
    assert said[:4] == name_in(code, "ru")[:4]
    for language in OWN_WORDS:
        if language != "ru":
            assert name_in(code, language, case="from") == name_in(code, language)


def test_inside_a_sentence_a_language_has_its_small_or_capital_letter():
    assert [name_in("ko", language) for language in OWN_WORDS] == [
        "Korean", "coréen", "Koreanisch", "корейский", "الكورية", "한국어",
    ]  # fmt: skip
    assert name_in("ko", "ru", case="from") == "корейского"


def test_without_a_name_in_the_language_the_english_one_is_used():
    assert name_in("ko", "es") == name_in("ko", "en-GB") == name_in("ko", "es", case="from") == "Korean"
    assert name_in("tlh", "en") == "tlh"

"""Languages are told by script, then by words; what fits none is said, and is not published by itself."""

import gettext
from pathlib import Path

import django.conf
import pytest

from intake.findings import Certainty
from intake.recognition.recognise import recognise
from intake.sources.from_html import read_html
from prose.text_language.recognition import language_of_text
from tests.intake.harbour import KNOWLEDGE, read

LOCALES = Path(django.conf.__file__).parent / "locale"
TOLD = (
    "af az bg ca cs cy de el en es et eu fa fi fr ga he hi hu hy is it ja ka ko lt lv nl pl pt ro ru sk sq sr "
    "sv tr uk vi"
).split()  # fmt: skip
UNTOLD = {
    "ar": "ar",
    "da": "da",
    "nb": "nb",
    "hr": "hr",
    "sl": "sl",
    "gl": "gl",
    "id": "id",
    "be": "be",
    "mk": "mk",
    "sw": "sw",
}


def sentences(locale: str) -> str:
    """Long texts of Django's own translation: prose of a kind in ninety languages, written by their speakers."""
    if locale == "en":
        return (
            "The ships that wait pay nothing for the water in which they lie, and they should, as it was before. "
            * 3
        )
    with (LOCALES / locale / "LC_MESSAGES" / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    texts = [text for key, text in catalogue.items() if key and isinstance(text, str) and len(text) > 40]
    return " ".join(texts).replace("%", " ")


@pytest.mark.parametrize("language", TOLD)
def test_the_language_of_a_text_is_told_in_more_than_thirty_languages(language):
    assert language_of_text(sentences(language)) == language


@pytest.mark.parametrize("language", UNTOLD)
def test_the_language_of_a_text_close_to_others_is_told_or_left_open_and_never_another(language):
    assert language_of_text(sentences(language)) in (language, "")


@pytest.mark.parametrize("locale", ["eo", "uz", "tg", "kab", "io", "ia"])
def test_the_language_of_a_text_that_fits_none_is_none(locale):
    path = LOCALES / locale / "LC_MESSAGES" / "django.mo"
    if path.exists():
        assert language_of_text(sentences(locale)) == ""


def test_the_two_ways_to_write_chinese_are_told_apart():
    assert (
        language_of_text(
            "等待的船只不为它们停泊的水域付费，这个问题应该这样解决：每艘船来时都要说明为什么。" * 2
        )
        == "zh-Hans"
    )
    assert (
        language_of_text(
            "等待的船隻不為它們停泊的水域付費，這個問題應該這樣解決：每艘船來時都要說明為什麼。" * 2
        )
        == "zh-Hant"
    )


def test_a_language_that_cannot_be_told_is_said_and_keeps_a_draft():
    found = read("Qwx zrt", "Qwx zrt plk mnb vcx. " * 12)
    assert found.language.certainty is Certainty.ASSUMED
    assert any("could not be told" in doubt for doubt in found.doubts)


def test_a_language_without_pages_here_is_named_and_keeps_a_draft():
    found = read("გემების გადასახადი", sentences("ka")[:2000])
    assert found.language.certainty is Certainty.ASSUMED
    assert any("Georgian" in doubt and "add the language" in doubt for doubt in found.doubts)


@pytest.mark.parametrize("language", ["cs", "hu", "el", "ro", "bg", "vi", "hi"])
def test_a_language_without_wordings_of_ours_is_noted_as_what_it_is(language):
    found = read("2019", sentences(language)[:2000])
    assert (found.language.value, found.language.certainty) == (language, Certainty.DERIVED)
    assert not any("language" in doubt for doubt in found.doubts)


ITALIAN = (
    "Le navi che aspettano non pagano nulla per l'acqua in cui stanno. Dovrebbero pagare, e il porto ne avrebbe un "
    "vantaggio. Nessuno ci ha provato da quando i registri sono andati perduti, ma non c'è ragione di non provarci."
)


@pytest.mark.parametrize(
    ("tag", "text", "language"),
    [("en", ITALIAN, "it"), ("it-IT", ITALIAN, "it"),
     ("en-GB", "The ships that wait pay nothing for it, as they should. " * 3, "en-GB"),
     ("pt_BR", "Navios sem porto.", "pt"), ("ru", "Ships.", "ru")],
)  # fmt: skip
def test_the_language_that_a_page_claims_is_evidence_and_the_text_outranks_it(tag, text, language):
    page = (
        f'<html lang="{tag}"><head><title>Porto</title></head><body><h1>Porto</h1><p>{text}</p></body></html>'
    )
    found = recognise(read_html(page), KNOWLEDGE)
    assert found.language.value == language
    assert not any("language" in doubt.lower() for doubt in found.doubts)

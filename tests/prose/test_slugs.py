import re
import unicodedata
import uuid

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from prose.languages import CHOICES
from prose.slugs import MAX_SLUG_CHARS, RESERVED, free_slug, slug_for, validate_slug

KEY = uuid.UUID("0f3a9c52-7d1e-4b7c-9a55-2f6f0c1d2e3f")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


@given(ANY_TEXT)
def test_whatever_the_text_the_slug_is_a_web_address(text):
    slug = slug_for(text, fallback=KEY)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= MAX_SLUG_CHARS
    validate_slug(slug)


@given(ANY_TEXT, st.integers(0, 120))
def test_a_taken_slug_gets_the_next_free_number(text, pieces_before):
    seen: set[str] = set()
    for _ in range(pieces_before):
        seen.add(free_slug(text, fallback=KEY, taken=seen.__contains__))
    assert len(seen) == pieces_before
    assert all(SLUG.fullmatch(slug) and len(slug) <= MAX_SLUG_CHARS for slug in seen)


@given(ANY_TEXT)
def test_a_slug_made_from_a_slug_is_the_same(text):
    slug = slug_for(text, fallback=KEY)
    assert slug_for(slug, fallback=KEY) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Zürich & the Rhine", "zurich-the-rhine"),
        ("What’s next for “Lübeck”?", "whats-next-for-lubeck"),
        ("Ænima — Ørsted’s isn't", "aenima-orsteds-isnt"),
        ("Море и мы", "more-i-my"),
        ("...!?", "0f3a9c52"),
        ("", "0f3a9c52"),
    ],
)
def test_a_headline_reads_in_its_address(text, slug):
    assert slug_for(text, fallback=KEY) == slug


@pytest.mark.parametrize(
    ("language", "text", "slug"),
    [
        ("de", "Müllers Größe – ÄÖÜ", "muellers-groesse-aeoeue"),
        ("de-CH", "Zürich", "zuerich"),
        ("da", "Ærø og Ålborg", "aeroe-og-aalborg"),
        ("nb", "Tromsø på nytt", "tromsoe-paa-nytt"),
        ("sv", "Malmö på nytt", "malmo-pa-nytt"),
        ("is", "Þingvellir", "thingvellir"),
        ("uk", "Харків і Гадяч", "kharkiv-i-hadiach"),
        ("bg", "Щастие", "shtastie"),
        ("sr", "Чачак и Ђердап", "cacak-i-djerdap"),
        ("ca", "Col·lectiu", "collectiu"),
        ("fr", "Œuvre à l’été", "oeuvre-a-lete"),
        ("fi", "Hämäläinen", "hamalainen"),
        ("en", "Müller", "muller"),
        ("", "Müller", "muller"),
    ],
)
def test_an_address_spells_letters_as_readers_of_its_language_do(language, text, slug):
    assert slug_for(text, fallback=KEY, language=language) == slug
    decomposed = unicodedata.normalize("NFD", text)
    assert slug_for(decomposed, fallback=KEY, language=language) == slug


@given(ANY_TEXT, st.sampled_from([code for code, _ in CHOICES]))
def test_a_slug_in_any_language_is_a_web_address_and_stays_when_made_again(text, language):
    slug = slug_for(text, fallback=KEY, language=language)
    validate_slug(slug)
    assert slug_for(slug, fallback=KEY, language=language) == slug


def test_a_japanese_headline_gets_a_readable_address():
    assert re.search(r"[a-z]{4}", slug_for("海と港の未来", fallback=KEY))


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_a_word_kept_for_our_pages_is_no_slug(word):
    assert slug_for(word, fallback=KEY) == "0f3a9c52"
    with pytest.raises(ValidationError):
        validate_slug(word)


def test_a_long_headline_is_cut_between_words():
    slug = slug_for("harbour " * 50, fallback=KEY)
    assert slug == "-".join(["harbour"] * 10)


@pytest.mark.parametrize("slug", ["", "-a", "a-", "a--b", "A", "é", "a b", "a_b", "a\n", "a" * 81])
def test_anything_else_is_refused_with_a_sentence(slug):
    with pytest.raises(ValidationError, match="small letters"):
        validate_slug(slug)

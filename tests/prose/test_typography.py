import unicodedata

import pytest
from hypothesis import example, given

from prose.typography import _UNSEEN, clean_line, clean_text, fold, without_unseen
from tests.prose.soup import ANY_TEXT

KEPT_FORMATS = {"\u200c", "\u200d"}


def unseen(text):
    return [
        c for c in text if unicodedata.category(c) in {"Cc", "Cs", "Cf", "Zl", "Zp"} and c not in KEPT_FORMATS
    ]


@given(ANY_TEXT)
@example("\u202eevil\u2066\ufeff\x00\ud800\ufffe line\u2028two\u00ad")
def test_a_line_holds_nothing_that_is_not_seen(text):
    line = clean_line(text)
    # Marks of Arabic and Egyptian numbering are letters' companions, not direction controls: they are seen.
    assert [c for c in unseen(line) if not unicodedata.name(c, "").startswith(SEEN)] == []
    assert line == line.strip()
    assert "  " not in line
    line.encode("utf-8")


def test_each_of_the_unseen_goes_although_a_glance_is_enough_for_most_texts():
    every = _UNSEEN.findall("".join(map(chr, range(0x110000))))
    assert len(every) > 4000
    assert {without_unseen(f"a{c}b\nc") for c in every} == {"ab\nc"}
    assert {without_unseen(f"a{c}b") for c in ("\r\n", *"\r\x0b\x0c\x1c\x1e\x85\u2028\u2029")} == {"a\nb"}


SEEN = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND", "MUSICAL")


@given(ANY_TEXT)
def test_cleaning_a_line_or_a_text_twice_changes_nothing_more(text):
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_a_line_is_its_text_on_one_line(text):
    assert clean_line(clean_text(text)) == clean_line(text)


def test_a_word_list_keeps_its_order_and_its_letters():
    words = ["naïve", "Ångström", "نص", "日本", "क्‍ष", "👩‍🔬", "x²"]
    assert clean_line("  ".join(words)) == " ".join(words)


def test_decomposed_letters_are_composed():
    assert clean_line("e\u0301") == "\u00e9"


def test_paragraphs_stay_paragraphs():
    assert clean_text(" one \r\n\r\n\r\n\x0btwo\t2\x85three\xa0 ") == "one\n\ntwo 2\nthree"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“it’s”", '"it\'s"'),
        ("2019–2020", "2019-2020"),
        ("a\xa0b", "a b"),
        ("wait…", "wait..."),
        ("«x»", '"x"'),
    ],
)
def test_typography_alone_makes_no_difference(one, other):
    assert fold(one) == fold(other)


def test_words_and_case_do_make_a_difference():
    assert fold("The Harbour") != fold("the harbour")

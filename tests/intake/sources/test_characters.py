"""Files in any encoding, rightly or wrongly declared, are read; what is no character is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.sources.from_html import read_html
from intake.sources.from_text import read_text
from intake.sources.manuscript import CannotRead

WORDS = "“Ships” – naïve café"
LATE = "<!-- " + "x" * 3000 + " -->"


def page(label: str, words: str = WORDS, before: str = "") -> str:
    return f'<html><head>{before}<meta charset="{label}"></head><body><p>{words}</p></body></html>'


PAGES = {
    "utf-8": page("utf-8").encode(),
    "declared late": page("windows-1252", before=LATE).encode("cp1252"),
    "windows-1252 called latin-1": page("iso-8859-1").encode("cp1252"),
    "windows-1252 called utf-8": page("utf-8").encode("cp1252"),
    "utf-8 called latin-1": page("latin1").encode(),
    "not declared": page("x-unknown-thing").encode("cp1252"),
    "utf-8 called utf-16": page("utf-16").encode(),
    "utf-16": page("utf-16").encode("utf-16"),
    "utf-16 without its mark": page("utf-16").encode("utf-16-le"),
    "utf-8 with its mark": page("latin1").encode("utf-8-sig"),
    "an XML declaration": b'<?xml version="1.0" encoding="ISO-8859-1"?>' + page("x").encode("cp1252"),
    "http-equiv": page("x")
    .replace('charset="x"', 'http-equiv="Content-Type" content="text/html; charset=windows-1252"')
    .encode("cp1252"),
}


@pytest.mark.parametrize("source", PAGES.values(), ids=PAGES)
def test_a_charset_declared_late_or_wrongly_does_not_garble_a_page(source):
    manuscript = read_html(source)
    assert manuscript.blocks[0].text == WORDS
    assert not manuscript.doubts


FOREIGN = {
    "shift_jis": "港の税はだれが払うのか。",
    "euc-kr": "항구 세금은 누가 내는가.",
    "gb2312": "港口的税由谁来付?",
    "big5": "港口的稅由誰來付?",
    "windows-1251": "Кто платит за причал?",
    "koi8-r": "Кто платит за причал?",
    "iso-8859-2": "Kto zapłaci za nabrzeże?",
    "windows-1256": "من يدفع ثمن الرصيف؟",
    "iso-2022-jp": "港の税はだれが払うのか。",
}


@pytest.mark.parametrize("label", FOREIGN)
def test_pages_of_every_script_are_read_as_they_are_declared(label):
    words = FOREIGN[label]
    assert read_html(page(label, words).encode(label)).blocks[0].text == words


def test_one_bad_byte_is_named_and_refuses_nothing():
    lines = [
        "A tax on waiting ships",
        "By Zoë Ångström",
        "The café knows – and says so.",
        "It costs 5 § of it.",
    ]
    good = "\n\n".join(lines).encode()
    manuscript = read_text(good.replace("§".encode(), b"\xa7"))
    assert [block.text for block in manuscript.blocks] == lines
    (doubt,) = manuscript.doubts
    assert "byte A7 in line 7" in doubt
    assert "“§”" in doubt


def test_a_byte_that_is_no_character_anywhere_is_named():
    manuscript = read_text("The café, the naïve, the quay “and” more".encode() + b" \x81 end")
    assert manuscript.blocks[0].text.endswith("\ufffd end")
    assert "byte 81" in manuscript.doubts[0]


def test_letters_that_look_strange_keep_a_text_a_draft():
    assert "another encoding" in read_text("Кто платит за причал в порту?".encode("cp1251")).doubts[0]
    assert not read_text("Wer zahlt für die Brücke über die Möhne?".encode("cp1252")).doubts


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(source):
    for read in (read_text, read_html):
        try:
            read(source)
        except CannotRead:
            continue


@given(
    st.text(min_size=20, alphabet=st.characters(codec="utf-8", categories=("L", "Zs"))), st.integers(0, 19)
)
def test_a_bad_byte_in_any_place_leaves_every_other_character(text, place):
    words = "Zoë Ångström naïve " + text
    place += 19
    source = words[:place].encode() + b"\xff" + words[place:].encode()
    decoded = "".join(block.text for block in read_text(source).blocks)
    assert decoded.count("ÿ") == words.count("ÿ") + 1

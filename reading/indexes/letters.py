"""Order and letters of an index: those of the page's alphabet, blind to accents that make no letter of it.

PostgreSQL has the collations of all languages only where it was built with ICU, so the order is calculated here.
"""

import unicodedata

from anyascii import anyascii

from prose.languages import base

AFTER_THEIR_LETTER = {
    "cs": "ČŘŠŽ", "es": "Ñ", "hr": "ČĆĐŠŽ", "lt": "ČŠŽ", "lv": "ĀČĒĢĪĶĻŅŠŪŽ", "pl": "ĄĆĘŁŃÓŚŹŻ", "ro": "ĂÂÎȘȚ",
    "ru": "Й", "sk": "ČĽŠŽ", "sl": "ČŠŽ", "tr": "ÇĞİÖŞÜ", "uk": "ҐЄІЇЙ",
}  # fmt: skip
AT_THE_END = {
    "da": "ÆØÅ", "et": "ÕÄÖÜ", "fi": "ÅÄÖ", "is": "ÞÆÖ", "nb": "ÆØÅ", "nn": "ÆØÅ", "no": "ÆØÅ", "sv": "ÅÄÖ",
}  # fmt: skip
"""Letters of an alphabet that are not another with an accent: Å is one in Swedish, and an A elsewhere."""
SCRIPTS = {
    "ar": "ARABIC", "be": "CYRILLIC", "bg": "CYRILLIC", "el": "GREEK", "fa": "ARABIC", "he": "HEBREW", "ja": "HIRAGANA",
    "ko": "HANGUL", "mk": "CYRILLIC", "ru": "CYRILLIC", "sr": "CYRILLIC", "uk": "CYRILLIC", "ur": "ARABIC",
}  # fmt: skip
"""Scripts that are not Latin, as Unicode names them; a page's own script comes first."""
_CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_HANGUL, _PER_CONSONANT = range(0xAC00, 0xD7A4), 588
_WITHOUT_STROKES = {"Ø": "O", "Ł": "L", "Đ": "D", "Æ": "A", "Œ": "O", "Þ": "T", "Ð": "D", "ٱ": "ا"}
NO_LETTER = "#"

SortKey = tuple[list[tuple[int, str, str]], str]


def letter_of(text: str, language: str) -> str:
    """ "Å" for "Ångström" on a Swedish page and "A" on others; "ㅅ" for "심하늘"; a Han character by its sound."""
    first = next((character for character in _spelled(text) if character.isalnum()), "")
    if not first or first.isdigit():
        return NO_LETTER
    if ord(first) in _HANGUL:
        return _CONSONANTS[(ord(first) - _HANGUL.start) // _PER_CONSONANT]
    upper = _upper(first, language)
    return upper if upper in _own_letters(language) else _plain(upper)


def sort_key(text: str, language: str) -> SortKey:
    """The place of a name in the page's alphabet; names that differ by accents alone stand together."""
    return [_place(character, language) for character in _spelled(text) if character.isalnum()], text


def _place(character: str, language: str) -> tuple[int, str, str]:
    """Script, letter, and a mark that puts it behind that letter."""
    upper = _upper(character, language)
    if upper in AT_THE_END.get(base(language), ""):
        return 0, "Z", str(1 + AT_THE_END[base(language)].index(upper))
    behind = "1" if upper in AFTER_THEIR_LETTER.get(base(language), "") else ""
    script = unicodedata.name(character, "").partition(" ")[0]
    is_own = character.isdigit() or script == SCRIPTS.get(base(language), "LATIN")
    return 0 if is_own else 1, _plain(upper), behind


def _spelled(text: str) -> str:
    """The text with the sound of Han characters in Latin letters."""
    return "".join(
        anyascii(one) if unicodedata.name(one, "").startswith("CJK") else one
        for one in unicodedata.normalize("NFC", text)
    )


def _upper(character: str, language: str) -> str:
    return "İ" if character == "i" and base(language) == "tr" else character.upper()[:1]


def _plain(upper: str) -> str:
    plain = unicodedata.normalize("NFD", upper)[0] if ord(upper) not in _HANGUL else upper
    return _WITHOUT_STROKES.get(plain, plain)


def _own_letters(language: str) -> str:
    return AFTER_THEIR_LETTER.get(base(language), "") + AT_THE_END.get(base(language), "")

"""The language that a text is in: told by its script first, then by its commonest small words."""

import re
from collections import Counter
from collections.abc import Callable

from prose.languages import UNDETERMINED, UNKNOWN_LANGUAGE, base, may_be_written_in, script_of
from prose.text_language.small_words import ARABIC, CYRILLIC, DEVANAGARI, LATIN, LETTERS

_READ = 20_000  # characters
_SCRIPTS = {
    "Latn": "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "Cyrl": "Ѐ-ӿ", "Arab": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff", "Jpan": "\u3041-\u3096\u30a1-\u30fa",
    "Kore": "\uac00-\ud7a3\u1100-\u11ff", "Grek": "\u0370-\u03ff\u1f00-\u1fff", "Hebr": "\u0590-\u05ff",
    "Deva": "\u0900-\u097f", "Beng": "\u0980-\u09ff", "Guru": "\u0a00-\u0a7f", "Gujr": "\u0a80-\u0aff",
    "Taml": "\u0b80-\u0bff", "Telu": "\u0c00-\u0c7f", "Knda": "\u0c80-\u0cff", "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff", "Thai": "\u0e00-\u0e7f", "Laoo": "\u0e80-\u0eff", "Mymr": "\u1000-\u109f",
    "Geor": "\u10a0-\u10ff", "Ethi": "\u1200-\u137f", "Khmr": "\u1780-\u17ff", "Armn": "\u0530-\u058f",
}  # fmt: skip
"""Scripts (ISO 15924) by their letters. "Jpan" is the kana here, "Hani" the characters that Chinese shares with it."""
_ONLY_LANGUAGE = {
    "Jpan": "ja", "Kore": "ko", "Grek": "el", "Hebr": "he", "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Taml": "ta",
    "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Mymr": "my", "Geor": "ka",
    "Ethi": "am", "Khmr": "km", "Armn": "hy",
}  # fmt: skip
"""The language of a script that belongs to a single one, near enough."""
_NEIGHBOURS = tuple(map(frozenset, (
    ("da", "nb"), ("hr", "sr", "sl"), ("id", "ms"), ("cs", "sk"), ("gl", "pt"), ("bg", "mk"), ("zh-Hans", "zh-Hant"),
)))  # fmt: skip
"""Languages that share most small words, and languages that are written in two scripts."""
_LETTERS = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_WORD_LISTS = {"Latn": LATIN, "Cyrl": CYRILLIC, "Arab": ARABIC, "Deva": DEVANAGARI}
_WORD = re.compile(r"[^\W\d_]+(?:[’'\u0900-\u097f][^\W\d_]*)*")
_LEAST_LETTERS = 20
_LEAST_WORDS = 12
_LEAST_SHARE = 0.15  # of the words that must be small words of the language
_LEAD = 1.12  # times the hits of the next language
_TRADITIONAL = re.compile("[們這個來時對說會學國為與過還後發當從兩應問間關點開體經現實現進無種長東車馬]")
_SIMPLIFIED = re.compile("[们这个来时对说会学国为与过还后发当从两应问间关点开体经现实进无种长东车马]")


def language_of_text(text: str) -> str:
    """Code of the language that a text is in, one of about fifty; empty if it is too short or two come close."""
    start = text[:_READ].lower()
    script = script_of_text(start)
    if script in _WORD_LISTS:
        return _by_words(start, script)
    if script == "Hani":
        return _chinese(start)
    return _ONLY_LANGUAGE.get(script, "")


def language_of_name(stated: str, text: str, usual: str = "") -> str:
    """The language that a name is in, for the `lang` attribute (BCP 47).

    As stated, else the usual one where that is written in these letters, else what the letters tell: "ko" for "심하늘",
    "und-Cyrl" for "Ида Кей", which may be Russian or Bulgarian. "und" for a name without letters and no usual language.
    """
    script = script_of_text(text, least=1)
    if stated or (usual and (not script or may_be_written_in(usual, script))):
        return stated or usual
    return _ONLY_LANGUAGE.get(script) or (f"{UNDETERMINED}{script}" if script else UNKNOWN_LANGUAGE)


def language_to_mark(name: str, language: str) -> str:
    """The `lang` of a name whose language nobody stated, on a page in `language`; "" for a name in its letters."""
    own = language_of_name("", name, language)
    return "" if own in (language, UNKNOWN_LANGUAGE) else own


def is_name_in_script_of(code: str, name: str) -> bool:
    """True if a name, however short, is written in the script of that language and in no Latin letters."""
    script = script_of_text(name, least=1)
    return script not in ("", "Latn") and script == script_of(code)


def is_in_script_of(code: str, text: str) -> bool:
    """True if the text is written in the script of that language, or too short to tell."""
    return script_of_text(text) in ("", script_of(code))


def is_plainly_other(told: str, code: str) -> bool:
    """True if a language that was told from a text is surely not `code`: neighbours are taken for each other."""
    one, other = (name if name.startswith("zh") else base(name) for name in (told, code))
    return bool(told) and one != other and not any({one, other} <= near for near in _NEIGHBOURS)


def script_of_text(text: str, *, least: int = _LEAST_LETTERS) -> str:
    """The script of most letters; "Jpan" for any text that mixes kana with Chinese characters; empty for too few."""
    counts = Counter({script: len(pattern.findall(text)) for script, pattern in _LETTERS.items()})
    eastern = counts["Hani"] + counts["Jpan"]
    total = counts.total()
    if total < least:
        return ""
    if eastern > total / 3:  # a character says as much as several letters
        return "Jpan" if counts["Jpan"] > 0.08 * eastern else "Hani"
    script, most = counts.most_common(1)[0]
    return script if most > 0.5 * total else ""


def _by_words(text: str, script: str) -> str:
    words = [part for word in _WORD.findall(text) for part in re.split("[’']", word)]
    if len(words) < _LEAST_WORDS:
        return ""
    lists = {code: frozenset(small.split()) for code, small in _WORD_LISTS[script].items()}
    counts = Counter({code: sum(map(_is_of(code, small), words)) for code, small in lists.items()})
    (first, most), (second, next_most) = counts.most_common(2)
    if most < len(words) * _LEAST_SHARE:
        return ""
    if most >= next_most * _LEAD:
        return first
    return _by_own_words(words, (first, lists[first]), (second, lists[second]))


def _is_of(code: str, small: frozenset[str]) -> Callable[[str], bool]:
    letters = frozenset(LETTERS.get(code, ""))
    return lambda word: word in small or not letters.isdisjoint(word)


def _by_own_words(
    words: list[str], one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]]
) -> str:
    """Of two close languages that whose own words, which the other lacks, are clearly more frequent."""
    hits = [
        (sum(map(_is_of(code, small - not_of), words)), code)
        for (code, small), not_of in ((one, other[1]), (other, one[1]))
    ]
    (fewer, _), (more, code) = sorted(hits)
    return code if more > 2 * fewer and more > 2 else ""


def _chinese(text: str) -> str:
    traditional, simplified = len(_TRADITIONAL.findall(text)), len(_SIMPLIFIED.findall(text))
    if traditional == simplified:
        return ""
    return "zh-Hant" if traditional > simplified else "zh-Hans"

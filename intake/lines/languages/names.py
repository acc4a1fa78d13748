"""Names of languages as sentences use them: "in Korean", «на корейском», "aus dem Koreanischen"."""

import re
from collections.abc import Iterator

from intake.patterns import Pattern
from prose.languages import BY_CODE, name_in
from prose.typography import fold

_MORE = {
    "chinese": "zh-Hans", "mandarin": "zh-Hans", "chinois": "zh-Hans", "chinesisch": "zh-Hans", "chino": "zh-Hans",
    "китайский": "zh-Hans", "китайского": "zh-Hans", "китайском": "zh-Hans", "الصينية": "zh-Hans", "중국어": "zh-Hans",
    "farsi": "fa", "inglés": "en", "alemán": "de", "francés": "fr", "español": "es", "castellano": "es",
    "italiano": "it", "portugués": "pt", "ruso": "ru", "árabe": "ar", "coreano": "ko", "japonés": "ja",
    "한글": "ko", "英語": "en", "日本語": "ja", "中文": "zh-Hans", "português": "pt", "türkçe": "tr", "polski": "pl",
    "українська": "uk", "українською": "uk", "nederlands": "nl", "svenska": "sv", "dansk": "da", "suomi": "fi",
    "עברית": "he", "فارسی": "fa",
}  # fmt: skip
_PRINTED_IN = ("en", "fr", "de", "ru", "ar", "ko")


def _names_and_codes() -> Iterator[tuple[str, str]]:
    for code in BY_CODE:
        for language in _PRINTED_IN:
            yield name_in(code, language), code
        yield name_in(code, "ru", case="from"), code
        yield f"{name_in(code, 'de')}en", code  # "aus dem Koreanischen"
        russian = name_in(code, "ru")
        if russian.endswith("ий"):
            yield f"{russian[:-2]}ом", code  # «на корейском»
    yield from _MORE.items()


CODES = {fold(name).casefold(): code for name, code in reversed(list(_names_and_codes()))}
"""Name in lower case -> code. Of two languages that share a name the first in the table."""
_ALL = sorted(CODES, key=len, reverse=True)
LANGUAGE = "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in _ALL) + ")"
"""Any language's name, for larger patterns, which add the word boundaries that they need."""
_JOINTS = Pattern(r"\s*(?:,|/|\||·|\band\b|\bund\b|\bet\b|\by\b|\bи\b|및)\s*", re.IGNORECASE)


def language_code(name: str) -> str:
    """Code of the language of this name; empty for other words."""
    return CODES.get(fold(name).casefold().strip(" ."), "")


def language_codes(text: str) -> tuple[str, ...]:
    """Codes of an enumeration of languages; empty if any part of it is no language."""
    codes = [language_code(part) for part in _JOINTS.split(text) if part]
    return tuple(dict.fromkeys(codes)) if codes and all(codes) else ()
